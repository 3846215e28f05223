import type { DerivedFact, FactEnds } from '../../../src/answers/index.ts';
import { drawers, heron, lowTide, mudlark, shuffling } from '../../report/support/explanations.ts';

/** Derived facts about invented adversaries: two, of which the second rests on the first. */

const relationship = (number: number): string =>
  `relationship--00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;

export const STATEMENT = 'marking-definition--00000000-0000-4000-8000-000000000001';
export const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
export const AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421';

const use: FactEnds = { relation: 'indirectly-uses', subject: heron.id, object: shuffling.id };

export const DERIVED_FACTS: readonly [DerivedFact, DerivedFact] = [
  {
    ...use,
    sentence: `${heron.name} indirectly uses ${shuffling.name}`,
    weight: 0.8,
    proofCount: '2',
    countIsExact: true,
    derivations: [
      {
        rule: 'use-through-software',
        premises: [{ reportedIn: [relationship(1), relationship(9)] }, { reportedIn: [relationship(2)] }],
      },
      {
        rule: 'use-by-attribution',
        premises: [{ reportedIn: [relationship(3)] }, { reportedIn: [relationship(4)] }],
      },
    ],
    markings: [STATEMENT, GREEN, AMBER, STATEMENT],
  },
  {
    relation: 'relevant-to',
    subject: drawers.id,
    object: heron.id,
    sentence: `${drawers.name} is relevant to ${heron.name}; “quoted”, <b>bold</b>`,
    weight: 0.805,
    proofCount: '36893488147419103232',
    countIsExact: false,
    derivations: [
      { rule: 'mitigation-for-group', premises: [{ derived: use }, { reportedIn: [relationship(5)] }] },
    ],
    markings: [],
  },
];

/** The objects that the facts are about. */
export const ENDS = [heron, mudlark, lowTide, shuffling, drawers].map(({ id, type, name }) => ({
  type,
  spec_version: '2.1',
  id,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name,
  ...(type === 'malware' ? { is_family: true } : {}),
}));
