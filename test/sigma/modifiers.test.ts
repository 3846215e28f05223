import { expect, test } from 'vitest';
import { MODIFIERS } from '../../src/sigma/index.ts';
import { eventOf, matcherFor, ruleText } from '../support/sigma.ts';

/** What a key and a value of a rule ask of a field `f`: texts that have it, and texts that do not. */
interface Case {
  readonly key: string;
  /** As YAML. */
  readonly value: string;
  readonly yes: readonly unknown[];
  readonly no: readonly unknown[];
}

const CASES: readonly Case[] = [
  {
    key: 'f',
    value: 'Pebble',
    yes: ['pebble', 'PEBBLE', ['sand', 'pebble']],
    no: ['pebbles', '', null, ['sand']],
  },
  { key: 'f', value: '[one, two]', yes: ['one', 'TWO'], no: ['three', 'one two'] },
  { key: 'f', value: "'peb*'", yes: ['peb', 'pebble\nstone'], no: ['a peb'] },
  { key: 'f', value: "'p?b*e'", yes: ['pebble', 'pübe', 'p\u{1f600}be'], no: ['pbe', 'pebbles', 'peebe'] },
  { key: 'f', value: String.raw`'a\*b'`, yes: ['a*b'], no: ['axb', String.raw`a\*b`] },
  { key: 'f', value: String.raw`'a\\*b'`, yes: [String.raw`a\xb`, String.raw`a\b`], no: ['a*b', 'ab'] },
  { key: 'f', value: String.raw`'a\\\*b'`, yes: [String.raw`a\*b`], no: [String.raw`a\xb`] },
  { key: 'f', value: String.raw`'\\server'`, yes: [String.raw`\server`], no: [String.raw`\\server`] },
  { key: 'f', value: String.raw`'\\\\server'`, yes: [String.raw`\\server`], no: [String.raw`\server`] },
  { key: 'f', value: String.raw`'c:\new'`, yes: [String.raw`C:\New`], no: ['c:\new'] },
  { key: 'f', value: 'null', yes: [null, undefined, []], no: ['', 0, false] },
  { key: 'f', value: "''", yes: [''], no: [null, undefined, ' '] },
  { key: 'f', value: '4688', yes: [4688, '4688', '4688.0'], no: [4689, '46880', '0x1250'] },
  { key: 'f', value: '0429', yes: ['0429'], no: [429, '429'] },
  { key: 'f', value: '12345678901234567890', yes: ['12345678901234567890'], no: ['12345678901234567000'] },
  { key: 'f', value: 'true', yes: [true, 'True'], no: [false, 'yes', null] },
  { key: 'f', value: '0x10', yes: [16, '16'], no: ['0x10'] },
  { key: 'f', value: "'0x10'", yes: ['0X10'], no: [16] },
  { key: 'f|contains', value: 'bb', yes: ['pebble', 'BB'], no: ['b b', null] },
  { key: 'f|contains', value: "'p*e'", yes: ['a pebble', 'pe'], no: ['ep'] },
  { key: 'f|contains', value: '12', yes: [3124, '0.12'], no: [21] },
  { key: 'f|startswith', value: 'peb', yes: ['Pebble'], no: ['a pebble'] },
  {
    key: 'f|endswith',
    value: String.raw`'\sand.exe'`,
    yes: [String.raw`C:\Sand.EXE`],
    no: ['sand.exe', String.raw`\sand.exe `],
  },
  { key: 'f|contains|all', value: '[peb, ble]', yes: ['pebble', 'ble peb'], no: ['peb', 'ble'] },
  { key: 'f|cased', value: 'Pebble', yes: ['Pebble'], no: ['pebble'] },
  { key: 'f|contains|cased', value: 'Ebb', yes: ['pEbble'], no: ['pebble'] },
  { key: 'f|neq', value: '[one, two]', yes: ['three', null, undefined], no: ['one', 'TWO'] },
  {
    key: 'f|windash',
    value: "'-stop'",
    yes: ['-stop', '/STOP', '–stop', '—stop', '―stop'],
    no: ['stop', '+stop'],
  },
  { key: 'f|contains|windash', value: "' /r -f '", yes: ['x -R /f y', 'x —r ―f y'], no: ['x r f y'] },
  { key: 'f|contains|all|windash', value: "[' -a ', ' -b ']", yes: [' /b  /a '], no: [' /a /c '] },
  { key: 'f|re', value: String.raw`'pe?b{2}\w+$'`, yes: ['a pebble', 'pbbs'], no: ['PEBBLE', 'pebble!'] },
  { key: 'f|re|i', value: "'^pebble$'", yes: ['PEBBLE'], no: ['pebbles', 'a\npebble'] },
  { key: 'f|re|m', value: "'^pebble$'", yes: ['a\npebble\nb'], no: ['a pebble'] },
  { key: 'f|re|s', value: "'a.b'", yes: ['a\nb'], no: ['ab'] },
  { key: 'f|re', value: "'a.b'", yes: ['a\rb'], no: ['a\nb'] },
  {
    key: 'f|cidr',
    value: '10.1.0.0/16',
    yes: ['10.1.255.3', '::ffff:10.1.0.1'],
    no: ['10.2.0.1', '10.1.0', 'x', '10.1.0.256'],
  },
  {
    key: 'f|cidr',
    value: "['fe80::/10', '::1']",
    yes: ['FE80::1:2', '0:0:0:0:0:0:0:1'],
    no: ['fec0::1', '127.0.0.1', '::'],
  },
  { key: 'f|exists', value: 'true', yes: ['', 'x', null], no: [undefined] },
  { key: 'f|exists', value: 'false', yes: [undefined], no: ['', null] },
  { key: 'f|fieldref', value: 'other', yes: ['SAND'], no: ['sands', null] },
  { key: 'f|fieldref|endswith', value: 'other', yes: ['wet Sand'], no: ['sandy'] },
  { key: 'f|lt', value: '5', yes: [4, '4.9', '-1'], no: [5, 'four', null] },
  { key: 'f|lte', value: '5', yes: [5], no: [5.1] },
  { key: 'f|gt', value: "'5'", yes: ['6'], no: [5] },
  { key: 'f|gte', value: '5', yes: [5, ['1', '7']], no: [4] },
  { key: 'f|base64|contains', value: 'foobar', yes: ['xZm9vYmFyx'], no: ['foobar', 'Zm9v'] },
  {
    key: 'f|base64offset|contains',
    value: 'foobar',
    yes: ['-Zm9vYmFy-', 'mb29iYXI', 'Zvb2Jhc'],
    no: ['foobar'],
  },
  {
    key: 'f|wide|base64offset|contains',
    value: 'ping',
    yes: ['cABpAG4AZw', 'AAaQBuAGcA', 'wAGkAbgBnA'],
    no: ['cGluZw'],
  },
  { key: 'f|utf16le', value: 'ab', yes: ['a\0b\0'], no: ['ab'] },
  { key: 'f|utf16be', value: 'ab', yes: ['\0a\0b'], no: ['a\0b\0'] },
  { key: 'f|utf16', value: 'a', yes: ['\u{ff}\u{fe}a\0'], no: ['a\0'] },
  { key: 'f|minute', value: '7', yes: ['2026-05-02T23:07:00Z'], no: ['2026-05-02', 'x'] },
  { key: 'f|hour|gte', value: '22', yes: ['2026-05-02 23:10'], no: ['2026-05-02 21:59'] },
  { key: 'f|day', value: '2', yes: ['2026-05-02'], no: ['2026-02-05'] },
  { key: 'f|week', value: '53', yes: ['2026-12-31', '2027-01-03'], no: ['2027-01-04'] },
  { key: 'f|month', value: '5', yes: ['2026-05-02'], no: ['2026-02-05'] },
  { key: 'f|year', value: '2026', yes: ['2026-05-02'], no: ['20260502'] },
];

