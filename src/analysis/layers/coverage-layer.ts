import { commentOf } from './comment-of.ts';
import type { LayerOptions } from './layer-options.ts';
import type { CoverageShowAnswer, TechniqueCoverage } from '../../answers/index.ts';
import { defined } from '../../text/index.ts';
import {
  cellOf,
  colorAt,
  COVERAGE_COLORS,
  COVERAGE_STAGES,
  domainTitle,
  gradientOver,
  layerOf,
  MADE_DISPLAY,
  recipeOf,
  sayStage,
  STAGE_LABELS,
  stageNumber,
  type Gradient,
  type Layer,
  type LayerCell,
} from '../../threat/index.ts';

const GRADIENT: Gradient = {
  colors: COVERAGE_COLORS,
  minimum: 0,
  maximum: 4,
};

/**
 * Coverage as layers: the first has the level, 0 … 4, as its score, with evidence and the reason of a gap in the comment; where
 * techniques count differently, a second has how much they do, of 100.
 */
export function coverageLayers(
  { scope }: Pick<CoverageShowAnswer, 'scope'>,
  techniques: readonly TechniqueCoverage[],
  options: LayerOptions,
): readonly Layer[] {
  const { domain, release, belongs } = options;
  const here = techniques.filter(({ technique }) => technique.label !== '' && belongs(technique.id));
  const whom = scope.names.length === 0 ? domainTitle(domain) : scope.names.join(', ');
  const common = { domain, display: MADE_DISPLAY, ...defined({ release }) };
  const recipe = recipeOf('coverage', [
    { name: 'of', value: scope.of },
    { name: 'names', value: scope.names.join(', ') },
    { name: 'platforms', value: scope.platforms.join(', ') },
    { name: 'as-of', value: scope.asOf },
    { name: 'inventories', value: scope.inventories.map(({ name, date }) => `${name} ${date}`).join(', ') },
  ]);
  const coverage = layerOf({
    ...common,
    name: `Coverage: ${whom}`,
    description: `How far the detection of techniques has come${scope.asOf === '' ? '' : `, as of ${scope.asOf}`}: ${COVERAGE_STAGES.map((stage, level) => `${level} ${STAGE_LABELS[stage]}`).join(', ')}. A technique is no better than its sub-techniques.`,
    cells: here.map(coverageCell),
    gradient: GRADIENT,
    // The legend of the Navigator shows some fourteen characters.
    legend: COVERAGE_STAGES.map((stage) => ({
      label: stage === 'log-source' ? 'log source' : STAGE_LABELS[stage],
      color: colorAt(GRADIENT, stageNumber(stage)),
    })),
    recipe,
  });
  if (here.every(({ weight }) => weight === here[0]?.weight)) return [coverage];
  const gradient = gradientOver([0, ...here.map(({ weight }) => Math.round(weight * 100))]);
  const threat = layerOf({
    ...common,
    name: `Threat: ${whom}`,
    description:
      'How much each technique counts, of 100: the expectation, or the share of the groups that use it.',
    cells: here.map(({ technique, weight }) =>
      cellOf({ technique: technique.label, score: Math.round(weight * 100) }),
    ),
    ...defined({ gradient }),
    recipe,
  });
  return [coverage, threat];
}

function coverageCell({
  technique,
  level,
  stage,
  reasons,
  evidence,
  of,
  platforms,
}: TechniqueCoverage): LayerCell {
  const named = evidence.map(({ title, rule, file, inventory }) => title ?? rule ?? inventory ?? file);
  const more = of > named.length ? ` and ${of - named.length} more` : '';
  const { comment, left } = commentOf(sayStage(stage), [
    ...reasons.map(({ sentence }) => sentence),
    ...(named.length === 0 ? [] : [`By ${named.join('; ')}${more}.`]),
  ]);
  return cellOf({
    technique: technique.label,
    score: level,
    comment,
    annotations: [
      ...platforms.map((each) => ({ name: each.platform, value: sayStage(each.stage) })),
      ...left.map((value) => ({ name: 'Why', value })),
    ],
  });
}
