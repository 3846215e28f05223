import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/reasoning/index.ts';
import { TYPE_ALIASES } from '../../src/threat/index.ts';
import { answerOf, readFacts, whyOf } from '../support/golden-case.ts';
import { programOf } from '../support/rule-pack.ts';

const CASES = new URL('cases/', import.meta.url).pathname;
const VOCABULARY = { relations: [], typeAliases: TYPE_ALIASES };

// A case is a folder: program.dl and facts.csv go in, answer.csv and why.txt come out.
test.for(readdirSync(CASES))('%s', async (name) => {
  const folder = `${CASES}${name}`;
  const text = readFileSync(`${folder}/program.dl`, 'utf8');
  const model = evaluate(programOf(text, VOCABULARY), readFacts(folder));
  expect(model.issues).toEqual([]);
  await expect(answerOf(model)).toMatchFileSnapshot(`${folder}/answer.csv`);
  await expect(whyOf(text, model, VOCABULARY)).toMatchFileSnapshot(`${folder}/why.txt`);
});
