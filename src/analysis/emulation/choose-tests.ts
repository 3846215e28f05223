import type { EmulationStep, EmulationTest, LeftTest, PlannedTest } from '../../answers/index.ts';
import { addTo } from '../../text/index.ts';
import { destructiveReasons, testPlatform } from '../../threat/index.ts';

/** What tests of a technique are chosen by. */
export interface TestChoice {
  /** ATT&CK id of the technique in view. */
  readonly technique: string;
  /** Short names of its tactics. */
  readonly tactics: readonly string[];
  /** Platforms of ATT&CK to choose for; empty for all. */
  readonly platforms: readonly string[];
  readonly allTests: boolean;
  /** What techniques of the library could be in view, where that is more than one. */
  readonly couldBe: ReadonlyMap<string, readonly string[]>;
  /** Take in destructive tests. */
  readonly destructive: boolean;
}

/** Tests to run for a technique, and why the others are not. */
export type ChosenTests = Pick<EmulationStep, 'standing' | 'tests' | 'left'>;

/** What a test asks for. */
type Weighed = Omit<PlannedTest, 'reason'>;

/**
 * Chooses tests by a stated rule: one for each platform, of those that are neither manual nor (unless asked for) destructive the one
 * that asks for least ({@link DEMANDS}: dependencies, files of the library and web addresses are fetched), then the first of the library.
 */
export function chooseTests(tests: readonly EmulationTest[], choice: TestChoice): ChosenTests {
  const weighed = tests.map((test) => weigh(test, choice));
  const reasons = new Map<Weighed, LeftTest['reason']>();
  const fit = weighed.filter((each) => {
    const reason = reasonAgainst(each, choice);
    if (reason !== undefined) reasons.set(each, reason);
    return reason === undefined;
  });
  const chosenFor = choice.allTests
    ? new Map(fit.map((each) => [each, each.platforms]))
    : bestByPlatform(fit);
  return {
    standing: standingOf(
      fit.length > 0,
      weighed.map((each) => reasons.get(each)),
    ),
    tests: fit.flatMap((each) => {
      const platforms = chosenFor.get(each);
      return platforms === undefined
        ? []
        : [{ ...each, platforms, reason: sayWhy(each, fit.length, choice) }];
    }),
    left: weighed
      .filter((each) => !chosenFor.has(each))
      .map((each) => ({
        guid: each.test.guid,
        name: each.test.name,
        reason: reasons.get(each) ?? 'another-chosen',
      })),
  };
}

function weigh(test: EmulationTest, { technique, tactics, platforms, couldBe }: TestChoice): Weighed {
  const own = [...new Set(test.platforms.flatMap((word) => testPlatform(word) ?? []))];
  const commands = [test.command, ...test.dependencies.map(({ fetch = '' }) => fetch)];
  const texts = [...commands, test.cleanup ?? '', ...test.arguments.map(({ fallback = '' }) => fallback)];
  return {
    test,
    platforms: platforms.length === 0 ? own : own.filter((platform) => platforms.includes(platform)),
    values: test.arguments
      .filter(
        ({ name, fallback }) => fallback === undefined && texts.some((text) => text.includes(`#{${name}}`)),
      )
      .map(({ name }) => name),
    usesNetwork: texts.some((text) => /https?:\/\//iu.test(text)),
    usesFiles: texts.some((text) => /PathToAtomicsFolder/iu.test(text)),
    couldBe: couldBe.get(test.technique) ?? [],
    destructive: destructiveReasons({ technique, tactics, commands }),
  };
}

function reasonAgainst(
  { test, platforms, destructive }: Weighed,
  choice: TestChoice,
): LeftTest['reason'] | undefined {
  if (platforms.length === 0) return 'other-platform';
  if (destructive.length > 0 && !choice.destructive) return 'destructive';
  return test.executor === 'manual' ? 'manual' : undefined;
}

function bestByPlatform(fit: readonly Weighed[]): ReadonlyMap<Weighed, readonly string[]> {
  const chosen = new Map<Weighed, string[]>();
  for (const platform of new Set(fit.flatMap(({ platforms }) => platforms))) {
    const [best] = fit.filter(({ platforms }) => platforms.includes(platform)).toSorted(compareDemands);
    if (best !== undefined) addTo(chosen, best, platform);
  }
  return chosen;
}

/** What tests ask for, in the order in which it counts against them. */
const DEMANDS: readonly { readonly of: (each: Weighed) => boolean; readonly without: string }[] = [
  { of: ({ couldBe }) => couldBe.length > 0, without: 'of this very technique' },
  { of: ({ values }) => values.length > 0, without: 'nothing to be given by hand' },
  {
    of: ({ test, usesFiles, usesNetwork }) => test.dependencies.length > 0 || usesFiles || usesNetwork,
    without: 'nothing to fetch',
  },
  { of: ({ test }) => test.elevation, without: 'no rights of an administrator' },
];

function compareDemands(one: Weighed, other: Weighed): number {
  for (const { of } of DEMANDS) if (of(one) !== of(other)) return of(one) ? 1 : -1;
  // Equal ones stay in the order of the library.
  return 0;
}

function sayWhy(each: Weighed, fit: number, { allTests }: TestChoice): string {
  if (allTests) return 'all tests are asked for';
  if (fit === 1) return 'the only one that fits';
  const spared = DEMANDS.slice(1)
    .filter(({ of }) => !of(each))
    .map(({ without }) => without);
  return `asks for least: ${[...spared, 'first of its library'].join(', ')}`;
}

/** Of the reasons against tests, the one that is nearest to running it stands for the step. */
const STANDING_BY_REASON = [
  ['destructive', 'destructive-only'],
  ['manual', 'manual-only'],
  ['other-platform', 'other-platforms-only'],
] as const;

function standingOf(
  isExecutable: boolean,
  reasons: readonly (LeftTest['reason'] | undefined)[],
): ChosenTests['standing'] {
  if (isExecutable) return 'executable';
  return STANDING_BY_REASON.find(([reason]) => reasons.includes(reason))?.[1] ?? 'no-test';
}
