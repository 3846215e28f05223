import { expect, test } from 'vitest';
import { assertableOf, assertionsOf } from '../../web/src/marks/assertable.ts';
import { sentences } from '../../web/build/relations-plugin.ts';
import { levelsUpTo } from '../../web/src/words/markings.ts';

/* What an analyst may assert of two things whose reasons are shown. */

const thing = (label: string, type = 'attack-pattern') => ({
  id: `${type}--${label}`,
  type,
  name: label,
  label,
});
const GROUP = thing('G1', 'intrusion-set');
const TOOL = thing('S1', 'tool');
const TECHNIQUE = thing('T1');
const fact = (relation: string, ...terms: ReturnType<typeof thing>[]) => ({
  key: relation,
  relation,
  terms,
  sentence: `${terms[0]?.name ?? ''} ${relation} ${terms[1]?.name ?? ''}`,
});
const reported = (...given: Parameters<typeof fact>) => ({
  kind: 'reported' as const,
  fact: fact(...given),
  evidence: [],
});
const explanation = (of: ReturnType<typeof fact>, ...proofs: ReturnType<typeof reported>[]) => ({
  question: '',
  fact: of,
  status: 'derived' as const,
  proofCount: '1',
  countIsExact: true,
  graph: { facts: [], reported: 0, derivations: [] },
  proofs:
    proofs.length < 2
      ? proofs
      : [
          {
            kind: 'derived' as const,
            fact: of,
            rule: { name: 'r', sentence: '', weight: 1, checks: [] },
            premises: proofs,
          },
        ],
});
const lines = (answer: Parameters<typeof assertableOf>[0]): readonly string[] =>
  assertableOf(answer, sentences()).map(({ as, sentence }) => `${as}: ${sentence}`);

test('a fact that sources report is asserted itself, by ids', () => {
  const answer = {
    first: GROUP,
    second: TECHNIQUE,
    explanations: [explanation(fact('uses', GROUP, TECHNIQUE), reported('uses', GROUP, TECHNIQUE))],
  };
  expect(assertableOf(answer, sentences())).toEqual([
    {
      key: 'intrusion-set--G1 uses attack-pattern--t1',
      subject: 'intrusion-set--G1',
      relation: 'uses',
      object: 'attack-pattern--T1',
      sentence: 'G1 uses T1',
      as: 'asked',
    },
  ]);
});

test('ATT&CK ids name things where they have some: the journal has what was given', () => {
  const [first, second] = [thing('G0016', 'intrusion-set'), thing('T1059.001')];
  const answer = { first, second, explanations: [explanation(fact('uses', first, second))] };
  expect(assertableOf(answer, sentences())).toMatchObject([
    { subject: 'G0016', object: 'T1059.001', key: 'intrusion-set--G0016 uses attack-pattern--t1059.001' },
  ]);
});

test('of what rules derive it is the same directly, and what they conclude from', () => {
  const premises = [reported('uses', GROUP, TOOL), reported('uses', TOOL, TECHNIQUE)];
  const indirectly = explanation(fact('indirectly-uses', GROUP, TECHNIQUE), ...premises);
  expect(lines({ first: GROUP, second: TECHNIQUE, explanations: [indirectly, indirectly] })).toEqual([
    'directly: G1 uses T1',
    'premise: G1 uses S1',
    'premise: S1 uses T1',
  ]);
  const helps = explanation(fact('relevant-mitigation', thing('M1', 'course-of-action'), GROUP), ...premises);
  expect(lines({ first: GROUP, second: TECHNIQUE, explanations: [helps] })[0]).toBe('premise: G1 uses S1');
});

test('of two groups it is also that they are the same, or are not; a word is asserted as it is', () => {
  const other = thing('$&', 'threat-actor');
  expect(lines({ first: GROUP, second: other, explanations: [] })).toEqual([
    'directly: G1 is the same as $&',
    'directly: G1 is not $&',
    'directly: G1 overlaps with $&',
  ]);
  const word = { id: 'x', type: 'string', name: 'espionage', label: '' };
  const motive = explanation(fact('motivated-by', GROUP, word));
  expect(assertableOf({ first: GROUP, second: word, explanations: [motive] }, sentences())).toMatchObject([
    { object: 'espionage' },
  ]);
});

test('what is asserted already of the same is found, unless it was taken back', () => {
  const [uses] = assertableOf(
    { first: GROUP, second: TECHNIQUE, explanations: [explanation(fact('uses', GROUP, TECHNIQUE))] },
    sentences(),
  );
  const assertion = {
    label: 'AS-1',
    statement: '',
    subject: 'intrusion-set--G1',
    relation: 'uses',
    object: 'attack-pattern--T1' as string | { readonly literal: string },
    source: 'IR',
    status: 'suspected' as const,
    created: '',
    modified: '',
    tlp: '',
    sentence: '',
    references: [],
    retracted: false,
  };
  const all = [
    assertion,
    { ...assertion, label: 'AS-2', retracted: true },
    { ...assertion, label: 'AS-3', object: 'attack-pattern--T2' },
    { ...assertion, label: 'AS-4', object: { literal: 'T1' } },
  ];
  expect(assertionsOf(uses === undefined ? [] : [uses], all).map(({ label }) => label)).toEqual(['AS-1']);
});

test('nobody is offered a level above their clearance', () => {
  expect(levelsUpTo('green').map(([level]) => level)).toEqual(['clear', 'green']);
  expect(levelsUpTo('red')).toHaveLength(5);
  expect(levelsUpTo('')).toEqual([]);
});
