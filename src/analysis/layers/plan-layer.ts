import { sayMention, type Mention, type PlanAnswer } from '../../answers/index.ts';
import { defined, percent } from '../../text/index.ts';
import {
  MADE_DISPLAY,
  POINTS_GRADIENT,
  cellOf,
  colorAt,
  domainTitle,
  layerOf,
  recipeOf,
  type Layer,
  type LayerCell,
} from '../../threat/index.ts';
import { commentOf } from './comment-of.ts';
import type { LayerOptions } from './layer-options.ts';

/** What a plan does to one technique. */
interface Planned {
  readonly technique: Mention;
  readonly left: number;
  /** 0 … 1, how much of it is answered. */
  answered: number;
  readonly by: string[];
}

/**
 * What a plan answers, as a layer: the score is how much of a technique it answers, of 100; the comment says by what. What it
 * leaves open has the score 0.
 */
export function planLayer(answer: PlanAnswer, options: LayerOptions): Layer {
  const { domain, release, belongs } = options;
  const cells = [...plannedIn(answer).values()]
    .filter(({ technique }) => technique.label !== '' && belongs(technique.id))
    .map(cellFor);
  const whom = answer.organisation?.name ?? answer.against.map(sayMention).join(', ');
  return layerOf({
    name: `Plan: ${whom}`,
    domain,
    description: `What ${answer.lines.length} steps of a plan within ${answer.budget} answer of the techniques of ${whom}, ${domainTitle(domain)} ATT&CK${release === undefined ? '' : ` ${release}`}, as of ${answer.asOf}.`,
    ...defined({ release }),
    display: MADE_DISPLAY,
    cells,
    gradient: POINTS_GRADIENT,
    legend: [
      { label: 'answered', color: colorAt(POINTS_GRADIENT, 100) },
      { label: 'open', color: colorAt(POINTS_GRADIENT, 0) },
    ],
    recipe: recipeOf('plan', [
      { name: 'against', value: answer.against.map(({ label, name }) => label || name).join(', ') },
      { name: 'organisation', value: answer.organisation?.name ?? '' },
      { name: 'kinds', value: answer.kinds.join(', ') },
      { name: 'budget', value: String(answer.budget) },
      { name: 'as-of', value: answer.asOf },
      { name: 'hidden', value: answer.hidden.join(', ') },
      { name: 'domain', value: domain },
      { name: 'release', value: release ?? '' },
    ]),
  });
}

function plannedIn({ lines, unanswered, beyond }: PlanAnswer): ReadonlyMap<string, Planned> {
  const found = new Map<string, Planned>();
  for (const { order, thing, techniques } of lines)
    for (const { technique, left, adds } of techniques) {
      const known = found.get(technique.id) ?? { technique, left, answered: 0, by: [] };
      known.answered += adds;
      known.by.push(`Step ${order}: ${sayMention(thing)}`);
      found.set(technique.id, known);
    }
  for (const { technique, left } of [...beyond, ...unanswered])
    if (!found.has(technique.id)) found.set(technique.id, { technique, left, answered: 0, by: [] });
  return found;
}

function cellFor({ technique, left, answered, by }: Planned): LayerCell {
  const score = Math.round(100 * Math.min(1, answered));
  const { comment, left: further } = commentOf(
    by.length === 0 ? 'Nothing in the plan answers it.' : `${score} of 100 answered`,
    by,
  );
  return cellOf({
    technique: technique.label,
    score,
    comment,
    annotations: [
      { name: 'Weight', value: percent(left) },
      ...further.map((value) => ({ name: 'By', value })),
    ],
  });
}
