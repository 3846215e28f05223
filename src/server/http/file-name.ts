/** Longest name, in bytes: no file system has shorter ones. */
const LONGEST = 200;

/**
 * The name of a file that was sent, as it can be written: without folders, leading nowhere else.
 *
 * @param otherwise what it is called where nothing is left of it
 */
export function fileNameOf(sent: string, otherwise: string): string {
  const plain = (sent.split(/[\\/]/u).at(-1) ?? '')
    .normalize('NFC')
    .slice(-LONGEST)
    .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_');
  let name = withoutLead(plain);
  // What it ends with says what it is.
  while (Buffer.byteLength(name) > LONGEST) name = withoutLead(name.replace(/^./su, ''));
  return name === '' ? otherwise : name;
}

function withoutLead(name: string): string {
  return name.replace(/^[\s.-]+/u, '');
}
