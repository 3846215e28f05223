import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { FoeprintError } from '../../facts/index.ts';
import { byteFormat, HINTS, textFormat } from '../../intake/index.ts';
import { refusal } from '../issues.ts';
import { mostUnpacked, type Limits } from '../limits.ts';
import { tooManyFiles } from '../read-bytes.ts';
import { isOfOffice, overgrown, type Unpacked } from './unpack.ts';

/** Unpacks every `.json` file of a zip archive, in the archive's order; the limits hold for all of them together. */
export async function unpackZip(
  archive: Buffer,
  location: string,
  limits: Limits,
): Promise<readonly Unpacked[]> {
  const unpacked = await unpackEntriesOfZip(archive, location, limits, isData);
  if (unpacked.length > 0) return unpacked;
  throw await withoutData(archive, location, limits);
}

/** What there is in an archive instead: most likely what somebody takes for what is loaded. */
async function withoutData(archive: Buffer, location: string, limits: Limits): Promise<FoeprintError> {
  const names: string[] = [];
  await unpackEntriesOfZip(archive, location, limits, (name) => {
    if (isFile(name)) names.push(name);
    return false;
  });
  if (names.some(isOfOffice))
    return names.includes('word/document.xml')
      ? refusal('other-format', 'It is a Word document.', { file: location }, HINTS.report)
      : refusal('other-format', 'It is a document of an Office program.', { file: location }, HINTS.office);
  const [first] = names;
  if (first === undefined) return refusal('nothing-in-zip', 'The archive holds no file.', { file: location });
  const [file] = await unpackEntriesOfZip(archive, location, limits, (name) => name === first);
  const bytes = file?.bytes ?? Buffer.alloc(0);
  const format = byteFormat(bytes) ?? textFormat(bytes.subarray(0, BEGINNING).toString('utf8'));
  const others = names.length === 1 ? '' : ` and ${names.length - 1} more`;
  const held = `The archive holds no \`.json\` file, but \`${first}\`${others}`;
  return format === undefined
    ? refusal('nothing-in-zip', `${held}.`, { file: location })
    : refusal('nothing-in-zip', `${held}; that is ${format.label}.`, { file: location }, format.hint);
}

/** Bytes of a file that are looked at to say what it is. */
const BEGINNING = 8192;

/** Unpacks the files of a zip archive that `takes` names; none where there is no such file. */
export async function unpackEntriesOfZip(
  archive: Buffer,
  location: string,
  limits: Limits,
  takes: (name: string) => boolean,
): Promise<readonly Unpacked[]> {
  try {
    const zip = await fromBufferPromise(archive, { lazyEntries: true });
    return await unpackEntries(zip, archive.length, location, limits, takes);
  } catch (error) {
    if (error instanceof FoeprintError) throw error;
    throw refusal('broken-zip', `The zip archive is damaged: ${messageOf(error)}.`, { file: location });
  }
}

async function unpackEntries(
  zip: ZipFile,
  compressed: number,
  location: string,
  limits: Limits,
  takes: (name: string) => boolean,
): Promise<readonly Unpacked[]> {
  const unpacked: Unpacked[] = [];
  let room = mostUnpacked(compressed, limits);
  for await (const entry of zip.eachEntry()) {
    if (!takes(entry.fileName)) continue;
    if (unpacked.length === limits.maximumFiles) throw tooManyFiles(location, limits);
    // The archive's own word on sizes is checked while reading too; here it only saves the effort.
    const bytes = entry.uncompressedSize > room ? undefined : await readEntry(zip, entry, room);
    if (bytes === undefined) throw overgrown(compressed, location, limits);
    room -= bytes.length;
    unpacked.push({ location: `${location}!${entry.fileName}`, bytes });
  }
  return unpacked;
}

/** The entry's bytes; undefined where they are more than there is room for. */
async function readEntry(zip: ZipFile, entry: Entry, room: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > room) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function isData(name: string): boolean {
  return /\.json$/i.test(name) && isFile(name);
}

// macOS adds a `__MACOSX/._x.json` beside every `x.json`; it is not JSON.
function isFile(name: string): boolean {
  return !/\/$|(^|\/)(__MACOSX\/|\._|\.DS_Store)/.test(name);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
