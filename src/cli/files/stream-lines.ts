import { createReadStream } from 'node:fs';
import { lineRecords, type RawRecord } from '../../acquisition/index.ts';
import { errorOf } from '../../facts/index.ts';
import { CLI_ISSUES } from '../issues.ts';
import { systemReason } from '../../text/index.ts';

/** Longest line that is read, in bytes: more is no record of a stream, and would fill the memory. */
const LONGEST = 16 * 1024 * 1024;

/**
 * The lines of a file, or of standard input (`-`), as they come.
 *
 * @throws FoeprintError C7xx where the file cannot be read
 */
export async function* streamLines(file: string): AsyncGenerator<readonly RawRecord[]> {
  if (file === '-') return yield* lineRecords(process.stdin, LONGEST);
  const stream = createReadStream(file);
  let reason: unknown;
  stream.once('error', (error) => (reason = error));
  try {
    yield* lineRecords(stream, LONGEST);
  } catch (error) {
    if (error !== reason) throw error;
    throw errorOf(CLI_ISSUES.cannotReadFile, `\`${file}\` cannot be read (${systemReason(error)}).`, {
      file,
    });
  }
}
