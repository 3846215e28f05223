import { open, readFile, stat } from 'node:fs/promises';
import * as z from 'zod/mini';
import { MARKING_LEVELS } from '../../facts/index.ts';
import { parsedJson, systemReason } from '../../text/index.ts';
import { refusal } from '../issues.ts';
import { makeFolder, OWNER_ONLY } from '../locking/make-folder.ts';
import { dirname } from 'node:path';
import { Change } from './change.ts';

/** How far somebody may change a home: an analyst what is known, an administrator everything. */
export const ROLES = ['analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A file that was sent with an action. */
export const UploadedFile = z.readonly(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() }));

const Begun = z.object({
  is: z.literal('begun'),
  entry: z.number(),
  at: z.string(),
  who: z.string(),
  role: z.enum(ROLES),
  /** Through what: the command line, a program, the server. */
  through: z.string(),
  action: z.string(),
  given: z.record(z.string(), z.unknown()),
  uploads: z.readonly(z.array(UploadedFile)),
  /** The process, as locks name it. */
  holder: z.string(),
  /** The entry that it undoes. */
  undoes: z.exactOptional(z.number()),
});

const Changing = z.object({
  is: z.literal('changing'),
  entry: z.number(),
  changes: z.readonly(z.array(Change)),
});

/** How an entry ended: as it should, with an error, or with the process that made it. */
export const ENDINGS = ['done', 'failed', 'stopped'] as const;

const Ended = z.object({
  is: z.literal('ended'),
  entry: z.number(),
  at: z.string(),
  how: z.enum(ENDINGS),
  /** Places of the changes that were made, among those noted. */
  made: z.readonly(z.array(z.number())),
  /** How far what it names may go; absent where that is not known: then not at all. */
  level: z.exactOptional(z.nullable(z.enum(MARKING_LEVELS))),
  /** Codes of what was wrong. */
  codes: z.exactOptional(z.readonly(z.array(z.string()))),
});

/** What undoes this entry and those before it is not kept any more. */
const Expired = z.object({ is: z.literal('expired'), entry: z.number(), at: z.string() });

const JournalLine = z.discriminatedUnion('is', [Begun, Changing, Ended, Expired]);
export type JournalLine = z.output<typeof JournalLine>;
export type Begun = z.output<typeof Begun>;
export type Ended = z.output<typeof Ended>;

/** The lines of a journal in order; none where there is none. One that a killed process left unfinished is passed over. */
export async function readLines(path: string): Promise<readonly JournalLine[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const { data } = JournalLine.safeParse(parsedJson(line));
    return data ?? [];
  });
}

/**
 * Adds lines to a journal, on the disk when this returns. For whoever holds its lock.
 *
 * @throws FoeprintError H511
 */
export async function appendLines(path: string, lines: readonly JournalLine[]): Promise<void> {
  try {
    await makeFolder(dirname(path));
    const file = await open(path, 'a+', OWNER_ONLY.file);
    try {
      const { size } = await stat(path);
      const [last] = size === 0 ? [NEW_LINE] : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer;
      // What follows half a line would be lost with it.
      const start = last === NEW_LINE ? '' : '\n';
      await file.appendFile(start + lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw refusal('home-not-writable', `\`${path}\` cannot be written (${systemReason(error)}).`, {
      file: path,
    });
  }
}

const NEW_LINE = 10;
