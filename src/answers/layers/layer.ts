import * as z from 'zod/mini';
import { LAYER_VALUES } from '../../threat/index.ts';
import { LayerShape } from './layers.ts';
import { Mention } from '../explanation/mention.ts';
import { NavigatorLayer } from './navigator-layer.ts';
import { argument, choice, flag, fromFile, option, question } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';

/** What groups use, as layers. */
export const LayerQuestion = question({
  groups: argument('[group...]', 'groups, threat actors or campaigns by id, name or alias'),
  value: choice(
    '--value <value>',
    LAYER_VALUES,
    'what the number is: score, count of groups, count of independent sources, or year of the newest evidence (date)',
    { fallback: 'score' },
  ),
  derived: flag('--derived', 'take in uses that rules derive'),
  each: flag('--each', 'a layer for each group'),
  again: fromFile(
    z.optional(list(LayerShape, 'layers that were made before')),
    'layers',
    '--again <file>',
    'make a layer again by its recipe, from what is known now',
  ),
  asOf: option('--as-of <day>', 'day from which the age of evidence counts, e.g. 2025-10-28', {
    fallback: 'when the knowledge in view was last changed',
  }),
});
export type LayerQuestion = Of<typeof LayerQuestion>;

export const LayerAnswer = shape(
  'LayerAnswer',
  'What groups use, as layers with the evidence in each cell. Techniques of two domains make two layers; a technique without an ATT&CK id is in none.',
  {
    groups: list(Mention, 'the groups, each once'),
    asOf: text('day from which the age of evidence is counted'),
    layers: list(NavigatorLayer, 'of the domains in which they use anything: Enterprise, Mobile, ICS'),
  },
);
export type LayerAnswer = Of<typeof LayerAnswer>;
