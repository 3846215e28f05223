import { describe, expect, test } from 'vitest';
import { groupMentions, groupsStated, reportNames, type ReportGroups } from '../../../src/analysis/index.ts';
import { nameFinder } from '../../../src/reading/index.ts';
import { FARM, NAMES, SHORE } from '../../support/world/cast.ts';
import { labelled } from '../../support/world/build.ts';
import { worldView } from '../../support/world/desk.ts';

const view = worldView([FARM, NAMES, SHORE], labelled('malware', 80, 'S9080', 'Idle Newt'));
const find = nameFinder(reportNames(view));

/** The groups of a report; every sentence ends with a full stop or its line. */
function read(title: string, text: string): ReportGroups & { readonly sentences: readonly string[] } {
  const sentences = [...text.matchAll(/[^.\n]+\.?/g)].map(({ 0: whole, index }) => {
    const start = index + whole.length - whole.trimStart().length;
    return { text: whole.trim(), start, end: start + whole.trim().length };
  });
  const groups = groupsStated({ title, text }, sentences, groupMentions(view, find(text)));
  return { ...groups, sentences: sentences.map((sentence) => sentence.text) };
}

const said = (groups: ReportGroups['groups']): string =>
  groups
    .map(({ candidates }) => candidates.map(({ term }) => view.catalogue.name(term)).join('/'))
    .join(', ');

const PASSED = 'Nothing else happened here. '.repeat(60);

describe('the group of whom a report speaks most comes first', () => {
  test.for<readonly [why: string, title: string, text: string, groups: string]>([
    ['named more often', '', 'Hungry Heron. Noisy Otter. Noisy Otter.', 'Noisy Otter, Hungry Heron'],
    ['of equal ones, the first', '', 'Hungry Heron. Noisy Otter.', 'Hungry Heron, Noisy Otter'],
    [
      'in the title',
      'Noisy Otter is back',
      'Hungry Heron, Hungry Heron, Noisy Otter.',
      'Noisy Otter, Hungry Heron',
    ],
    ['at the beginning', '', `Noisy Otter. ${PASSED} Hungry Heron.`, 'Noisy Otter, Hungry Heron'],
    [
      'that something is attributed to',
      '',
      'As Hungry Heron did. It is attributed with confidence to the Noisy Otter.',
      'Noisy Otter, Hungry Heron',
    ],
    ['under all of its names', '', 'Noisy Otter. Hungry Heron, aka Fish Thief.', 'Hungry Heron, Noisy Otter'],
    ['ambiguous names stay so', '', 'Team Stoat. Lone Mole.', 'Wily Weasel/Shy Stoat, Lone Mole'],
    ['a name of software too, beside no other', '', 'Idle Newt was seen.', 'Idle Newt'],
    ['but not beside clear ones', '', 'Idle Newt was seen, as Lone Mole was.', 'Lone Mole'],
    [
      'unless it is clear itself elsewhere',
      '',
      'Idle Newt, Idle Newt. The Idle Newt group. Lone Mole.',
      'Idle Newt, Lone Mole',
    ],
    ['none', '', 'Nobody is named.', ''],
  ])('%s: %s', ([, title, text, groups]) => {
    expect(said(read(title, text).groups)).toBe(groups);
  });

  test('with its names, how often, and where', () => {
    const { groups } = read('', 'Once. Hungry Heron came. Fish Thief, that is Hungry Heron.');
    expect(
      groups.map(({ names, mentions, weight, sentences }) => ({ names, mentions, weight, sentences })),
    ).toEqual([{ names: ['Hungry Heron', 'Fish Thief'], mentions: 3, weight: 6, sentences: [1, 2] }]);
  });
});

describe('a sentence speaks of', () => {
  test.for<readonly [why: string, title: string, text: string, ...spoken: readonly string[]]>([
    [
      'the group that it names, and the next do',
      '',
      'Lone Mole digs. It hides. Noisy Otter shouts. It runs.',
      'Lone Mole',
      'Lone Mole',
      'Noisy Otter',
      'Noisy Otter',
    ],
    [
      'several where it names several',
      '',
      'Lone Mole and Noisy Otter dig. They hide.',
      'Lone Mole, Noisy Otter',
      'Lone Mole, Noisy Otter',
    ],
    ['the only one of the report', '', 'Somebody digs.\nLone Mole does.', 'Lone Mole', 'Lone Mole'],
    [
      'any in a new section',
      '',
      'Lone Mole digs. Noisy Otter shouts.\nWhat came later\nIt runs.',
      'Lone Mole',
      'Noisy Otter',
      'Lone Mole, Noisy Otter',
      'Lone Mole, Noisy Otter',
    ],
    [
      'that in the heading',
      '',
      'Lone Mole digs.\n## Noisy Otter\nIt runs.',
      'Lone Mole',
      'Noisy Otter',
      'Noisy Otter',
    ],
    [
      'in a new section that in the title',
      'On Lone Mole',
      'Noisy Otter runs.\nBurrows\nIt digs, as Lone Mole does.',
      'Noisy Otter',
      'Lone Mole',
      'Lone Mole',
    ],
    [
      'the same in a list',
      '',
      'Lone Mole digs. Noisy Otter:\nRuns\nShouts\nIt hides.',
      'Lone Mole',
      'Noisy Otter',
      'Noisy Otter',
      'Noisy Otter',
      'Noisy Otter',
    ],
    ['nobody', '', 'It runs.', ''],
  ])('%s: %s', ([, title, text, ...spoken]) => {
    expect(read(title, text).spokenOf.map(said)).toEqual(spoken);
  });
});
