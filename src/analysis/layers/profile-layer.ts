import { commentOf } from './comment-of.ts';
import { linksTo, quoted, sayNewest } from './evidence-in-cells.ts';
import {
  sayKnown,
  sayMention,
  sayPeriod,
  sayUse,
  type ProfileAnswer,
  type ProfiledTechnique,
} from '../../answers/index.ts';
import { highest, defined, groupedBy } from '../../text/index.ts';
import {
  LAYER_VALUE_MEANINGS,
  MADE_DISPLAY,
  POINTS_GRADIENT,
  cellOf,
  colorAt,
  domainTitle,
  gradientOver,
  layerOf,
  recipeOf,
  type Annotation,
  type Divider,
  type Domain,
  type Gradient,
  type Layer,
  type LayerCell,
  type LayerValue,
  type LegendItem,
  type Recipe,
} from '../../threat/index.ts';

/** How profiles become a layer. */
export interface ProfileLayerOptions {
  readonly domain: Domain;
  /** ATT&CK release of the techniques. */
  readonly release?: string | undefined;
  /** What the score of a technique stands for; default `score`. */
  readonly value?: LayerValue | undefined;
  /** Whether uses that only rules know were taken in; for the recipe. Default false. */
  readonly derived?: boolean;
  /** Whether a technique, by its STIX id, belongs to the domain; default all do. */
  readonly belongs?: (technique: string) => boolean;
}

/**
 * What one or several groups use, as a layer: every technique with its score, and under it, group by group, the sentence that
 * reports it, what is cited, and why the score is what it is. A use without a dated source has no score where the value is `date`.
 *
 * @param profiles of the groups, all made alike; day and policy are those of the first
 */
export function profileLayer(profiles: readonly ProfileAnswer[], options: ProfileLayerOptions): Layer {
  const { domain, release, value = 'score', belongs = () => true } = options;
  const cells = [...usesByTechnique(profiles, belongs)].map(([technique, uses]) =>
    cellFor(technique, uses, value, profiles.length),
  );
  const gradient = gradientFor(value, cells);
  return layerOf({
    name: profiles.map(({ group }) => sayMention(group)).join(', '),
    domain,
    description: describe(profiles, value, domain, release),
    ...defined({ release }),
    display: MADE_DISPLAY,
    cells,
    ...defined({ gradient }),
    legend: gradient === undefined ? [] : legendFor(profiles, value, cells, gradient),
    recipe: recipeFor(profiles, options),
  });
}

interface GroupUse {
  readonly profile: ProfileAnswer;
  readonly use: ProfiledTechnique;
}

function usesByTechnique(
  profiles: readonly ProfileAnswer[],
  belongs: (technique: string) => boolean,
): ReadonlyMap<string, readonly GroupUse[]> {
  const uses = profiles.flatMap((profile) => profile.techniques.map((use) => ({ profile, use })));
  const shown = uses.filter(({ use: { technique } }) => technique.label !== '' && belongs(technique.id));
  return groupedBy(shown, ({ use }) => use.technique.label);
}

function cellFor(technique: string, uses: readonly GroupUse[], value: LayerValue, groups: number): LayerCell {
  const score = VALUES[value](uses);
  const { comment, left } = commentOf(sayStanding(uses, groups), uses.map(sayEvidence));
  return cellOf({
    technique,
    ...defined({ score }),
    comment,
    annotations: uses.flatMap((each, index) => [
      ...(index === 0 ? [] : [{ divider: true }]),
      ...notesOn(each, left),
    ]),
    links: linksTo(uses.map(({ use }) => use.citation)),
  });
}

const VALUES: Readonly<Record<LayerValue, (uses: readonly GroupUse[]) => number | undefined>> = {
  score: (uses) => highest(uses.map(({ use }) => use.score)),
  count: (uses) => uses.length,
  sources: (uses) => new Set(uses.flatMap(({ use }) => use.publishers)).size,
  date: (uses) => {
    const years = uses.flatMap(({ use }) =>
      use.last === undefined ? [] : [Number(use.last.date.slice(0, 4))],
    );
    return years.length === 0 ? undefined : highest(years);
  },
};

/** The use that is surest, and the newest evidence: `2 of 3 groups: 90 confirmed, newest 2021-07`. */
function sayStanding(uses: readonly GroupUse[], groups: number): string {
  const [surest] = uses.map(({ use }) => use).toSorted((one, other) => other.score - one.score);
  return [
    groups === 1 ? '' : `${uses.length} of ${groups} groups: `,
    `${surest?.score} ${surest?.status}, `,
    sayNewest(uses.map(({ use }) => use.last)),
  ].join('');
}

