import type { MethodAnswer } from '../../answers/index.ts';
import { bullets, code, heading, paragraph, table, type Block } from '../../render/index.ts';
import { numberColumn } from '../blocks.ts';
import { listed } from '../words.ts';
import { MEANING_OF_RANKING } from '../threats/threats-document.ts';
import type { Section } from './section.ts';

/** By which weights, formulas, rules and sources the answer was computed. */
export const methodSection: Section<'method'> = (answer, { knowledge, asOf }) => [
  paragraph(`${MEANING_OF_RANKING} Ages count from ${asOf}.`),
  heading(3, 'How groups are ranked'),
  paragraph(
    'The score of a group is the sum, over the factors below, of weight × value; values are from 0 to 1. Where nothing is known of a factor, a group gets the mean of those of which something is. A claim counts less where it is reported of an entry of another source that only shares a name, or was read out of prose.',
  ),
  table(
    ['Factor', 'The group is', numberColumn('Weight'), numberColumn('Mean'), numberColumn('Not known for')],
    answer.factors.map(({ name, label, weight, mean, unknown }) => [
      name,
      label,
      String(weight),
      mean.toFixed(2),
      String(unknown),
    ]),
  ),
  heading(3, 'How techniques and measures are weighed'),
  paragraph(
    'The expectation of a technique is the sum, over the first groups that use it, of the group’s share of their scores × how well the use is documented (1 where a source reports it of the group, less where a rule derives it) × how lately it was reported. What a measure adds is the share of all expectations, less what is covered already, that it answers and those before it do not.',
  ),
  heading(3, 'Rules in force'),
  ...ruleBlocks(answer),
  heading(3, 'Sources'),
  bullets(knowledge.map(({ name, sha256 }) => [`${name}: SHA-256 `, code(sha256)])),
  ...(answer.hidden.length === 0 ? [] : [paragraph(`Not used: ${listed(answer.hidden)}.`)]),
];

function ruleBlocks({ rules }: MethodAnswer): readonly Block[] {
  if (rules.length === 0) return [paragraph('None: only what sources report was used.')];
  return [
    table(
      ['Rule', 'It says', numberColumn('Weight')],
      rules.map(({ name, sentence, weight }) => [name, sentence.replaceAll(/[{}]/g, ''), String(weight)]),
    ),
  ];
}
