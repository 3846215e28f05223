import { describe, expect, test } from 'vitest';
import { FoeprintError } from '../../../src/facts/index.ts';
import { readCosts } from '../../../src/intake/index.ts';

describe('costs', () => {
  const cases: readonly (readonly [label: string, text: string])[] = [
    ['YAML', 'M1032: 3\nAC-2: 0.5\n'],
    ['JSON', '{"M1032": 3, "AC-2": "0.5"}'],
    ['CSV', 'Id,Name,Cost\nM1032,Multi-factor,3\nAC-2,"Accounts, managed",0.5\n'],
    ['CSV of other countries', '\ufeffid;cost\nM1032;3\nAC-2;0.5\n'],
  ];
  test.for(cases)('%s', ([, text]) => {
    expect(readCosts(text, 'costs')).toEqual({ M1032: 3, 'AC-2': 0.5 });
  });

  test('of a log source, by its name', () => {
    expect(readCosts('"WinEventLog:Sysmon (EventCode=1)": 20', 'costs')).toEqual({
      'WinEventLog:Sysmon (EventCode=1)': 20,
    });
  });
});

describe('what are no costs', () => {
  const cases: readonly (readonly [label: string, text: string, codes: readonly string[]])[] = [
    ['nothing', '', ['I526']],
    ['prose', 'A net is dear.', ['I526']],
    ['a list', '- M1032\n- AC-2\n', ['I526']],
    ['no columns of these names', 'thing,price\nM1032,3\n', ['I526']],
    ['a mapping of nothing', '{}', ['I526']],
    ['negative', 'M1032: -3', ['I527']],
    ['zero', 'M1032: 0', ['I527']],
    [
      'no number',
      'M1032: .nan\nM1033: .inf\nM1034: 1e3\nM1035: 0x10\nM1036: dear\nM1037:',
      Array.from({ length: 6 }, () => 'I527'),
    ],
    ['huge', 'M1032: 1000001\nM1033: 99999999999999999999', ['I527', 'I527']],
    ['a list for a cost', 'M1032: [3]', ['I527']],
    ['one that stands there twice', 'id,cost\nM1032,3\nM1032,4\n', ['I527']],
    ['a cost of nothing', 'id,cost\n,4\n', ['I527']],
    ['one of itself', 'M1032: &one\n  more: *one\n', ['I526']],
    ['a cell without an end', 'id,cost\n"M1032,3\n', ['I527']],
  ];
  test.for(cases)('%s', ([, text, codes]) => {
    const read = (): unknown => readCosts(text, 'costs');
    expect(read).toThrow(FoeprintError);
    try {
      read();
    } catch (error) {
      expect(error instanceof FoeprintError ? error.issues.map(({ code }) => code) : error).toEqual(codes);
    }
  });

  test('what is amiss with it as YAML is said', () => {
    expect(() => readCosts('M1032: &one\n  more: *one\n', 'costs')).toThrow(/An alias in it stands within/);
  });

  test('aliases that expand without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map(
          (key, index) =>
            `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefg'[index] ?? 'a'}`).join(',')}]`,
        ),
    ].join('\n');
    expect(() => readCosts(bomb, 'costs')).toThrow(FoeprintError);
  });
});
