import type { CarriedCoverage, CoverageClaims, Covered } from '../../answers/index.ts';
import {
  carriedCoverage,
  carryClaims,
  coveredTechniques,
  isCovering,
  type HeldClaim,
} from '../../analysis/index.ts';
import { reportedIn, type Knowledge } from '../../desk/index.ts';
import { errorOf, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { compareText, isDay } from '../../text/index.ts';
import { inventoriesOn, type CoverageInventory } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { targetInView } from '../releases/target-in-view.ts';
import type { Answered } from '../use-case.ts';

/** What a question says of the coverage that is to count. */
export interface CoverageAsked {
  readonly coverage?: CoverageClaims | undefined;
  /** Of what is kept these alone; none: all of it where nothing is given, nothing where something is. */
  readonly inventories: readonly string[];
  readonly asOf?: string | undefined;
}

/** The coverage that a question counts: what is given with it, and what of that which is kept holds on its day. */
export interface CountedCoverage {
  readonly given: CoverageClaims | undefined;
  readonly inForce: readonly CoverageInventory[];
  /** All that is kept under the names asked for, whatever its day. */
  readonly asked: readonly CoverageInventory[];
  /** The day that it stands as of: the one asked about, otherwise the newest that anything holds from; empty where nothing is kept. */
  readonly asOf: string;
  readonly level: MarkingLevel | undefined;
  /** What of what is kept counts, by name and day: another home answers otherwise. */
  readonly notes: readonly string[];
}

/**
 * What every question about coverage, and every one that takes it off, counts.
 *
 * @throws FoeprintError W608 for a day that is none, W692 for a name that nothing is kept under
 */
export async function countedCoverage(
  { coverage }: Pick<Knowledge['desk'], 'coverage'>,
  { coverage: given, inventories: names, asOf: day }: CoverageAsked,
): Promise<CountedCoverage> {
  if (day !== undefined && !isDay(day))
    throw errorOf(WORKBENCH_ISSUES.notADay, `“${day}” is no day such as 2026-05-02.`);
  const isCounted = given === undefined || given.withKept === true || names.length > 0;
  const kept = isCounted ? await coverage() : [];
  const missing = names.find((name) => !kept.some((inventory) => inventory.name === name));
  if (missing !== undefined)
    throw errorOf(WORKBENCH_ISSUES.unknownInventory, `Nothing is kept as “${missing}”.`);
  const asked = names.length === 0 ? kept : kept.filter(({ name }) => names.includes(name));
  const days = asked.map(({ date }) => date).toSorted(compareText);
  const asOf = day ?? days.at(-1) ?? '';
  const inForce = inventoriesOn(asked, asOf);
  return {
    given,
    inForce,
    asked,
    asOf,
    level: strictestLevel([...inForce.map((inventory) => inventory.level), given?.marking]),
    notes: notesOn(asked, inForce, asOf),
  };
}

function notesOn(
  asked: readonly CoverageInventory[],
  inForce: readonly CoverageInventory[],
  day: string,
): readonly string[] {
  if (asked.length === 0) return [];
  return inForce.length === 0
    ? [`None of the coverage that is kept holds on ${day} yet.`]
    : [
        `Coverage that is kept counts: ${inForce.map(nameOf).join(', ')}. \`--coverage none\` leaves it out, \`--inventory NAME\` chooses.`,
      ];
}

function nameOf({ name, date }: CoverageInventory): string {
  return `“${name}” of ${date}`;
}

/** All that is claimed, with where it is kept. */
export function heldClaims({
  given,
  inForce,
}: Pick<CountedCoverage, 'given' | 'inForce'>): readonly HeldClaim[] {
  return [
    ...(given?.claims ?? []).map((claim) => ({ claim })),
    ...inForce.flatMap((inventory) => inventory.claims.map((claim) => ({ claim, inventory }))),
  ];
}

/** Coverage in the release in view. */
export interface CoverageInView {
  /** By the term of the technique. */
  readonly techniques: ReadonlyMap<number, Covered>;
  readonly carried: CarriedCoverage;
}

/** What is asked, and on which platforms. */
interface CoverageTaken extends CoverageAsked {
  readonly release?: string | undefined;
  readonly organisation?: { readonly platforms: readonly string[] } | undefined;
}

/**
 * Answers a question that takes off what is covered, and says what of what is kept it counted.
 *
 * @param answer is given what is covered; nothing where nothing is known of that
 * @throws FoeprintError W608, W692
 */
export async function withCoverage<Answer>(
  desk: Knowledge['desk'],
  question: CoverageTaken,
  answer: (coverage: CoverageInView | undefined) => Answered<Answer> | Promise<Answered<Answer>>,
): Promise<Answered<Answer>> {
  const counted = await countedCoverage(desk, question);
  const held = heldClaims(counted);
  const isKnown = (counted.given?.claims.length ?? 0) > 0 || held.some(isCovering);
  const covered = isKnown ? coverageInView(desk, held, question) : undefined;
  const { notes = [], level, ...answered } = await answer(covered);
  return {
    ...answered,
    notes: [...notes, ...counted.notes, ...onlyToHand(counted.inForce)],
    level: strictestLevel([level, counted.level]),
  };
}

/** Carries the claims that cover to the release in view. */
export function coverageInView(
  desk: Pick<Knowledge['view'], 'base' | 'view'>,
  held: readonly HeldClaim[],
  { release, organisation }: Pick<CoverageTaken, 'release' | 'organisation'> = {},
): CoverageInView {
  const claims = carryClaims(held.filter(isCovering), targetInView(desk, release));
  return {
    techniques: coveredTechniques(reportedIn(desk), claims, organisation?.platforms ?? []),
    carried: carriedCoverage(claims),
  };
}

/** That what is not deployed covers nothing: whoever keeps a repository of rules would take it for covered. */
function onlyToHand(inForce: readonly CoverageInventory[]): readonly string[] {
  const names = inForce
    .filter((inventory) => !inventory.claims.some((claim) => isCovering({ claim, inventory })))
    .map(nameOf);
  return names.length === 0
    ? []
    : [
        `Of that, rules to hand cover nothing here until they are deployed: ${names.join(', ')} (\`coverage import --stage deployed\` says that they are).`,
      ];
}
