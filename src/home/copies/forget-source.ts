import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { compareText, defined } from '../../text/index.ts';
import { isCleared, strictestLevel, type MarkingLevel, type Source } from '../../facts/index.ts';
import type { ForgetReport, IngestReport, Load } from '../../knowledge/index.ts';
import type { Change } from '../journal/change.ts';
import { noteChanges } from '../journal/recording.ts';
import { bytesPath, descriptionPath, listCopies, type KeptCopy } from './kept-copies.ts';
import {
  listForgotten,
  moveAside,
  moveBack,
  purgeCopy,
  withCopies,
  type ForgottenCopy,
} from './forgotten-copies.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';
import { ifWritable } from '../locking/if-writable.ts';
import { deliveryOf } from './rebuild.ts';
import { sourcesCalled, type NamedSource } from './name-source.ts';

/** How sources are to be forgotten. */
export interface ForgetOptions {
  /** Take all sources that are called so, where there are several. Default false. */
  readonly all?: boolean;
  /** Delete the kept copies as well: they cannot be taken back then. Default false. */
  readonly purge?: boolean;
  /** Only sources that somebody cleared so far sees; to others it is as if they were not there. Default: all. */
  readonly clearance?: MarkingLevel | undefined;
}

/** A source that was forgotten. */
export interface Forgotten extends ForgetReport {
  readonly source: Source;
  /** Whether a copy lies aside, from which it can be taken back. */
  readonly canBeTakenBack: boolean;
}

/**
 * Takes sources out: each with all that only it has, in one transaction. Their copies are moved aside first, so that a rebuild
 * does not bring back what was forgotten. No view is opened and no rule is read.
 *
 * @param call number, id, name, file or checksum, see {@link sourcesCalled}
 * @throws FoeprintError H513 where no source is called so, H514 where several are, H511 where the home cannot be written
 */
export async function forgetSource(
  home: Home,
  call: string,
  { all = false, purge = false, clearance }: ForgetOptions = {},
): Promise<readonly Forgotten[]> {
  const loaded = visible((await home.knowledgeBase()).sources(), clearance);
  const forgotten: Forgotten[] = [];
  for (const source of sourcesMeant(loaded, call, all)) forgotten.push(await forgetOne(home, source, purge));
  return forgotten;
}

async function forgetOne(home: Home, source: Source, purge: boolean): Promise<Forgotten> {
  const { sources, forgotten } = home.paths;
  const knowledge = await home.knowledgeBase();
  return await withCopies(home.paths, async () => {
    const loads = knowledge.loads().filter(({ id }) => id === source.id);
    const moved: string[] = [];
    // The newest first: what undoes it goes through them the other way round.
    await noteChanges(loads.toReversed().map((load) => loadOut(load, purge)));
    try {
      for (const load of loads) if (await moveAside(sources, forgotten, load)) moved.push(load.sha256);
      const report = knowledge.forget(source.id);
      if (purge) for (const sha256 of moved) await purgeCopy(forgotten, sha256);
      return { source, ...report, canBeTakenBack: !purge && moved.includes(source.sha256) };
    } catch (error) {
      for (const sha256 of moved) await moveBack(sources, forgotten, sha256);
      throw error;
    }
  });
}

function loadOut(load: Source, isPurged = false): Change {
  const { sha256, loadedAt } = load;
  const level = strictestLevel([load.level, ...(load.levels ?? [])]);
  return {
    kind: 'load',
    sha256,
    loadedAt,
    isIn: false,
    ...defined({ level, isPurged: isPurged || undefined }),
  };
}

/**
 * Takes one load of a source out, with all that only it has; what it replaced is in its place again. Its copy is moved aside.
 *
 * @throws FoeprintError H603 where it is not there any more
 */
export async function forgetLoad(home: Home, load: Load): Promise<void> {
  const { sources, forgotten } = home.paths;
  const knowledge = await home.knowledgeBase();
  await withCopies(home.paths, async () => {
    const loads = knowledge.loads();
    const found = loads.find((each) => isLoad(each, load));
    if (found === undefined) throw refusal('changed-since', 'What was loaded was taken out since.');
    const isLast = !loads.some((each) => each.sha256 === load.sha256 && each !== found);
    await noteChanges([loadOut(found)]);
    const isMoved = isLast && (await moveAside(sources, forgotten, found));
    try {
      knowledge.forget(found.id, load);
    } catch (error) {
      if (isMoved) await moveBack(sources, forgotten, load.sha256);
      throw error;
    }
  });
}

