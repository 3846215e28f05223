import { expect, test } from 'vitest';
import { sayReportedBy } from '../../src/answers/index.ts';
import type { Evidence } from '../../src/facts/index.ts';
import { evidenceAt } from '../../src/workbench/read-evidence.ts';
import { MONGOOSE, VELVET_STOAT } from '../support/world/cast.ts';
import { worldView } from '../support/world/desk.ts';

/** Evidence of every reported fact of a relation about a thing. */
function evidence(relation: string, about: string): readonly Evidence[] {
  const view = worldView();
  const rows = view.facts.relations.get(relation);
  const [subjects] = rows?.columns ?? [];
  return Array.from({ length: rows?.size ?? 0 }, (_, row) => row)
    .filter((row) => view.catalogue.id(subjects?.[row] ?? 0) === about)
    .map((row) => evidenceAt(view, rows?.origins[rows.firstStatement[row] ?? 0] ?? 0));
}

test('a claim is reported by its source, according to its claimant by name, with how sure they are', () => {
  const team = evidence('known-as', MONGOOSE).find(({ sentence }) => sentence.includes('Stoat'));
  expect(team).toMatchObject({ claimant: 'Barn Labs', sentence: 'name-attribution: Team Stoat' });
  expect(team === undefined ? '' : sayReportedBy(team)).toBe(
    'MISP galaxy Fictional 7; according to Barn Labs',
  );
  const similar = evidence('similar-to', VELVET_STOAT).map(sayReportedBy);
  expect(similar.toSorted()).toEqual([
    'MISP galaxy Fictional 7; confidence: likely',
    'MISP galaxy Fictional 7; confidence: roughly-even-chance',
  ]);
});

test('what a source claims in its own name has no other claimant', () => {
  const [origin] = evidence('originates-from', MONGOOSE);
  expect(origin === undefined ? '' : sayReportedBy(origin)).toBe('MISP galaxy Fictional 7');
});

test('an analyst’s status is part of the evidence', () => {
  const [origin] = evidence('originates-from', MONGOOSE);
  if (origin === undefined) throw new Error('no evidence');
  const asserted = {
    ...origin,
    source: { ...origin.source, name: 'IR-1: Fence' },
    claimant: 'IR-1',
    status: 'confirmed',
  };
  expect(sayReportedBy(asserted)).toBe('IR-1: Fence; confirmed');
});

test('what was read out of prose says so, and by which pattern', () => {
  const [origin] = evidence('originates-from', MONGOOSE);
  if (origin === undefined) throw new Error('no evidence');
  expect(sayReportedBy({ ...origin, confidence: 'suspected', extractedBy: 'described-as' })).toBe(
    'MISP galaxy Fictional 7; confidence: suspected; derived: read out of the text by pattern described-as',
  );
});
