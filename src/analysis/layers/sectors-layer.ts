import { type SectorsAnswer } from '../../answers/index.ts';
import { count, defined, percent } from '../../text/index.ts';
import {
  cellOf,
  domainTitle,
  gradientOver,
  layerOf,
  MADE_DISPLAY,
  recipeOf,
  type Layer,
} from '../../threat/index.ts';
import type { LayerOptions } from './layer-options.ts';

/**
 * What is present at one of those that are compared, as a layer: the score is the share of the technique in the sightings there, in per
 * cent.
 *
 * @param place in `compared`
 */
export function sectorsLayer(
  answer: SectorsAnswer,
  place: number,
  { domain, release, belongs }: LayerOptions,
): Layer {
  const { compared, techniques, scope, between } = answer;
  const { name = '', id = '' } = compared[place] ?? {};
  const cells = techniques.flatMap(({ technique, at }) => {
    const here = at.find((each) => each.place === place);
    if (here === undefined || technique.label === '' || !belongs(technique.id)) return [];
    const elsewhere = at.length - 1;
    return [
      cellOf({
        technique: technique.label,
        score: Number((100 * here.share).toPrecision(3)),
        comment: [
          `${percent(here.share)} of the sightings there, and at ${elsewhere} of ${count(compared.length - 1, 'other')}`,
          `${count(here.sightings, 'sighting')}${here.organisations === 0 ? '' : ` at ${count(here.organisations, 'organisation')}`}.`,
        ].join('\n'),
      }),
    ];
  });
  const gradient = gradientOver([0, ...cells.flatMap(({ score }) => score ?? [])]);
  return layerOf({
    name: `Seen at ${name}`,
    domain,
    description: `${scope.synthetic ? 'Made up for demonstrations. ' : ''}Techniques present among the sightings at ${name}, ${scope.from} to ${scope.until}, ${domainTitle(domain)} ATT&CK. The score is the share of the sightings there, in per cent.`,
    ...defined({ release }),
    display: MADE_DISPLAY,
    cells,
    ...(cells.length === 0 ? {} : defined({ gradient })),
    recipe: recipeOf('sectors', [
      { name: 'between', value: between },
      { name: 'name', value: id },
      { name: 'from', value: scope.from },
      { name: 'until', value: scope.until },
      { name: 'synthetic', value: scope.synthetic ? 'yes' : '' },
      { name: 'domain', value: domain },
      { name: 'release', value: release ?? '' },
    ]),
  });
}