/**
 * Loads again what was taken out, from the copy that was moved aside.
 *
 * @throws FoeprintError H602 where there is no such copy, H521 where it is damaged
 */
export async function takeLoadBack(home: Home, load: Load): Promise<void> {
  // Loaded again meanwhile, from somewhere else.
  const sources = (await home.knowledgeBase()).sources();
  if (sources.some(({ sha256 }) => sha256 === load.sha256))
    throw refusal('changed-since', 'What was taken out was loaded again since.');
  const copies = [...(await listForgotten(home.paths.forgotten)), ...(await listCopies(home.paths.sources))];
  const copy = copies.find(({ sha256 }) => sha256 === load.sha256);
  if (copy === undefined) throw refusal('not-undoable', 'The copy of what was loaded is not kept any more.');
  await takeOneBack(home, { ...copy, loadedAt: load.loadedAt });
}

function isLoad(source: Load, { sha256, loadedAt }: Load): boolean {
  return source.sha256 === sha256 && source.loadedAt === loadedAt;
}

/**
 * Loads again what was forgotten, from the copies that were moved aside.
 *
 * @throws FoeprintError H513 where nothing forgotten is called so, H514 where several are, H521 where a copy is damaged
 */
export async function takeBack(
  home: Home,
  call: string,
  all = false,
  clearance?: MarkingLevel,
): Promise<readonly IngestReport[]> {
  const reports: IngestReport[] = [];
  for (const copy of await forgottenCalled(home, call, all, clearance))
    reports.push(await takeOneBack(home, copy));
  return reports;
}

async function takeOneBack(home: Home, copy: KeptCopy): Promise<IngestReport> {
  const { sources, forgotten } = home.paths;
  const { sha256, loadedAt } = copy;
  const knowledge = await home.knowledgeBase();
  // Moving it back may have been broken off.
  const isAside = existsSync(bytesPath(forgotten, sha256));
  const delivery = await deliveryOf(isAside ? forgotten : sources, copy, knowledge);
  return await withCopies(home.paths, async () => {
    await noteChanges([{ kind: 'load', sha256, loadedAt, isIn: true }]);
    const report = knowledge.ingest(delivery, loadedAt);
    // What is stored while its copy lies aside is moved back by whoever stores next; what is moved back and not stored would be lost.
    await ifWritable(moveBack(sources, forgotten, sha256));
    return report;
  });
}

/**
 * Deletes copies of what was forgotten.
 *
 * @throws FoeprintError H513 where nothing forgotten is called so, H514 where several are
 */
export async function purgeForgotten(
  home: Home,
  call: string,
  all = false,
  clearance?: MarkingLevel,
): Promise<readonly ForgottenCopy[]> {
  const copies = await forgottenCalled(home, call, all, clearance);
  await noteChanges(
    copies.map(({ sha256, level }) => ({
      kind: 'file',
      path: relative(home.paths.folder, descriptionPath(home.paths.forgotten, sha256)).replaceAll('\\', '/'),
      before: sha256,
      after: null,
      isPurged: true,
      ...defined({ level }),
    })),
  );
  for (const { sha256 } of copies) await purgeCopy(home.paths.forgotten, sha256);
  return copies;
}

/** Copies that lie aside of what is called so, in the order in which they were first loaded. */
async function forgottenCalled(
  home: Home,
  call: string,
  all: boolean,
  clearance: MarkingLevel | undefined,
): Promise<readonly ForgottenCopy[]> {
  const copies = visible(await listForgotten(home.paths.forgotten), clearance).toSorted((one, other) =>
    compareText(one.loadedAt, other.loadedAt),
  );
  return sourcesMeant(copies, call, all);
}

/** What somebody sees who is cleared so far: all of it where none is given. */
function visible<Marked extends { readonly level?: MarkingLevel }>(
  all: readonly Marked[],
  clearance: MarkingLevel | undefined,
): readonly Marked[] {
  return clearance === undefined ? all : all.filter(({ level }) => isCleared(level, clearance));
}

/** All loads of one source belong together; several sources are only meant together where that is said. */
function sourcesMeant<Named extends NamedSource>(
  sources: readonly Named[],
  call: string,
  all: boolean,
): readonly Named[] {
  const called = sourcesCalled(sources, call);
  const ids = new Set(called.map(({ id }) => id));
  if (all || ids.size <= 1) return called;
  throw refusal(
    'several-sources',
    `${ids.size} sources are called “${call}”: ${[...ids].join(', ')}.`,
    undefined,
    'Name one by its id, or say `--all`.',
  );
}
