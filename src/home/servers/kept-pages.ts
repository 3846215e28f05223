import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { refusal, type Limits, type TaxiiPage } from '../../acquisition/index.ts';
import { defined, isMapping, parsedJson } from '../../text/index.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

const compress = promisify(gzip);
const uncompress = promisify(gunzip);

/** What pages are of. */
interface Run {
  /** What was asked for: pages of other questions are not of it. */
  readonly run: string;
  /** Address of the collection. */
  readonly location: string;
}

/** Pages of a collection that were taken, and are kept until all of it is there: should the server break off, it is asked from there on. */
export class KeptPages {
  readonly #folder: string;
  readonly #run: string;
  readonly #location: string;
  readonly #most: number;
  readonly pages: TaxiiPage[] = [];
  #characters = 0;

  private constructor(folder: string, { run, location }: Run, { maximumBytes }: Limits) {
    this.#folder = folder;
    this.#run = run;
    this.#location = location;
    this.#most = Math.min(maximumBytes, MOST_CHARACTERS);
  }

  /** Those that are there of a run. */
  static async open(folder: string, run: Run, limits: Limits): Promise<KeptPages> {
    const kept = new KeptPages(folder, run, limits);
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.filter((each) => PAGE.test(each)).toSorted()) {
      const written = await read(join(folder, name));
      const page = pageOf(written, run.run);
      if (page === undefined) break;
      kept.pages.push(page);
      kept.#characters += written.length;
    }
    return kept;
  }

  /** @throws FoeprintError H511; A404 where all of them are more than is held in memory */
  async add(page: TaxiiPage): Promise<void> {
    const written = JSON.stringify({ run: this.#run, page });
    if (this.#characters + written.length > this.#most)
      throw refusal('too-large', `All pages together have more than ${String(this.#most)} characters.`, {
        file: this.#location,
      });
    this.pages.push(page);
    this.#characters += written.length;
    const path = join(this.#folder, `${String(this.pages.length).padStart(6, '0')}.json.gz`);
    await writeAtomically(path, await compress(written));
  }

  /** Forgets them. */
  async clear(): Promise<void> {
    this.pages.length = 0;
    this.#characters = 0;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** All pages of a run are held in memory, where they take some seven times as much. */
const MOST_CHARACTERS = 1 << 28;
const PAGE = /^\d{6}\.json\.gz$/u;
/** A page of a server has 128 MiB at most. */
const LARGEST = 1 << 28;

/** What was written; empty where it is not there or damaged. */
async function read(path: string): Promise<string> {
  const packed = await readFile(path).catch(() => Buffer.alloc(0));
  const bytes = await uncompress(packed, { maxOutputLength: LARGEST }).catch(() => undefined);
  return bytes?.toString('utf8') ?? '';
}

function pageOf(written: string, run: string): TaxiiPage | undefined {
  const parsed = parsedJson(written);
  if (!isMapping(parsed) || parsed['run'] !== run || !isMapping(parsed['page'])) return undefined;
  const { objects, addedLast, answered, next } = parsed['page'];
  if (!Array.isArray(objects)) return undefined;
  const place = isMapping(next)
    ? {
        ...defined({ addedAfter: text(next['addedAfter']), next: text(next['next']) }),
        canRepeat: next['canRepeat'] === true,
      }
    : undefined;
  return { objects, ...defined({ addedLast: text(addedLast), answered: text(answered), next: place }) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
