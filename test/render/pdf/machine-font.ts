import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A character that the fonts of the package do not have. */
export const FOREIGN = '\uff21';

/** A font as a machine might have it: called Arimo like ours, with other letters, and with {@link FOREIGN}. */
export function machineFont(): Buffer {
  const file = import.meta.resolve('@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf');
  const font = readFileSync(fileURLToPath(file));
  rename(font, tableAt(font, 'name'));
  addForeign(font, tableAt(font, 'cmap'));
  return font;
}

function tableAt(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  throw new Error(`no table ${tag}`);
}

/** Writes “Arimo” over every name. */
function rename(font: Buffer, table: number): void {
  const texts = table + font.readUInt16BE(table + 4);
  const name = Buffer.from('Arimo', 'utf16le').swap16();
  for (let record = table + 6; record < table + 6 + 12 * font.readUInt16BE(table + 2); record += 12) {
    if (![1, 4, 6, 16].includes(font.readUInt16BE(record + 6))) continue;
    name.copy(font, texts + font.readUInt16BE(record + 10));
    font.writeUInt16BE(name.length, record + 8);
  }
}

/** Gives the glyph of “A” to {@link FOREIGN}, in place of the last range of characters. */
function addForeign(font: Buffer, table: number): void {
  const code = FOREIGN.codePointAt(0) ?? 0;
  for (let index = 0; index < font.readUInt16BE(table + 2); index += 1) {
    const map = table + font.readUInt32BE(table + 8 + 8 * index);
    if (font.readUInt16BE(map) !== 4) continue;
    const size = font.readUInt16BE(map + 6);
    const [last, first, distance, place] = [0, 1, 2, 3].map(
      (array) => map + 10 + array * size + size + (array > 0 ? 2 : 0),
    );
    font.writeUInt16BE(code, last);
    font.writeUInt16BE(code, first);
    font.writeUInt16BE((36 - code) & 0xffff, distance);
    font.writeUInt16BE(0, place);
  }
}
