import type { SentenceSignals } from '../../src/reading/index.ts';
import { FITTED, type SignalWeights } from '../../src/reading/reports/technique-probability.ts';
import { techniqueSignals } from '../../src/reading/reports/technique-signals.ts';
import { techniquesStated } from '../../src/reading/reports/techniques-of.ts';
import type { TechniqueReader } from '../../src/workbench/reports/model/technique-reader.ts';
import { fitConditionalLogit, type Choice } from '../triage/conditional-logit.ts';
import { foldedBy, type LabelledReport, type LabelledSet } from './labelled.ts';
import { figuresOf, shown, type Found } from './scores.ts';

/** A labelled report, and what its sentences speak for. */
export interface SignalledReport {
  readonly set: LabelledSet;
  readonly report: LabelledReport;
  readonly signals: readonly SentenceSignals[];
  readonly choices: readonly Choice[];
}

/** What has no label; all of it counts as one. */
const UNLABELLED = '';

const NAMES = FITTED.weights.map(([name]) => name);

/** Nothing, over which a technique that is stated is chosen: all its signals are 0. */
const NOTHING = [...NAMES.map(() => 0), 0];

/** Of a report, each label that could be stated: whether it is chosen over nothing. */
export function choicesIn(
  { set, report, signals }: Omit<SignalledReport, 'choices'>,
  procedures: ReadonlyMap<string, number>,
): readonly Choice[] {
  const right = foldedBy(set.fold, report.techniques);
  if (right.size === 0) return [];
  const label = (technique: string): string => set.fold(technique) ?? UNLABELLED;
  const ofLabel = tallied(procedures, label);
  return [...techniqueSignals(signals, label, (each) => ofLabel.get(each) ?? 0)].flatMap(
    ([technique, { signals: found }]) =>
      technique === UNLABELLED
        ? []
        : {
            candidates: [[...NAMES.map((name) => found[name]), 1], NOTHING],
            right: right.has(technique) ? 0 : 1,
          },
  );
}

function tallied(
  procedures: ReadonlyMap<string, number>,
  label: (technique: string) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [technique, count] of procedures)
    counts.set(label(technique), (counts.get(label(technique)) ?? 0) + count);
  return counts;
}

/** Weights under which reports state what experts say that they do: logistic regression with a little ridge. */
export function fittedOn(reports: readonly SignalledReport[]): SignalWeights {
  const fitted = fitConditionalLogit(reports.flatMap(({ choices }) => choices));
  return { offset: fitted.at(-1) ?? 0, weights: NAMES.map((name, at) => [name, fitted[at] ?? 0]) };
}

const FOLDS = 5;

/**
 * How reports are read by weights that none of them was used for: fitted on the others of both sets, on the others of TRAM, on the others of AnnoCTR.
 */
export function crossValidated(
  sets: readonly LabelledSet[],
  reports: readonly SignalledReport[],
  procedures: TechniqueReader['procedures'],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    tested: reports.filter((__, at) => at % FOLDS === fold),
    others: reports.filter((__, at) => at % FOLDS !== fold),
  }));
  const rows = [sets, ...sets.map((set) => [set])].map((used) => {
    const found = folds.flatMap(({ tested, others }) => {
      const weights = fittedOn(others.filter(({ set }) => used.includes(set)));
      return tested.map((one) => ({
        ...one,
        stated: techniquesStated(one.signals, procedures.of, procedures.within, weights),
      }));
    });
    const cells = sets.flatMap((set) => {
      const of = (isMeant: (tier: string) => boolean): readonly Found[] =>
        found
          .filter(({ set: own }) => own === set)
          .map(({ report, stated }) => ({
            right: foldedBy(set.fold, report.techniques),
            found: foldedBy(
              set.fold,
              stated.filter(({ tier }) => isMeant(tier)).map(({ technique }) => technique),
            ),
          }))
          .filter(({ right }) => right.size > 0);
      const all = figuresOf(of(() => true));
      const accepted = figuresOf(of((tier) => tier === 'accept'));
      return [
        [`${set.short}: F1`, shown(all.f1)],
        [
          `${set.short}: accepted, precision / recall`,
          `${shown(accepted.precision)} / ${shown(accepted.recall)}`,
        ],
      ];
    });
    return [`fitted on ${used.map(({ short }) => short).join(' and ')}`, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(rows);
}
