import { type QueryAnswer, type QueryMatch, type RulesAnswer } from '../../answers/index.ts';
import { explanationBlocks } from './explanation-blocks.ts';
import { heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { inARow, thingMentioned } from '../words.ts';

/** Answers to a question in the rule language. */
export function queryDocument(answer: QueryAnswer): Document {
  const { question, variables, answers, isComplete } = answer;
  const verdict =
    variables.length === 0 ? (answers.length > 0 ? 'Yes' : 'No') : count(answers.length, 'answer');
  return {
    title: `${verdict}: ${question}`,
    blocks: [
      ...(answers.length === 0 ? [] : answerBlocks(answer)),
      ...(isComplete ? [] : [paragraph('There are more answers; ask for them with --limit.')]),
    ],
  };
}

function answerBlocks({ variables, answers }: QueryAnswer): readonly Block[] {
  if (answers.some(({ explanations }) => explanations !== undefined)) return answers.flatMap(explainedBlocks);
  return [
    table(
      [...variables, 'Because'],
      answers.map(({ things, facts }) => [...things.map(thingMentioned), facts.join('; ')]),
    ),
  ];
}

function explainedBlocks({ things, explanations = [] }: QueryMatch): readonly Block[] {
  return [
    ...(things.length === 0 ? [] : [heading(2, inARow(things.map(thingMentioned), ' · '))]),
    ...explanations.flatMap((explanation) => [
      paragraph(explanation.question),
      ...explanationBlocks(explanation),
    ]),
  ];
}

/** The rules in force and the relations they speak of. */
export function rulesDocument({ rules, relations }: RulesAnswer): Document {
  return {
    title: `${count(rules.length, 'rule')} in force`,
    blocks: [
      table(
        ['Rule', 'Concludes', 'Because', numberColumn('Weight'), 'On', numberColumn('Derivations')],
        rules.map(({ name, concludes, sentence, weight, isOn, derivations }) => [
          name,
          concludes,
          sentence,
          weight.toFixed(2),
          isOn ? 'yes' : 'no',
          groupDigits(derivations),
        ]),
      ),
      heading(2, 'Relations'),
      table(
        ['Relation', 'Terms', numberColumn('Reported'), numberColumn('Derived')],
        relations
          .filter(({ reported, derived }) => reported + derived > 0)
          .map(({ name, terms, reported, derived }) => [
            name,
            terms
              .map((term) =>
                term.types.length === 0 ? term.name : `${term.name}: ${term.types.join(' | ')}`,
              )
              .join(', '),
            groupDigits(reported),
            groupDigits(derived),
          ]),
      ),
    ],
  };
}
