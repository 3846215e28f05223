import * as z from 'zod/mini';
import { AGGREGATES, DOMAINS, EXPANSIONS, LAYOUTS, SORTINGS } from '../../threat/index.ts';
import { as, byName, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

/** Names of the domains of ATT&CK. */
const [ENTERPRISE, MOBILE, ICS] = DOMAINS;

const EXTRA = {
  extra: optional(byName(z.unknown(), 'fields of the file that are not known: kept as they are')),
};

const LayerNote = shape('LayerNote', 'A named value that somebody noted.', {
  name: text('what it is called'),
  value: text('the value'),
  ...EXTRA,
});

const LayerLink = shape('LayerLink', 'A web or mail address.', {
  label: text('what it is called'),
  url: text('the address'),
  ...EXTRA,
});

const LayerDivider = shape('LayerDivider', 'A line drawn between notes or links.', {
  divider: truth('true'),
});

const ENTRIES = {
  annotations: list(z.union([LayerDivider, LayerNote]), 'notes, which the Navigator calls metadata'),
  links: list(z.union([LayerDivider, LayerLink]), 'addresses'),
};

const LayerCell = shape('LayerCell', 'What a layer marks of one technique.', {
  technique: text('ATT&CK id'),
  tactic: optional(text('short name of the tactic that it is about; absent where it is about all of them')),
  score: optional(number('what the mark counts; absent where it has none, which is not 0')),
  color: optional(text('`#rgb`, `#rrggbb` or `#rrggbbaa`, in place of the colour that the score gives')),
  comment: text('in words; empty where there are none'),
  enabled: truth('false where the technique is taken out of consideration'),
  ...ENTRIES,
  showSubtechniques: optional(truth('whether the sub-techniques under it are opened')),
  extra: byName(z.unknown(), 'fields of the file that are not known: kept as they are'),
});

const LayerGradient = shape(
  'LayerGradient',
  'Colours for scores, evenly spaced from the lowest to the highest.',
  {
    colors: list(text('`#rgb`, `#rrggbb` or `#rrggbbaa`'), 'two or more'),
    minimum: number('score that has the first colour'),
    maximum: number('score that has the last colour'),
    ...EXTRA,
  },
);

const LayerLayout = shape('LayerLayout', 'How the matrix is laid out.', {
  layout: optional(oneOf(LAYOUTS, 'where sub-techniques stand')),
  showID: optional(truth('whether ids are shown')),
  showName: optional(truth('whether names are shown')),
  showAggregateScores: optional(truth('whether a technique shows the scores of its sub-techniques together')),
  countUnscored: optional(truth('whether those without a score count as 0 there')),
  aggregateFunction: optional(oneOf(AGGREGATES, 'how they are put together')),
  expandedSubtechniques: optional(oneOf(EXPANSIONS, 'which sub-techniques are opened')),
  ...EXTRA,
});

const LayerDisplay = shape('LayerDisplay', 'How a viewer shows the layer; what is absent is left to it.', {
  sorting: optional(oneOf(SORTINGS, 'order of techniques under a tactic')),
  layout: optional(LayerLayout),
  hideDisabled: optional(truth('whether what is taken out of consideration is hidden')),
  showTacticRowBackground: optional(truth('whether the row of tactics has a colour')),
  tacticRowBackground: optional(text('the colour')),
  selectTechniquesAcrossTactics: optional(truth('whether a technique is selected under all its tactics')),
  selectSubtechniquesWithParent: optional(truth('whether sub-techniques are selected with their technique')),
  selectVisibleTechniques: optional(truth('whether only what is shown is selected')),
});

const LayerRecipe = shape('LayerRecipe', 'How a layer was made, so that it can be made again.', {
  operation: text('`layer`, `combine`, `expect`'),
  parameters: list(
    shape('RecipeParameter', 'What it was made with.', {
      name: text('what it is'),
      value: text('its value'),
    }),
    'in an order that reads well',
  ),
});

/** Marks on the techniques of one domain of ATT&CK, whatever file they come from or go to. */
export const LayerShape = shape('Layer', 'Marks on the techniques of one domain of ATT&CK.', {
  name: text('its name'),
  domain: oneOf([ENTERPRISE.id, MOBILE.id, ICS.id], 'the domain whose matrix is marked'),
  description: text('in words; empty where there are none'),
  release: optional(text('ATT&CK release of the ids, e.g. `18.1`; absent where it is not known')),
  customDataUrl: optional(text('address of what it was drawn on, where that is not the published release')),
  filters: optional(
    shape('LayerFilters', 'Which techniques a viewer shows at all.', {
      platforms: optional(list(text('a platform'), 'only those that work on one of them')),
      ...EXTRA,
    }),
  ),
  display: as(LayerDisplay, 'how it is shown'),
  cells: list(LayerCell, 'the marks: each technique and tactic at most once'),
  gradient: optional(LayerGradient),
  legend: list(
    shape('LegendItem', 'What a colour means.', { label: text('meaning'), color: text('colour'), ...EXTRA }),
    'what the colours mean',
  ),
  ...ENTRIES,
  recipe: optional(LayerRecipe),
  extra: byName(z.unknown(), 'fields of the file that are not known: kept as they are'),
});

/** A layer under the name that an expression calls it by. */
export const LayerOperand = shape('LayerOperand', 'A layer under the name that an expression calls it by.', {
  name: text('the name'),
  layer: as(LayerShape, 'the layer'),
  from: optional(text('name of the file that it is from')),
});
export type LayerOperand = Of<typeof LayerOperand>;
