import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/reasoning/index.ts';
import { answerOf, readFacts, whyOf } from '../support/golden-case.ts';
import { rulePack, VOCABULARY } from '../support/rule-pack.ts';

// The things are invented; the relations are those of ATT&CK.
test('the standard pack on a small world', async () => {
  const folder = new URL('packs/standard', import.meta.url).pathname;
  const model = evaluate(rulePack('standard'), readFacts(folder));
  const questions = readFileSync(`${folder}/questions.txt`, 'utf8');
  await expect(answerOf(model)).toMatchFileSnapshot(`${folder}/answer.csv`);
  await expect(whyOf(questions, model, VOCABULARY)).toMatchFileSnapshot(`${folder}/why.txt`);
});
