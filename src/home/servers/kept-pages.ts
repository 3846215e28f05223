import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { TaxiiPage } from '../../acquisition/index.ts';
import { defined, isMapping, parsedJson } from '../../text/index.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

const compress = promisify(gzip);
const uncompress = promisify(gunzip);

/** Pages of a collection that were taken, and are kept until all of it is there: should the server break off, it is asked from there on. */
export class KeptPages {
  readonly #folder: string;
  readonly #run: string;
  readonly pages: TaxiiPage[];

  private constructor(folder: string, run: string, pages: TaxiiPage[]) {
    this.#folder = folder;
    this.#run = run;
    this.pages = pages;
  }

  /**
   * Those that are there of a run.
   *
   * @param run what was asked for: pages of other questions are not of it
   */
  static async open(folder: string, run: string): Promise<KeptPages> {
    const names = await readdir(folder).catch((): string[] => []);
    const pages: TaxiiPage[] = [];
    for (const name of names.filter((each) => PAGE.test(each)).toSorted()) {
      const page = await read(join(folder, name), run);
      if (page === undefined) break;
      pages.push(page);
    }
    return new KeptPages(folder, run, pages);
  }

  /** @throws FoeprintError H511 */
  async add(page: TaxiiPage): Promise<void> {
    this.pages.push(page);
    const path = join(this.#folder, `${String(this.pages.length).padStart(6, '0')}.json.gz`);
    await writeAtomically(path, await compress(JSON.stringify({ run: this.#run, page })));
  }

  /** Forgets them. */
  async clear(): Promise<void> {
    this.pages.length = 0;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const PAGE = /^\d{6}\.json\.gz$/u;
/** A page of a server has 128 MiB at most. */
const LARGEST = 1 << 28;

async function read(path: string, run: string): Promise<TaxiiPage | undefined> {
  const bytes = await readFile(path)
    .then((packed) => uncompress(packed, { maxOutputLength: LARGEST }))
    .catch(() => undefined);
  const parsed = parsedJson(bytes?.toString('utf8') ?? '');
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
