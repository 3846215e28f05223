import { commentOf } from './comment-of.ts';
import { linksTo, quoted, sayNewest } from './evidence-in-cells.ts';
import type { LayerOptions } from './layer-options.ts';
import {
  sayMention,
  type ExpectAnswer,
  type ExpectedPart,
  type ExpectedTechnique,
} from '../../answers/index.ts';
import { percent, defined } from '../../text/index.ts';
import {
  MADE_DISPLAY,
  cellOf,
  colorAt,
  domainTitle,
  gradientOver,
  layerOf,
  recipeOf,
  type Annotation,
  type Gradient,
  type Layer,
  type LayerCell,
  type Recipe,
} from '../../threat/index.ts';

/** Groups that are quoted in a cell; all stand in its metadata. */
const QUOTED = 5;

/**
 * What is to be expected, as a layer: the score is the expectation in whole points of 0 to 100, the comment says who uses
 * the technique, with the sentence that reports it, the metadata what each group adds. The colours run up to the highest score that there is.
 */
export function expectLayer(answer: ExpectAnswer, options: LayerOptions): Layer {
  const { domain, release, belongs } = options;
  const here = answer.techniques.filter(({ technique }) => technique.label !== '' && belongs(technique.id));
  const cells = here.map((row) => cellFor(row, answer));
  const gradient = gradientOver([0, ...cells.flatMap(({ score }) => score ?? [])]);
  return layerOf({
    name: `What to expect: ${answer.organisation.name}`,
    domain,
    description: describe(answer, options),
    ...defined({ release }),
    display: MADE_DISPLAY,
    cells,
    ...(gradient === undefined || cells.length === 0 ? {} : { gradient, legend: legendFor(gradient) }),
    recipe: recipeFor(answer, options),
  });
}

function cellFor(row: ExpectedTechnique, { groups, groupsInView }: ExpectAnswer): LayerCell {
  const { parts, usedBy, users, expectation, rarity } = row;
  const { comment, left } = commentOf(
    `${percent(expectation)} expected, ${usedBy} of ${groups.length} groups, ${sayNewest(parts.map(({ why }) => why.last))}`,
    parts.slice(0, QUOTED).map(sayEvidence),
  );
  return cellOf({
    technique: row.technique.label,
    score: Math.round(expectation * 100),
    comment,
    annotations: [
      {
        name: 'Expectation',
        value: `${percent(expectation)}; used by ${usedBy} of the ${groups.length} groups that count, by ${users} of all ${groupsInView} in view (rarity ${rarity.toFixed(2)})`,
      },
      { divider: true },
      ...parts.map(sayPart),
      ...left.map((value) => ({ name: 'Sentence', value })),
    ],
    links: linksTo(parts.slice(0, QUOTED).map(({ why }) => why.citation)),
  });
}

function sayEvidence({ group, use, through, why: { sentence, citation } }: ExpectedPart): string {
  const how =
    use === 'direct'
      ? 'is reported to use it'
      : `uses it by derivation, through ${through.map(({ name }) => name).join(', ')}`;
  return quoted(group, sentence === '' ? `${sayMention(group)} ${how}.` : sentence, citation);
}

function sayPart(part: ExpectedPart): Annotation {
  const { group, share, use, credibility, recency, recencyWeight, contribution, why } = part;
  const newest = why.last === undefined ? '' : `, newest evidence ${why.last.date}`;
  return {
    name: sayMention(group),
    value: `+${percent(contribution)} = share ${percent(share)} × ${use} ${credibility} × ${recency} ${recencyWeight}${newest}`,
  };
}

/** Labels that the legend of the Navigator has room for. */
function legendFor(gradient: Gradient): Layer['legend'] {
  return [
    { label: 'most expected', color: colorAt(gradient, gradient.maximum) },
    { label: 'hardly', color: colorAt(gradient, 0) },
  ];
}

function describe(answer: ExpectAnswer, { domain, release }: LayerOptions): string {
  const { groups, elsewhere, asOf } = answer;
  return [
    `Expected from what the ${groups.length} groups first in the ranking for ${answer.organisation.name} are reported to use, ${domainTitle(domain)} ATT&CK${release === undefined ? '' : ` ${release}`}, as of ${asOf}. No forecast.`,
    'The score is the sum of the groups’ shares × credibility of the use × recency, of 100.',
    ...(elsewhere.length === 0
      ? []
      : [`Left out: ${elsewhere.length} techniques that work on none of the organisation’s platforms.`]),
  ].join('\n');
}

function recipeFor(answer: ExpectAnswer, { domain, release = '' }: LayerOptions): Recipe {
  const { organisation, groups, asOf, hidden } = answer;
  return recipeOf('expect', [
    { name: 'organisation', value: organisation.name },
    { name: 'sectors', value: organisation.sectors.join(', ') },
    { name: 'countries', value: organisation.countries.join(', ') },
    { name: 'platforms', value: organisation.platforms.join(', ') },
    {
      name: 'groups',
      value: groups.map(({ group, share }) => `${group.label || group.name} ${percent(share)}`).join(', '),
    },
    { name: 'as-of', value: asOf },
    { name: 'hidden', value: hidden.join(', ') },
    { name: 'domain', value: domain },
    { name: 'release', value: release },
  ]);
}
