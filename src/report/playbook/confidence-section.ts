import { TRAIT_KINDS, type ConfidenceAnswer, type Mention, type TraitKind } from '../../answers/index.ts';
import { bullets, heading, paragraph, strong, table, type Block, type Content } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { listed, thingMentioned } from '../words.ts';
import type { Section } from './section.ts';
import { percent } from './words.ts';

const KINDS: readonly TraitKind[] = TRAIT_KINDS.filter((kind) => kind !== 'organisation');

/** What is not known, what rests on one claimant, and where sources disagree. */
export const confidenceSection: Section<'confidence'> = (answer) => [
  heading(3, 'What no source reports'),
  paragraph(
    'Not known is not no. A group of which nothing is known counts as the mean of the others, factor by factor: it is neither cleared nor accused.',
  ),
  table(
    ['No source reports', numberColumn('Groups'), numberColumn('Of all')],
    KINDS.map((kind) => [
      KIND_WORDS[kind] ?? kind,
      String(answer.unknown[kind]),
      percent(answer.unknownShare[kind]),
    ]),
  ),
  ...averagedBlocks(answer),
  heading(3, `What rests on one claimant, among the first ${answer.top}`),
  ...thinBlocks(answer),
  heading(3, 'Where evidence is old, or sources disagree'),
  ...oldAndDisputed(answer),
];

const KIND_WORDS: Readonly<Partial<Record<TraitKind, string>>> = {
  sector: 'a sector that it attacks',
  country: 'a country that it attacks',
  region: 'a region that it attacks',
  motive: 'why it acts',
  origin: 'where it comes from',
};

function averagedBlocks({ averaged, top }: ConfidenceAnswer): readonly Block[] {
  if (averaged.length === 0) return [];
  const names = averaged.map(({ group, factors }) => `${group.name} (${factors.join(', ')})`);
  return [paragraph(`Among the first ${top} the mean stands in for: ${listed(names)}.`)];
}

function thinBlocks({ thin, thinElsewhere: rest }: ConfidenceAnswer): readonly Block[] {
  const others =
    rest === 0
      ? []
      : [
          paragraph(
            `${thin.length === 0 ? '' : 'Beside these, '}${count(rest, 'match', 'matches')} of neighbours, partners or origins ${rest === 1 ? 'has' : 'have'} one claimant.`,
          ),
        ];
  if (thin.length === 0)
    return [paragraph('No match of country, sector or motive has one claimant only.'), ...others];
  const merged = new Map<string, { group: Mention; by: string; age: string; labels: string[] }>();
  for (const { group, label, by, published, age } of thin) {
    const when = age === 'undated' ? 'undated' : `${published}${age === 'old' ? ', old' : ''}`;
    const key = `${group.id} ${by} ${when}`;
    const row = merged.get(key) ?? { group, by, age: when, labels: [] };
    row.labels.push(label);
    merged.set(key, row);
  }
  return [
    table(
      ['Group', 'Matched by', 'Only claimed by', 'Published'],
      [...merged.values()].map(({ group, labels, by, age }) => [
        thingMentioned(group),
        labels.join(', '),
        by,
        age,
      ]),
    ),
    ...others,
  ];
}

function oldAndDisputed({ quiet, disputed, top }: ConfidenceAnswer): readonly Block[] {
  const lines: Content[] = [
    ...(quiet.length === 0
      ? []
      : [
          [
            strong('No report in five years: '),
            listed(quiet.map(({ group, lastReport }) => `${group.name} (last ${lastReport || 'undated'})`)),
          ],
        ]),
    ...disputed.map(({ group, origins }) => [
      strong(`Origin of ${group.name}: `),
      origins.map(({ label, by }) => `${label} (${listed(by)})`).join('; '),
    ]),
  ];
  return lines.length === 0 ? [paragraph(`Nothing of the kind among the first ${top}.`)] : [bullets(lines)];
}
