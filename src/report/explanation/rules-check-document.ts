import type { RulesCheckAnswer } from '../../answers/index.ts';
import { code, paragraph, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { sayPlace } from '../words.ts';

/** What is wrong with rules, and those that can be applied. */
export function rulesCheckDocument({ files, errors, warnings, issues, rules }: RulesCheckAnswer): Document {
  const isDerived = rules.some(({ derivations }) => derivations !== undefined);
  return {
    title: `Rules: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
    lead: `${count(rules.length, 'rule')} of ${count(files, 'file')} can be applied.`,
    blocks: [
      ...(issues.length === 0 ? [paragraph('Nothing is wrong with them.')] : []),
      ...tableSection(
        'Places',
        ['Code', 'Where', 'What', 'What to do'],
        issues.map((issue) => [issue.code, sayPlace(issue.place), issue.message, issue.hint ?? '']),
      ),
      ...tableSection(
        'Rules',
        [
          'Rule',
          'Concludes',
          numberColumn('Weight'),
          ...(isDerived ? [numberColumn('Derivations')] : []),
          'Sentence',
        ],
        rules.map(({ name, concludes, weight, derivations, sentence }) => [
          code(name),
          code(concludes),
          String(weight),
          ...(isDerived ? [String(derivations ?? 0)] : []),
          sentence,
        ]),
      ),
    ],
  };
}