test.for(CASES)('$key: $value', ({ key, value, yes, no }) => {
  const matcher = matcherFor(ruleText(`pebble:\n  ${key}: ${value}\ncondition: pebble`));
  const matched = (f: unknown): boolean =>
    matcher.matches(eventOf({ ...(f === undefined ? {} : { f }), other: 'sand' }));
  expect(yes.filter((one) => !matched(one))).toEqual([]);
  expect(no.filter(matched)).toEqual([]);
});

test('every modifier has a case', () => {
  const used = new Set(CASES.flatMap(({ key }) => key.split('|').slice(1)));
  expect(Object.keys(MODIFIERS).filter((name) => name !== 'expand' && !used.has(name))).toEqual([]);
});

test.for([
  ['f|expand', "'%pebbles%'", 'G112'],
  ['f|pebble', 'x', 'G106'],
  ['f|re|cidr', "'10.0.0.0/8'", 'G107'],
  ['f|i', 'x', 'G107'],
  ['f|contains|lt', '5', 'G107'],
  ['f|base64|re', 'x', 'G107'],
  ['f|base64', "'a*'", 'G107'],
  ['f|contains', 'null', 'G107'],
  ['f|cidr', '10.0.0.0/33', 'G107'],
  ['f|exists', 'maybe', 'G107'],
  ['f|lt', 'five', 'G107'],
  ['f|re', "'(a'", 'G110'],
  ['f|re', "'(?=a)b'", 'G110'],
  ['f|re', "'(a{1,999}){1,999}'", 'G111'],
  ['f', '{ deeper: 1 }', 'G105'],
  ['f', '[]', 'G105'],
] as const)('%s: %s is refused as %s', ([key, value, code]) => {
  expect(() => matcherFor(ruleText(`pebble:\n  ${key}: ${value}\ncondition: pebble`))).toThrow(code);
});
