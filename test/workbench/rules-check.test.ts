import { expect, test } from 'vitest';
import type { RulesCheckAnswer } from '../../src/answers/index.ts';
import { DEFAULT_CONFIG, readRuleSet } from '../../src/home/index.ts';
import { checkRuleTexts } from '../../src/workbench/explanation/rules-check.ts';
import { SHORE } from '../support/world/cast.ts';
import { worldView } from '../support/world/desk.ts';

const PEBBLES = `relation shares-pebbles(one: user, other: user) "{one} throws like {other}".
rule throw-alike "{A} and {B} use {T}" weight 0.5
  shares-pebbles(A: group, B: group) :- uses-any(A, T: technique), uses-any(B, T), A != B.
`;

const knowledge = {
  view: worldView([SHORE]),
  ruleSet: async () => await readRuleSet(DEFAULT_CONFIG.rules),
};

async function checked(text: string, derive = false, file = 'ours.dl'): Promise<RulesCheckAnswer> {
  return (await checkRuleTexts(knowledge, { rules: [{ file, text }], derive })).answer;
}

test('rules may use what those in force declare; their own alone are given, and what they derive where that is asked', async () => {
  const rule = {
    name: 'throw-alike',
    sentence: '{A} and {B} use {T}',
    concludes: 'shares-pebbles',
    weight: 0.5,
  };
  expect(await checked(PEBBLES)).toEqual({ files: 1, errors: 0, warnings: 0, issues: [], rules: [rule] });
  const { rules } = await checked(PEBBLES, true);
  // Hungry Heron and Noisy Otter open doors and shout, each like the other.
  expect(rules).toEqual([{ ...rule, derivations: 4 }]);
});

test.for([
  ['a relation that nobody declares', PEBBLES.replaceAll('uses-any', 'use-any'), 3, 41],
  ['a rule without an end', PEBBLES.trimEnd().slice(0, -1), 3, 90],
  ['a name that is taken', PEBBLES.replace('throw-alike', 'mitigation-by-use'), 2, 6],
] as const)('%s is an error with its place', async ([, text, line, column]) => {
  const { errors, issues, rules } = await checked(text);
  expect(errors).toBeGreaterThan(0);
  expect(rules).toEqual([]);
  expect(issues[0]).toMatchObject({ severity: 'error', place: { file: 'ours.dl', line, column } });
});

test('a file that is called as one in force takes its place: all that others use of it is there, or is missed there', async () => {
  const { files } = await knowledge.ruleSet();
  const text = files[0]?.text ?? '';
  const { errors, rules } = await checked(text, false, 'standard.dl');
  expect(errors).toBe(0);
  expect(rules.map(({ name }) => name)).toContain('mitigation-by-use');
});

test('nothing is derived from rules that have an error', async () => {
  const { rules } = await checked(PEBBLES.replace('uses-any', 'use-any'), true);
  expect(rules).toEqual([]);
});
