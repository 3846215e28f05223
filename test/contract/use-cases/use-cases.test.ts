import { expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../../src/cli/call/command-table.ts';
import { envelopeOf, SCHEMAS, type Envelope } from '../../../src/answers/index.ts';
import { documentText } from '../../../src/render/index.ts';
import { documentOf, USE_CASES, type UseCase, type UseCaseName } from '../../../src/workbench/index.ts';
import { contractHome } from './home.ts';
import { numbersIn, numbersOf } from './numbers.ts';
import { QUESTIONS } from './questions.ts';

const home = contractHome();

const NAMES = Object.keys(USE_CASES).filter((name): name is UseCaseName => name in USE_CASES);

const CASES = NAMES.flatMap((name) =>
  QUESTIONS[name].map(({ question, words }) => ({
    name,
    question,
    words,
    asked: [name, ...words].join(' '),
  })),
);

async function rowOf(name: UseCaseName): Promise<UseCase> {
  return await USE_CASES[name]();
}

function plainData(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test('every use case is asked, and has the schemas of its name', async () => {
  expect(Object.keys(QUESTIONS).toSorted()).toEqual(NAMES.toSorted());
  expect(Object.keys(SCHEMAS).toSorted()).toEqual(NAMES.toSorted());
  for (const name of NAMES) {
    const row = await rowOf(name);
    expect(row.name.replaceAll(' ', '-')).toBe(name);
    expect({ question: row.question, answer: row.answer }).toEqual(SCHEMAS[name]);
  }
});

test('every use case is a command that help lists', async () => {
  const rows = await Promise.all(NAMES.map(rowOf));
  expect(COMMAND_NAMES).toEqual(expect.arrayContaining(rows.map(({ name }) => name)));
});

test.for(CASES)('$asked: the library answers what --json does', async ({ name, question, words }) => {
  const command = (await rowOf(name)).name.split(' ');
  const { out, exitCode } = await home.run(...command, ...words, '--json');
  const envelope: unknown = JSON.parse(out);
  expect(plainData(await home.asked(name, question))).toEqual(envelope);
  expect(exitCode, 'these questions have answers').toBe(0);
});

test.for(CASES)('$asked: the envelope is as its schema says', async ({ name, question }) => {
  const envelope = plainData(await home.asked(name, question));
  const { question: asked, answer } = await rowOf(name);
  const read = envelopeOf(name, asked, answer).safeParse(envelope);
  expect(read.error?.issues ?? []).toEqual([]);
});

test.for(CASES)('$asked: no place of the machine is in the answer', async ({ name, question }) => {
  const said = JSON.stringify(await home.asked(name, question));
  expect(said).not.toContain(home.folder);
});

test.for(CASES)('$asked: what names things of ATT&CK names its source', async ({ name, question }) => {
  const { answer, sources }: Envelope = await home.asked(name, question);
  const isOfAttack = /"(?:attack-pattern|intrusion-set|malware|tool|course-of-action)--/u.test(
    JSON.stringify(answer),
  );
  expect(isOfAttack && sources.length === 0).toBe(false);
});

test.for(CASES)('$asked: every number of the document is in the answer', async ({ name, question }) => {
  const envelope: Envelope = await home.asked(name, question);
  const { notices: _notices, ...document } = documentOf(await rowOf(name), envelope);
  const text = documentText({ ...document, notices: [] }, { width: 1000 });
  const known = numbersIn(envelope);
  expect([...new Set(numbersOf(text))].filter((number) => !known.has(number))).toEqual([]);
});

test.for(CASES)('$asked: every number of its tables is in the answer', async ({ name, question }) => {
  const envelope: Envelope = await home.asked(name, question);
  const tables = (await rowOf(name)).tables?.(envelope.answer, envelope) ?? [];
  const known = numbersIn(envelope);
  const cells = tables
    .flatMap(({ rows }) => rows.flat())
    .map((cell) => (typeof cell === 'object' && cell.kind === 'share' ? cell.share : cell))
    .filter((cell) => typeof cell === 'number');
  expect(cells.flatMap((cell) => numbersOf(String(cell))).filter((number) => !known.has(number))).toEqual([]);
});
