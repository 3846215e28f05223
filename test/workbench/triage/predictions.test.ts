import { expect, test } from 'vitest';
import { predictorOver } from '../../../src/workbench/triage/predictions.ts';
import type { SeenIncident } from '../../../src/threat/index.ts';
import { knowledgeOf } from '../../support/desk.ts';
import {
  delivered,
  idOf,
  labelled,
  relationship,
  release,
  technique,
  use,
} from '../../support/world/build.ts';

const [HEDGEHOG, FOX] = [idOf('intrusion-set', 1), idOf('intrusion-set', 2)];
const LATER = { modified: '2022-01-01T00:00:00.000Z' };

const groups = [
  labelled('intrusion-set', 1, 'G0961', 'Shy Hedgehog'),
  labelled('intrusion-set', 2, 'G0962', 'Bold Fox'),
];
const tool = labelled('malware', 31, 'S9061', 'BURDOCK', { x_mitre_aliases: ['BURDOCK', 'Sticky Seed'] });
const parent = technique(11, 'T9063', 'Sniffing', ['breach']);

/** Two releases of a hedge: in the second, Rolling has become Curling, Sniffing has a sub-technique, a third group came, and the Fox curls, too. */
const HEDGE = knowledgeOf(
  delivered(
    'before',
    release('1.0'),
    ...groups,
    tool,
    parent,
    technique(12, 'T9061', 'Rolling', ['breach']),
    use(51, HEDGEHOG, idOf('attack-pattern', 12), 'It rolls.', 'Bark. (2020). A.'),
    use(52, FOX, idOf('attack-pattern', 11), 'It sniffs.', 'Bark. (2020). B.'),
    use(53, FOX, idOf('malware', 31), 'It has seeds.', 'Moss. (2020). C.'),
  ),
  delivered(
    'after',
    release('2.0'),
    ...groups,
    tool,
    labelled('intrusion-set', 3, 'G0963', 'New Marten'),
    parent,
    technique(12, 'T9061', 'Rolling', ['breach'], { revoked: true, ...LATER }),
    technique(13, 'T9062', 'Curling', ['breach']),
    technique(14, 'T9063.001', 'Sniffing Roots', ['breach']),
    relationship(61, idOf('attack-pattern', 12), 'revoked-by', idOf('attack-pattern', 13)),
    use(54, FOX, idOf('attack-pattern', 13), 'It curls.', 'Leaf. (2022). D.', 'Moss. (2022). E.'),
    use(55, HEDGEHOG, idOf('attack-pattern', 13), 'It curls.', 'Bark. (2020). A.'),
  ),
);

const NOTHING: Pick<SeenIncident, 'hidden' | 'hiddenCitations'> = { hidden: [], hiddenCitations: [] };

const incident = (more: Partial<SeenIncident>): SeenIncident => ({
  id: 'a',
  techniques: [],
  software: [],
  hidden: [],
  hiddenCitations: [],
  ...more,
});

function orderOf(more: Partial<SeenIncident>, hidden = NOTHING, withSoftware = false) {
  const { ranked, ...rest } = predictorOver(HEDGE, withSoftware).predict(incident(more), hidden);
  return { ...rest, order: ranked.map(({ group }) => group) };
}

test.each([
  [
    'a release has only its own groups and uses',
    { release: '1.0', techniques: ['T9061'] },
    ['G0961', 'G0962'],
  ],
  [
    'an id that came later is what it replaced',
    { release: '1.0', techniques: ['T9062'] },
    ['G0961', 'G0962'],
  ],
  [
    'a sub-technique that came later is its parent',
    { release: '1.0', techniques: ['T9063.001'] },
    ['G0962', 'G0961'],
  ],
  [
    'an id that was replaced is what replaced it',
    { release: '2.0', techniques: ['T9061'] },
    ['G0962', 'G0961', 'G0963'],
  ],
  ['the newest release where none is named', { techniques: ['t9062'] }, ['G0962', 'G0961', 'G0963']],
])('%s', (_, asked, order) => {
  expect(orderOf(asked)).toStrictEqual({ id: 'a', p_none: 0.4, order });
});

test('what no release has is said, and groups are ranked by the rest', () => {
  expect(orderOf({ release: '1.0', techniques: ['T9061', 'T9999', 'nonsense'] })).toStrictEqual({
    id: 'a',
    p_none: 0.4,
    order: ['G0961', 'G0962'],
    notes: ['not in this release: T9999, nonsense'],
  });
});

test('what is hidden in the incident or beside it is not used, and an emptied profile stands last', () => {
  const asked = { release: '2.0', techniques: ['T9062'] };
  const last = ['G0961', 'G0962', 'G0963'];
  expect(orderOf({ ...asked, hidden: [idOf('relationship', 54)] }).order).toStrictEqual(last);
  expect(
    orderOf({ ...asked, hiddenCitations: ['Leaf 54'] }, { hidden: [], hiddenCitations: ['Moss 54'] }).order,
  ).toStrictEqual(last);
  expect(orderOf(asked, { hidden: [idOf('relationship', 55)], hiddenCitations: [] }).order).toStrictEqual([
    'G0962',
    'G0961',
    'G0963',
  ]);
});

test('software counts, by id, name or alias, where it is asked for', () => {
  for (const name of ['S9061', 'burdock', 'Sticky Seed']) {
    const asked = { release: '1.0', techniques: ['T9061'], software: [name] };
    expect(orderOf(asked).order).toStrictEqual(['G0961', 'G0962']);
    expect(orderOf(asked, NOTHING, true).order).toStrictEqual(['G0962', 'G0961']);
  }
});

test('a release that is younger than the incident has more of the groups', () => {
  expect(orderOf({ release: '2.0', techniques: ['T9062'], date: '2019-01-01' }).p_none).toBe(0.25);
  expect(orderOf({ release: '2.0', techniques: ['T9062'], date: '2024-01-01' }).p_none).toBe(0.4);
});

test('a release that is not loaded is refused', () => {
  expect(() => orderOf({ release: '9.9', techniques: ['T9061'] })).toThrow('W613');
  expect(() => orderOf({ series: 'mobile-attack', techniques: ['T9061'] })).toThrow('W613');
});

test('a release that somebody cut down, and that is loaded alone, goes by the name of its file', () => {
  const cut = knowledgeOf(
    delivered(
      'hedge-1.0',
      ...groups,
      parent,
      use(52, FOX, idOf('attack-pattern', 11), 'It sniffs.', 'Bark. (2020). B.'),
    ),
  );
  const asked = (name: string) => () =>
    predictorOver(cut, false).predict(incident({ release: name, techniques: ['T9063'] }), NOTHING).ranked;
  expect(asked('1.0')().map(({ group }) => group)).toStrictEqual(['G0962', 'G0961']);
  expect(asked('2.0')).toThrow('W613');
});
