import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/reasoning/index.ts';
import { factBaseOf } from '../support/fact-base.ts';
import { answerOf } from '../support/golden-case.ts';
import { programOf } from '../support/rule-pack.ts';

const page = readFileSync(new URL('../../docs/reference/rules.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```rules\n(.*?)```.*?```facts\n(.*?)```.*?```answer\n(.*?)```/gsu)];

test('the page has examples', () => {
  expect(examples.length).toBe([...page.matchAll(/```rules/gu)].length);
  expect(examples.length).toBeGreaterThan(1);
});

test.for(examples.map(([, rules = '', facts = '', answer = '']) => ({ rules, facts, answer })))(
  'what the page says follows does: $rules',
  ({ rules, facts, answer }) => {
    const rows = facts
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .map(([relation = '', ...terms]) => ({ relation, terms }));
    const program = programOf(rules, { relations: [], typeAliases: [] });
    expect(answerOf(evaluate(program, factBaseOf([], rows)))).toBe(answer);
  },
);