function sayEvidence({ profile, use: { use, through, sentence, citation } }: GroupUse): string {
  return quoted(profile.group, sentence === '' ? sayUse(use, through) : sentence, citation);
}

function notesOn(each: GroupUse, left: readonly string[]): readonly (Annotation | Divider)[] {
  const { profile, use } = each;
  const evidence = sayEvidence(each);
  const notes: readonly (readonly [string, string])[] = [
    ['Group', sayMention(profile.group)],
    ['Standing', `${use.score} ${use.status}: ${use.reason}`],
    ['Known', sayKnown(use)],
    ['Evidence', sayPeriod(use.first, use.last)],
    ['Sources', use.publishers.join(', ')],
    ['Sentence', left.includes(evidence) ? evidence : ''],
  ];
  return notes.filter(([, text]) => text !== '').map(([name, text]) => ({ name, value: text }));
}

/** Scores of the policy have one scale, so that the colours of two layers mean the same; other values have their own. */
function gradientFor(value: LayerValue, cells: readonly LayerCell[]): Gradient | undefined {
  if (cells.length === 0) return undefined;
  if (value === 'score') return POINTS_GRADIENT;
  return gradientOver(cells.flatMap(({ score }) => score ?? []));
}

/** Short: the legend of the Navigator shows some fourteen characters. What the number means is in the description. */
const LEGEND_LABELS: Readonly<
  Record<LayerValue, (score: number, profiles: readonly ProfileAnswer[]) => string>
> = {
  score: (score, profiles) => `${score} ${statusOf(profiles, score)}`,
  count: (score) => (score === 1 ? '1 group' : `${score} groups`),
  sources: (score) => (score === 1 ? '1 source' : `${score} sources`),
  date: String,
};

/** Most values that the legend names one by one. */
const MOST_VALUES = 6;

function legendFor(
  profiles: readonly ProfileAnswer[],
  value: LayerValue,
  cells: readonly LayerCell[],
  gradient: Gradient,
): readonly LegendItem[] {
  const present = [...new Set(cells.flatMap(({ score }) => score ?? []))].toSorted(
    (one, other) => other - one,
  );
  const ends = [present[0], present.at(-1)].filter((each) => each !== undefined);
  return (present.length > MOST_VALUES ? ends : present).map((score) => ({
    label: LEGEND_LABELS[value](score, profiles),
    color: colorAt(gradient, score),
  }));
}

/** The status that a score stands for, by what was scored so; the first of two that count the same, since there is room for one. */
function statusOf(profiles: readonly ProfileAnswer[], score: number): string {
  const statuses = profiles.flatMap(({ techniques }) =>
    techniques.filter((each) => each.score === score).map(({ status }) => status),
  );
  return statuses[0] ?? '';
}

function describe(
  profiles: readonly ProfileAnswer[],
  value: LayerValue,
  domain: Domain,
  release: string | undefined,
): string {
  const groups = profiles.map(({ group }) => sayMention(group)).join(', ');
  const asOf = profiles[0]?.asOf ?? '';
  return [
    `Techniques of ${groups}, ${domainTitle(domain)} ATT&CK${release === undefined ? '' : ` ${release}`}, as of ${asOf}.`,
    `The number is ${LAYER_VALUE_MEANINGS[value]}.`,
  ].join('\n');
}

function recipeFor(
  profiles: readonly ProfileAnswer[],
  { value = 'score', domain, release = '', derived = false }: ProfileLayerOptions,
): Recipe {
  const [first] = profiles;
  const { confirmed = 0, mentioned = 0, legacy = 0, legacyAfterYears = 0 } = first?.policy ?? {};
  return recipeOf('layer', [
    { name: 'groups', value: profiles.map(({ group }) => group.label || group.name).join(', ') },
    { name: 'value', value },
    { name: 'derived', value: derived ? 'yes' : 'no' },
    { name: 'domain', value: domain },
    { name: 'release', value: release },
    { name: 'as-of', value: first?.asOf ?? '' },
    {
      name: 'policy',
      value: `confirmed ${confirmed}, mentioned ${mentioned}, legacy ${legacy} after ${legacyAfterYears} years`,
    },
  ]);
}
