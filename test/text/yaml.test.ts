import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlText, type YamlValue } from '../../src/text/index.ts';

test.for<[YamlValue, string]>([
  ['plain words', 'plain words\n'],
  ['no', '"no"\n'],
  ['12:30', '"12:30"\n'],
  ['# no comment', '"# no comment"\n'],
  ['', '""\n'],
  [[], '[]\n'],
  [{ a: {}, b: [], c: undefined }, 'a: {}\nb: []\n'],
  [{ a: 1.5, b: true, c: null }, 'a: 1.5\nb: true\nc: null\n'],
  [[{ id: 'x', of: ['y', { z: 'w' }] }], '- id: x\n  of:\n    - "y"\n    - z: w\n'],
  [{ run: 'one\n  two\n\nthree\n' }, 'run: |\n  one\n    two\n\n  three\n'],
  [{ run: 'one\ntwo' }, 'run: |-\n  one\n  two\n'],
  [['one\ntwo'], '- |-\n  one\n  two\n'],
  // A reader would drop, fold or refuse these as lines.
  [' one\ntwo', '" one\\ntwo"\n'],
  ['one \ntwo', '"one \\ntwo"\n'],
  ['one\n\n', '"one\\n\\n"\n'],
  ['one\r\ntwo', '"one\\r\\ntwo"\n'],
  ['a\u2028b\u0085c\u202ed', '"a\\u2028b\\u0085c\\u202ed"\n'],
  ['\u001b[2J', '"\\u001b[2J"\n'],
  ['\u{e0001}', '"\\U000e0001"\n'],
  ['\ud800', '"\u{fffd}"\n'],
])('%j', ([value, text]) => {
  expect(yamlText(value)).toBe(text);
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\t',
        '\r',
        ':',
        '#',
        '-',
        '"',
        "'",
        '|',
        '>',
        '{',
        '`',
        '\u2028',
        'no',
        '1',
      ),
    )
    .map((parts) => parts.join('')),
);
const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
}));

test.for(['1.1', '1.2'] as const)('a reader of version %s gives back what was written', (version) => {
  fc.assert(
    fc.property(value, (given) => {
      const read: unknown = parse(yamlText(given), { version, maxAliasCount: 0 });
      expect(read).toEqual(JSON.parse(JSON.stringify(given)));
    }),
    { numRuns: 2000 },
  );
});
