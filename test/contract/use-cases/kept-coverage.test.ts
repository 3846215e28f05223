import { expect, test } from 'vitest';
import { PARAMETERS, SCHEMAS, type Envelope } from '../../../src/answers/index.ts';
import type { UseCaseName } from '../../../src/workbench/index.ts';
import { contractHome } from './home.ts';
import { QUESTIONS } from './questions.ts';

/** Every use case whose question takes coverage: a new one is among them without a line here. */
const NAMES = Object.entries(SCHEMAS)
  .filter(([, { question }]) =>
    Object.values(question.def.shape).some((field) => PARAMETERS.get(field)?.holds === 'coverage'),
  )
  .map(([name]) => name)
  .filter((name): name is UseCaseName => name in QUESTIONS);

const home = contractHome();
const KEPT = '“siem” of 2026-02-01';

/** A question of a use case that says nothing of coverage. */
function plainQuestion(name: UseCaseName) {
  const found = QUESTIONS[name].find(({ question }) => !('coverage' in question));
  if (found === undefined) throw new TypeError(`every question to ${name} gives coverage`);
  return found;
}

/** The same with this coverage, and what it is answered with. */
async function asked(name: UseCaseName, coverage: object): Promise<Envelope> {
  return await home.open().ask(name, { ...plainQuestion(name).question, ...coverage });
}

test('there are such questions', () => {
  expect(NAMES).toEqual(expect.arrayContaining(['plan', 'priorities', 'playbook', 'timeline', 'triage']));
});

test.for(NAMES)('%s counts what is kept, and says so', async (name) => {
  const { answer, notes } = await asked(name, {});
  expect(notes.join('\n')).toContain(KEPT);
  const without = await asked(name, { coverage: { claims: [] } });
  expect(without.notes.join('\n')).not.toContain(KEPT);
  expect(without.answer).not.toEqual(answer);
});

test.for(NAMES)('%s: what is kept is marked, and so is the answer', async (name) => {
  expect((await asked(name, {})).markings.level).toMatch(/^TLP:(?:GREEN|AMBER)/u);
});

test.for(NAMES)('%s: what is given counts alone, but for what is named of what is kept', async (name) => {
  const given = { claims: [{ technique: 'T9777', level: 1, kind: 'list', file: 'ours.txt' }] };
  const notesFor = async (coverage: object) => (await asked(name, coverage)).notes.join('\n');
  expect(await notesFor({ coverage: given })).not.toContain(KEPT);
  expect(await notesFor({ coverage: { ...given, withKept: true } })).toContain(KEPT);
  expect(await notesFor({ coverage: given, inventories: ['siem'] })).toContain(KEPT);
  expect(await notesFor({ inventories: ['ours'] })).not.toContain(KEPT);
});

test('where nothing is known of coverage, a timeline calls nothing “not covered”', async () => {
  const said = async (coverage: object) => JSON.stringify((await asked('timeline', coverage)).answer);
  expect(await said({})).toContain('"not-covered"');
  expect(await said({ coverage: { claims: [] } })).not.toContain('"not-covered"');
});

test.for(NAMES)('%s: --coverage none leaves it out on a command line', async (name) => {
  const words = [...name.split('-'), ...plainQuestion(name).words];
  expect((await home.run(...words)).out).toContain('“siem”');
  expect((await home.run(...words, '--coverage', 'none')).out).not.toContain('“siem”');
});
