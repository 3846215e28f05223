import { sayMention, type ReportExportAnswer, type StatedFact } from '../../answers/index.ts';
import { defined, groupedBy, highest } from '../../text/index.ts';
import {
  cellOf,
  domainTitle,
  layerOf,
  MADE_DISPLAY,
  POINTS_GRADIENT,
  recipeOf,
  STATUS_CONFIDENCE,
  type Layer,
  type LayerCell,
} from '../../threat/index.ts';
import { commentOf } from '../layers/comment-of.ts';
import type { LayerOptions } from '../layers/layer-options.ts';

/** The techniques of a report as a layer: the score is how sure the surest use is, 0 … 100; the comment has whose it is and the sentences. */
export function reportLayer(answer: ReportExportAnswer, { domain, release, belongs }: LayerOptions): Layer {
  const { label, title, publisher, date, url, facts } = answer;
  const uses = facts.filter(
    ({ relation, object }) =>
      relation === 'uses' && object.type === 'attack-pattern' && object.label !== '' && belongs(object.id),
  );
  const by = [publisher, date].filter((part) => part !== undefined).join(', ');
  return layerOf({
    name: title,
    domain,
    description: [
      `What ${label} states${by === '' ? '' : ` (${by})`}, ${domainTitle(domain)} ATT&CK${release === undefined ? '' : ` ${release}`}.`,
      'The score is how sure it is: 90 confirmed, 80 probable, 60 mentioned, 50 suspected.',
    ].join('\n'),
    ...defined({ release }),
    display: MADE_DISPLAY,
    cells: [...groupedBy(uses, ({ object }) => object.label)].map(([technique, of]) =>
      cellFor(technique, of),
    ),
    gradient: POINTS_GRADIENT,
    legend: [],
    links: url === undefined ? [] : [{ label: title, url }],
    recipe: recipeOf('report export', [
      { name: 'report', value: label },
      { name: 'domain', value: domain },
      { name: 'release', value: release ?? '' },
    ]),
  });
}

function cellFor(technique: string, uses: readonly StatedFact[]): LayerCell {
  const said = uses.map(({ subject, status }) => `${sayMention(subject)}: ${status}`).join('; ');
  const { comment, left } = commentOf(
    said,
    uses.flatMap(({ sentences }) => sentences),
  );
  return cellOf({
    technique,
    score: highest(uses.map(({ status }) => STATUS_CONFIDENCE[status])),
    comment,
    annotations: left.map((value) => ({ name: 'Sentence', value })),
  });
}
