import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../src/workbench/explanation/explain.ts';
import type { Desk } from '../../src/desk/index.ts';
import { sampleDesk } from '../support/desk.ts';
import { realDesk } from '../support/real-home.ts';
import { hasRealData } from '../support/real-data.ts';
import { idOf, labelled, object, relationship } from '../support/world/build.ts';
import { BURROWING, DIGGING, FARM, NAMES, RAID, WEASEL } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';
import { runs } from '../support/runs.ts';

/** The farm with a second group, more software, a place, and a tool that no one uses. */
function desk(): Desk {
  const tools = [61, 62, 63, 64].map((number) => labelled('tool', number, `S90${number}`, `Trap ${number}`));
  return worldDesk(
    [FARM],
    ...tools,
    labelled('intrusion-set', 51, 'G0951', 'Slow Toad'),
    labelled('campaign', 52, 'C0952', 'Dawn Raid'),
    labelled('course-of-action', 53, 'M9053', 'Loud Dog'),
    labelled('x-mitre-detection-strategy', 54, 'DET9054', 'Molehills'),
    object('location', 55, { name: 'Luxembourg', country: 'LU' }),
    labelled('attack-pattern', 56, 'T9056', 'Climbing'),
    relationship(83, idOf('campaign', 52), 'uses', DIGGING),
    ...tools.map((_, at) => relationship(70 + at, WEASEL, 'uses', idOf('tool', 61 + at))),
    relationship(80, RAID, 'uses', BURROWING),
    relationship(81, idOf('x-mitre-detection-strategy', 54), 'detects', DIGGING),
    relationship(82, idOf('intrusion-set', 51), 'uses', DIGGING),
  );
}

/** Every question that is answered, with why not. */
function why(first: string, second: string, relation?: string, at = desk()): string {
  return explain(at, first, second, { relation })
    .answer.explanations.map(({ question, status, whyNot = [] }) => [question, status, ...whyNot].join('\n'))
    .join('\n\n');
}

test.for([
  ['a mitigation that is reported against something else', 'M9001', 'T9001.001', undefined],
  ['a mitigation that is reported against nothing', 'M9053', 'T9001', undefined],
  ['a detection strategy', 'DET9054', 'T9001.001', undefined],
  ['a relation that only sources report', 'G0901', 'T9001.001', 'uses'],
  ['software of which none does it, and a campaign that did', 'G0951', 'T9001.001', undefined],
  ['software', 'S9001', 'T9001.001', undefined],
  ['many pieces of software, none of which does it', 'G0901', 'T9056', undefined],
  ['a campaign of another group', 'C0901', 'G0951', undefined],
  ['a campaign of nobody', 'C0952', 'G0951', undefined],
  ['things that nothing relates', 'M9001', 'Luxembourg', undefined],
  ['a thing and itself', 'G0901', 'Wily Weasel', undefined],
  ['a relation that is never of such things', 'G0901', 'T9001', 'relevant-mitigation'],
  ['a mitigation and a group that uses what it is not against', 'M9053', 'G0951', undefined],
  ['a mitigation and a campaign', 'M9001', 'C0952', undefined],
  ['a group and a platform', 'G0901', 'Barn OS', undefined],
  ['a technique and a platform', 'T9056', 'Barn OS', undefined],
] as const)('why not: %s', async ([title, first, second, relation]) => {
  await expect(`${why(first, second, relation)}\n`).toMatchFileSnapshot(
    `why-not/${title.replaceAll(/[^\w]+/gu, '-')}.txt`,
  );
});

test('what is reported of an entry of the same adversary explains what `victims` says', () => {
  const at = worldDesk([NAMES]);
  const {
    answer: { explanations },
    notes,
  } = explain(at, 'G0901', 'LU');
  expect(explanations.map(({ question, status }) => [question, status])).toEqual([
    ['Why is it that SATIN MONGOOSE originates from Luxembourg (LU)?', 'reported'],
  ]);
  expect(notes).toEqual([
    'Counts for Wily Weasel (G0901): reported of an entry that has the ATT&CK id of the group (SATIN MONGOOSE, G0901).',
  ]);
});

