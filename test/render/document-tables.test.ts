import { expect, test } from 'vitest';
import {
  details,
  documentTables,
  heading,
  item,
  bullets,
  keyNumbers,
  link,
  paragraph,
  quote,
  reference,
  share,
  strong,
  table,
  type Block,
  type DataTable,
} from '../../src/render/index.ts';

const RIGHT = { title: 'Groups', align: 'right' } as const;

const CASES: readonly (readonly [what: string, blocks: readonly Block[], tables: readonly DataTable[]])[] = [
  ['no table', [heading(2, 'Herons'), paragraph('None was seen.')], []],
  [
    'numbers, shares and links, under the nearest heading',
    [
      heading(2, 'Herons (3)'),
      table(
        ['Id', RIGHT, 'Share', 'Read'],
        [
          ['T9001', '1,234', '12.5\u{A0}%', ['see ', link('the report', 'https://example.org/heron')]],
          [strong('T9002'), '2 of 3', '–', ''],
          ['1984', '-0.5'],
          [[reference('T9003', 'https://example.org/T9003'), ' Door'], '1'],
        ],
      ),
    ],
    [
      {
        name: 'Herons',
        heads: ['Id', 'Groups', 'Share', 'Read'],
        rows: [
          ['T9001', 1234, share(0.125), link('see the report', 'https://example.org/heron')],
          ['T9002', '2 of 3', '–', ''],
          ['1984', -0.5, '', ''],
          [reference('T9003 Door', 'https://example.org/T9003'), 1, '', ''],
        ],
      },
    ],
  ],
  [
    'alike ones, wherever they stand',
    [
      heading(2, 'Birds'),
      heading(3, 'Herons'),
      table(['Name'], [['Grey']]),
      bullets([item('others', details('Kestrels', table(['Name'], [['Red']])))]),
      quote(table(['Number'], [['one']])),
    ],
    [
      {
        name: 'Birds',
        heads: ['Section', 'Name'],
        rows: [
          ['Birds: Herons', 'Grey'],
          ['Birds: Kestrels', 'Red'],
        ],
      },
      { name: 'Herons', heads: ['Number'], rows: [['one']] },
    ],
  ],
  [
    'alike ones of several chapters are called by their words',
    [
      heading(2, 'Seen'),
      table([RIGHT, 'Bird'], [['1', 'Heron']]),
      heading(2, 'Later'),
      table([RIGHT, 'Bird'], []),
    ],
    [{ name: 'Groups', heads: ['Section', 'Groups', 'Bird'], rows: [['Seen', 1, 'Heron']] }],
  ],
  [
    'what has no heads, and the numbers that it all comes to',
    [table(['', ''], [['Wings', '2']]), keyNumbers([{ number: '50 %', what: 'of all' }])],
    [
      { name: 'Of the mill', heads: ['Field', 'Value'], rows: [['Wings', '2']] },
      { name: 'Of the mill', heads: ['Number', 'What it counts'], rows: [[share(0.5), 'of all']] },
    ],
  ],
];

test.for(CASES)('%s', ([, blocks, tables]) => {
  expect(documentTables({ title: 'Of the mill', blocks })).toEqual(tables);
});
