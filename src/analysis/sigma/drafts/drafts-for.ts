import type { Analytic, SigmaAnswer, TestLibrary } from '../../../answers/index.ts';
import type { ReleaseTarget } from '../../releases/resolution.ts';
import { carriedTests } from '../../emulation/carried-tests.ts';
import { areRelated, draftRules } from './draft-rules.ts';
import { tracesOf, type Trace } from './traces.ts';

/** What drafts are made from. */
export interface DraftRequest {
  readonly library: TestLibrary;
  readonly target: ReleaseTarget;
  /** ATT&CK ids of groups that drafts are for. */
  readonly groups: readonly string[];
  /** Analytics of ATT&CK against a technique, by its STIX id. */
  readonly analyticsOf: (technique: string) => readonly Analytic[];
  /** The day that drafts bear: when its source last changed a technique, by its STIX id. */
  readonly dateOf: (technique: string) => string;
}

/** Drafts for techniques that have no rules, and why others have none. */
export function draftsFor(
  techniques: SigmaAnswer['techniques'],
  { library, target, groups, analyticsOf, dateOf }: DraftRequest,
): Required<Pick<SigmaAnswer, 'drafts' | 'undrafted'>> {
  const { byTechnique } = carriedTests(library, target);
  const traced = new Map<string, readonly Trace[]>();
  for (const [id, tests] of byTechnique) traced.set(id, tests.flatMap(tracesOf));
  const drafts: SigmaAnswer['drafts'][number][] = [];
  const undrafted: SigmaAnswer['undrafted'][number][] = [];
  for (const { technique, rules } of techniques) {
    if (rules > 0) continue;
    const { label: id, name } = technique;
    const made = draftRules({
      technique: { id, name },
      tactics: target.tacticsOf(id),
      groups,
      release: target.release,
      date: dateOf(technique.id),
      analytics: analyticsOf(technique.id),
      traces: traced.get(id) ?? [],
      others: [...traced].flatMap(([other, traces]) => (areRelated(id, other) ? [] : traces)),
      library: library.name,
    });
    if ('reason' in made) undrafted.push({ technique, reason: made.reason });
    else for (const draft of made.drafts) drafts.push({ technique, ...draft });
  }
  return { drafts, undrafted };
}
