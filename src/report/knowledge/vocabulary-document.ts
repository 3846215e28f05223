import type { VocabularyAnswer, VocabularyWord } from '../../answers/index.ts';
import { dataTable, heading, paragraph, table, type DataTable, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';

/** The words that are understood, a table for each vocabulary. */
export function vocabularyDocument({ lists }: VocabularyAnswer): Document {
  return {
    title: `Vocabulary of ${lists.map(({ list, words }) => `${list} (${words.length})`).join(', ')}`,
    blocks: [
      paragraph('Words are understood without regard to case, accents and punctuation.'),
      ...lists.flatMap(({ list, words }) => [
        ...(lists.length === 1 ? [] : [heading(2, `${list}: ${count(words.length, 'word')}`)]),
        table(['Name', 'Called', 'Within', 'Counts', 'Also'], words.map(cells)),
      ]),
    ],
  };
}

function cells({ name, label, within, members, codes, spellings }: VocabularyWord): readonly string[] {
  return [name, label, within, members.join(' '), [...codes, ...spellings].join(', ')];
}

/** The same, a row for each word. */
export function vocabularyTables({ lists }: VocabularyAnswer): readonly DataTable[] {
  const rows = lists.flatMap(({ list, words }) => words.map((word) => ({ list, ...word })));
  return [
    dataTable('vocabulary', rows, {
      list: ({ list }) => list,
      name: ({ name }) => name,
      label: ({ label }) => label,
      within: ({ within }) => within,
      members: ({ members }) => members.join(' '),
      codes: ({ codes }) => codes.join(', '),
      spellings: ({ spellings }) => spellings.join(', '),
    }),
  ];
}