test('a name that leads to a group is explained for the group', () => {
  const at = worldDesk(
    [NAMES],
    labelled('attack-pattern', 91, 'T9091', 'Digging'),
    relationship(92, idOf('intrusion-set', 1), 'uses', idOf('attack-pattern', 91)),
  );
  expect(explain(at, 'SATIN MONGOOSE', 'T9091').answer.explanations).toMatchObject([{ status: 'reported' }]);
});

/** Two things of a view, and perhaps a relation. */
function pairsIn({ view, model }: Desk): fc.Arbitrary<readonly [string, string, string | undefined]> {
  const terms = Array.from({ length: view.catalogue.size }, (_, term) => term).filter(
    (term) => view.catalogue.entry(term).stored !== undefined && !view.catalogue.isWithdrawn(term),
  );
  const id = fc.constantFrom(...terms).map((term) => view.catalogue.id(term));
  const relations = model.relations.filter((each) => each.terms.length === 2).map(({ name }) => name);
  return fc.tuple(id, id, fc.option(fc.constantFrom(...relations), { nil: undefined }));
}

/**
 * Checks the sentences of an answer against the facts: what is said not to be is not, who is said to use several things
 * uses as many.
 */
function checkAnswer(
  at: Desk,
  [first, second, relation]: readonly [string, string, string | undefined],
): void {
  const { catalogue } = at.view;
  const { explanations } = explain(at, first, second, { relation }).answer;
  expect(explanations.length).toBeGreaterThan(0);
  const ids = [first, second].toSorted();
  for (const { status, fact, whyNot = [], proofs } of explanations) {
    expect(relation ?? fact.relation).toBe(fact.relation);
    if (status !== 'unknown') {
      expect(proofs.length).toBeGreaterThan(0);
      continue;
    }
    expect(fact.terms.map((term) => term.id).toSorted()).toEqual(ids);
    const terms = fact.terms.map((term) => catalogue.termOf(term.id) ?? -1);
    expect(at.model.find(fact.relation, terms)).toBe(-1);
    expect(whyNot.length).toBeGreaterThan(0);
    for (const reason of whyNot) {
      expect(reason.trim()).not.toBe('');
      expect(reason).not.toMatch(/undefined|\{\d\}|would have to be/u);
      const counted =
        /(?:^|: )(?<user>[^:;]+) is reported to use (?<count>\d+) (?<kind>pieces of software|techniques)/u.exec(
          reason,
        );
      if (counted?.groups !== undefined) {
        const types = counted.groups['kind'] === 'techniques' ? ['attack-pattern'] : ['malware', 'tool'];
        // Of a defence that is relevant to a group, the group is the second.
        const user = terms.find((term) => counted.groups?.['user']?.startsWith(catalogue.name(term)));
        expect(Number(counted.groups['count'])).toBe(usesOf(at, user ?? -1, types));
      }
      if (/ is reported to use no software/u.test(reason))
        expect(terms.map((term) => usesOf(at, term, ['malware', 'tool']))).toContain(0);
    }
  }
}

function usesOf({ view }: Desk, user: number, types: readonly string[]): number {
  const { columns: [users, used] = [], size = 0 } = view.facts.relations.get('uses') ?? {};
  return Array.from({ length: size }, (_, row) => row).filter(
    (row) => users?.[row] === user && types.includes(view.catalogue.entry(used?.[row] ?? -1).type),
  ).length;
}

test.for(['standard', 'reference'])('whatever is asked, something true is said (%s)', (pack) => {
  const at = sampleDesk({}, pack);
  fc.assert(
    fc.property(pairsIn(at), (pair) => checkAnswer(at, pair)),
    runs(100),
  );
});

test.skipIf(!hasRealData)('so it is over ATT&CK', async () => {
  const at = await realDesk();
  fc.assert(
    fc.property(pairsIn(at), (pair) => checkAnswer(at, pair)),
    runs(20),
  );
});
