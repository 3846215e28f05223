import { open, stat, type FileHandle } from 'node:fs/promises';
import { refusal, type AcquisitionIssueName } from './issues.ts';
import { formatBytes, type Limits } from './limits.ts';
import { systemReason } from '../text/index.ts';
import type { Progress, Step } from './progress.ts';

const REFUSALS: Readonly<Record<string, AcquisitionIssueName>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'not-a-file',
  EACCES: 'not-readable',
  EPERM: 'not-readable',
};

/** Reads a file whole. A file over the limit is refused by its size, unread. Pipes are read as streams. */
export async function readFileBytes(path: string, limits: Limits, progress: Progress): Promise<Buffer> {
  // Opening a pipe waits until somebody writes into it; so that nobody wonders, that is said.
  if ((await stat(path).catch(() => undefined))?.isFIFO() === true)
    progress({
      step: 'read',
      location: path,
      note: `${path} is a pipe: waiting for whoever writes into it.`,
    });
  const file = await openFile(path);
  try {
    const state = await file.stat();
    if (state.isDirectory()) throw refusal('not-a-file', `\`${path}\` is a folder.`, { file: path });
    if (!state.isFile()) return await collect(file.createReadStream(), path, limits, progress, 'read');
    if (state.size > limits.maximumBytes) throw tooLarge(path, limits, state.size);
    return await readWhole(file, state.size, path, progress);
  } finally {
    await file.close();
  }
}

/** Size and time of change of a file: as long as these stay, so does, for all we know, its content. */
export async function fileStamp(path: string): Promise<string | undefined> {
  const state = await stat(path, { bigint: true }).catch(() => undefined);
  return state?.isFile() === true ? `${state.size}-${state.mtimeNs}` : undefined;
}

/** Reads a stream to its end, or to the limit. */
export async function collect(
  stream: AsyncIterable<unknown>,
  location: string,
  limits: Limits,
  progress: Progress,
  step: Step,
  total?: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let done = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    done += chunk.length;
    if (done > limits.maximumBytes) throw tooLarge(location, limits);
    chunks.push(chunk);
    progress({ step, location, done, ...(total === undefined ? {} : { total }) });
  }
  return Buffer.concat(chunks, done);
}

/** The refusal of what is over the limit. */
export function tooLarge(location: string, limits: Limits, size?: number): Error {
  const much = size === undefined ? 'more' : formatBytes(size);
  return refusal('too-large', `It has ${much}; at most ${formatBytes(limits.maximumBytes)} are taken.`, {
    file: location,
  });
}

/** The refusal of a folder or archive of more files than are taken. */
export function tooManyFiles(location: string, { maximumFiles }: Limits): Error {
  const message = `It holds more than ${String(maximumFiles)} files of the kind that is asked for.`;
  return refusal('too-many-files', message, { file: location });
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw notOpened(error, path);
  }
}

async function readWhole(file: FileHandle, size: number, path: string, progress: Progress): Promise<Buffer> {
  // One allocation of the known size, in few reads: fs.readFile takes half-megabyte steps.
  const bytes = Buffer.allocUnsafeSlow(size);
  let done = 0;
  while (done < size) {
    const { bytesRead } = await file.read(bytes, done, Math.min(size - done, 16 * 1024 * 1024), done);
    if (bytesRead === 0) break;
    done += bytesRead;
    progress({ step: 'read', location: path, done, total: size });
  }
  return bytes.subarray(0, done);
}

/** The refusal of a file that the operating system does not open. */
export function notOpened(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = REFUSALS[code] ?? 'not-readable';
  return refusal(name, `\`${path}\` cannot be opened (${systemReason(error)}).`, {
    file: path,
  });
}
