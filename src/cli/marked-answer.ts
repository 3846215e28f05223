import { FoeprintError, MARKING_LEVELS, sayLevel, strictestLevel, strictness } from '../facts/index.ts';
import type { MarkingLevel } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';
import { noticesOf, noticesOfSources } from '../desk/index.ts';
import { restingOn } from '../workbench/index.ts';
import type { CommandModule, Outcome } from './command.ts';
import type { Call } from './call.ts';
import type { LeftOut, OpenCall } from './open-call.ts';

/** An answer, and how far it may go. */
export interface MarkedAnswer {
  readonly outcome: Outcome;
  readonly marking: Marking;
}

/** What is said beside every answer of how far it may go. */
export interface Marking {
  /** `TLP:AMBER`; absent where it rests on nothing that is marked above clear. */
  readonly level?: string;
  /** What the clearance leaves out; absent where no clearance was asked for. */
  readonly leftOut?: LeftOut;
}

/**
 * Runs a command and finds how far its answer may go: the lowest clearance at which this very answer still comes out, since then
 * it rests on nothing that is marked higher, whatever the command and its rules do. That is the answer given: it names no source
 * that it could do without. Costs nothing where nothing in view is marked.
 *
 * @throws FoeprintError whatever the command throws, see {@link markedRefusal}
 */
export async function markedAnswer({ run }: CommandModule, opened: OpenCall): Promise<MarkedAnswer> {
  const outcome = await run(opened.call);
  const leftOut = await opened.leftOut();
  const freerOnes = await freerLevels(opened);
  // Only what may be marked is put into words to be compared: most homes hold nothing marked.
  const said = freerOnes.length === 0 ? '' : contentOf(outcome);
  for (const level of freerOnes) {
    const freer = await attempted(run, opened.clearedTo(level, dayOf(said)));
    if (freer === undefined || freer instanceof FoeprintError || contentOf(freer) !== said) continue;
    return { outcome: freer, marking: markingOf(strictestLevel([level, freer.level]), leftOut) };
  }
  const most = (await opened.levels()).at(-1);
  return { outcome, marking: markingOf(strictestLevel([most, outcome.level]), leftOut) };
}

/** How far a refusal may go, which names what it could not choose between: the lowest clearance at which it is the same. */
export async function markedRefusal(
  { run }: CommandModule,
  opened: OpenCall,
  refused: FoeprintError,
): Promise<Marking> {
  // Nothing was asked of the knowledge, or it could not be.
  const levels = await opened.levels().catch(() => []);
  if (levels.length === 0) return {};
  for (const level of await freerLevels(opened)) {
    const freer = await attempted(run, opened.clearedTo(level));
    if (freer instanceof FoeprintError && freer.message === refused.message)
      return markingOf(level, undefined);
  }
  return markingOf(levels.at(-1), undefined);
}

/** Clearances below the one that lets everything in view through, from the freest. */
async function freerLevels(opened: OpenCall): Promise<readonly MarkingLevel[]> {
  const levels = await opened.levels();
  const marked = levels.filter((level) => strictness(level) > strictness('clear'));
  return marked.length === 0 ? [] : [MARKING_LEVELS[0], ...marked.slice(0, -1)];
}

/** What comes of a command for somebody cleared less; undefined where it fails. */
async function attempted(
  run: CommandModule['run'],
  call: Call,
): Promise<Outcome | FoeprintError | undefined> {
  try {
    return await run(call);
  } catch (error) {
    return error instanceof FoeprintError ? error : undefined;
  }
}

/** What an outcome says, as one text, without the names and notices of all that was in view: those are no part of the answer. */
function contentOf({ data, content, text, remarks, exitCode, reading }: Outcome): string {
  const basis: Readonly<Record<string, ReadonlySet<unknown>>> = {
    sources: new Set(reading?.view.sources.map(({ name }) => name)),
    notices: new Set(reading === undefined ? [] : noticesOf(reading)),
  };
  const isBasis = (key: string, value: unknown): boolean =>
    Array.isArray(value) && Object.hasOwn(basis, key) && value.every((each) => basis[key]?.has(each));
  const said = JSON.stringify([content ?? data, remarks, exitCode], (key, value: unknown) =>
    isBasis(key, value) ? undefined : value,
  );
  return `${said}\n${text ?? ''}`.replaceAll(BASIS_OF_LAYER, '');
}

/** The metadata by which a layer names what was in view, and its notices. */
const BASIS_OF_LAYER =
  /,?\s*\{\s*"name":\s*"(?:Notice|(?:foeprint\.recipe\.)?sources)",\s*"value":\s*"(?:[^"\\]|\\.)*"\s*\}/gu;

/** The day that an answer is as of, where it says so. Whoever is cleared less is answered as of the same day: a day tells nothing. */
function dayOf(said: string): string | undefined {
  const [, answered, inLayer] =
    /"asOf":"(\d{4}-\d\d-\d\d)"|"name":\s*"(?:foeprint\.recipe\.)?as-of",\s*"value":\s*"(\d{4}-\d\d-\d\d)"/u.exec(
      said,
    ) ?? [];
  return answered ?? inLayer;
}

/** Who may see everything that is clear may see everything that is unmarked: such an answer bears no marking. */
function markingOf(level: MarkingLevel | undefined, leftOut: LeftOut | undefined): Marking {
  return {
    ...(strictness(level) <= strictness('clear') || level === undefined ? {} : { level: sayLevel(level) }),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}

/** The data of an answer with what is said beside it: how far it may go, what is left out, what it rests on, and notices. */
export function markedData({ outcome, marking }: MarkedAnswer): unknown {
  const { data, reading, isAsTold } = outcome;
  if (isAsTold === true || typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const { level, leftOut } = marking;
  return {
    ...data,
    ...(level === undefined ? {} : { marking: level }),
    ...(leftOut === undefined
      ? {}
      : { leftOut: { objects: leftOut.objects, above: sayLevel(leftOut.above) } }),
    ...(reading === undefined ? {} : basisOf(reading.view, contentOf(outcome))),
  };
}

function basisOf(view: KnowledgeView, content: string): object {
  const sources = restingOn(view, () => content);
  return {
    sources: sources.map(({ id, name }) => ({ id, name })),
    notices: noticesOfSources(sources),
  };
}

/** `3 objects marked above TLP:GREEN are left out.`; undefined where nothing is. */
export function sayLeftOut({ leftOut }: Marking): string | undefined {
  if (leftOut === undefined || leftOut.objects === 0) return undefined;
  const { objects, above } = leftOut;
  const what = objects === 1 ? '1 object marked above' : `${objects} objects marked above`;
  return `${what} ${sayLevel(above)} ${objects === 1 ? 'is' : 'are'} left out.`;
}
