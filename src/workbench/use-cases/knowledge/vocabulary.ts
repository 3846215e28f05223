import { VocabularyQuestion, VocabularyAnswer } from '../../../answers/index.ts';
import { vocabularyDocument, vocabularyTables } from '../../../report/index.ts';
import { vocabulary } from '../../knowledge/vocabulary.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'vocabulary',
  summary: 'the sectors, countries, regions, motives and platforms that are known, with spellings',
  details:
    'What questions and descriptions of organisations may say. Nothing needs to be loaded. With a word: what it means.',
  question: VocabularyQuestion,
  answer: VocabularyAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [
    { line: 'vocabulary sectors', label: 'every sector with its parts, codes and spellings' },
    { line: 'vocabulary sectors telco', label: 'what a word means' },
  ],
  run: (_, question) => ({ answer: vocabulary(question), restsOn: [] }),
  isEmpty: ({ lists }) => lists.length === 0,
  document: vocabularyDocument,
  tables: vocabularyTables,
});
