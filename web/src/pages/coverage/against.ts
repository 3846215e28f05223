import { list, text, truth, whole, word } from '../../address/address.ts';
import type { Level } from '../../kit/matrix-cell.ts';
import type { Coverage } from '../../given/coverage-given.ts';
import type { Organisation } from '../../given/organisation.ts';

/** Kinds of what can be built, with what the page calls them. */
export const KINDS = [
  ['mitigations', 'Mitigations'],
  ['log-sources', 'Log sources'],
  ['data-components', 'Data components'],
  ['detections', 'Detections'],
] as const;
export type Kind = (typeof KINDS)[number][0];

/** What the address of the page says. */
export const FIELDS = {
  /** What is looked at: what the organisation is to expect, what groups use, or all techniques. */
  against: word('org', 'groups', 'all'),
  groups: list(),
  stage: word('any', 'none', 'log-source', 'rule', 'deployed', 'tested'),
  gaps: truth(false),
  kind: word('mitigations', 'log-sources', 'data-components', 'detections'),
  budget: whole(8, 1, 28),
  /** The technique whose coverage is explained beside the matrix. */
  technique: text(),
};

/** The level from which nothing is missing: a rule is deployed. */
export const ENOUGH: Level = 3;

/** What a question about coverage is asked of. */
export interface Against {
  readonly of: 'org' | 'groups' | 'all';
  readonly question: {
    /** Null where all techniques are looked at, whatever organisation the home keeps. */
    readonly organisation?: Organisation | null;
    readonly groups?: readonly string[];
    readonly derived?: boolean;
    readonly coverage?: Coverage;
  };
}

/** What is looked at: what the address says, as far as there is an organisation and there are groups. */
export function againstOf(
  { against, groups }: { readonly against: Against['of']; readonly groups: readonly string[] },
  organisation: Organisation | undefined,
  coverage: Coverage | undefined,
): Against {
  const given = coverage === undefined ? {} : { coverage };
  if (against === 'groups' && groups.length > 0)
    return { of: 'groups', question: { groups, derived: true, ...given } };
  if (against === 'org' && organisation !== undefined)
    return { of: 'org', question: { organisation, ...given } };
  return { of: 'all', question: { organisation: null, ...given } };
}
