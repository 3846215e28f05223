import type { Analytic, SigmaAnswer, TestLibrary } from '../../../answers/index.ts';
import { groupedBy } from '../../../text/index.ts';
import type { ReleaseTarget } from '../../releases/resolution.ts';
import { carriedTests } from '../../emulation/carried-tests.ts';
import { areRelated, draftRules, logName } from './draft-rules.ts';
import type { Trace } from './trace.ts';
import { tracesOf } from './traces.ts';

/** What drafts are made from. */
export interface DraftRequest {
  readonly library: TestLibrary;
  readonly target: ReleaseTarget;
  /** ATT&CK ids of the groups asked about that use a technique, by its STIX id. */
  readonly groupsOf: (technique: string) => readonly string[];
  /** Analytics of ATT&CK against a technique, by its STIX id. */
  readonly analyticsOf: (technique: string) => readonly Analytic[];
  /** The day that drafts bear: when its source last changed a technique, by its STIX id. */
  readonly dateOf: (technique: string) => string;
}

/** Drafts for techniques that have no rules, and why others have none. */
export function draftsFor(
  techniques: SigmaAnswer['techniques'],
  { library, target, groupsOf, analyticsOf, dateOf }: DraftRequest,
): Required<Pick<SigmaAnswer, 'drafts' | 'undrafted'>> {
  const { byTechnique } = carriedTests(library, target);
  const traced = new Map<string, readonly Trace[]>();
  for (const [id, tests] of byTechnique) traced.set(id, tests.flatMap(tracesOf));
  const byLog = groupedBy(
    [...traced].flatMap(([of, traces]) => traces.map((trace) => ({ of, trace }))),
    ({ trace }) => logName(trace.log),
  );
  const drafts: SigmaAnswer['drafts'][number][] = [];
  const undrafted: SigmaAnswer['undrafted'][number][] = [];
  for (const { technique, rules } of techniques) {
    if (rules > 0) continue;
    const { label: id, name } = technique;
    const made = draftRules({
      technique: { id, name },
      tactics: target.tacticsOf(id),
      groups: groupsOf(technique.id),
      release: target.release,
      date: dateOf(technique.id),
      analytics: analyticsOf(technique.id),
      traces: traced.get(id) ?? [],
      othersIn: (log) =>
        (byLog.get(logName(log)) ?? []).flatMap(({ of, trace }) => (areRelated(id, of) ? [] : [trace])),
      library: library.name,
    });
    if ('reason' in made) undrafted.push({ technique, ...made });
    else for (const draft of made.drafts) drafts.push({ technique, ...draft });
  }
  return { drafts, undrafted };
}
