import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ANSWER_VERSION } from '../../src/answers/index.ts';
import { FoeprintError, type Issue } from '../../src/facts/index.ts';
import { readPlaybook, readPlaybookRun } from '../../src/home/index.ts';
import { DEFAULT_PLAYBOOK, STEP_NAMES, stepGiven } from '../../src/answers/index.ts';
import { playbookYaml } from '../../src/workbench/index.ts';
import { runPlaybook } from '../../src/workbench/playbook/run-playbook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { organisation } from '../support/organisation.ts';
import { VICTIMS } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

async function written(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'playbook.yaml');
  await writeFile(file, text);
  return file;
}

async function issuesOf(reading: Promise<unknown>): Promise<readonly Issue[]> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof FoeprintError) return error.issues;
    throw error;
  }
  return [];
}

describe('a playbook', () => {
  test('the one that is written to be edited asks for what is asked without one', async () => {
    const file = await written(playbookYaml('../org.yaml'));
    const { playbook, organisationFile } = await readPlaybook(file);
    expect(playbook).toMatchObject({ title: DEFAULT_PLAYBOOK.title, hide: [] });
    expect(organisationFile).toBe(resolve(file, '../../org.yaml'));
    expect(playbook.steps.map(({ step }) => step)).toEqual(DEFAULT_PLAYBOOK.steps.map(({ step }) => step));
    for (const { step, with: given } of playbook.steps) expect(given).toEqual(stepGiven(step, {}));
  });

  test('steps may be names alone, and keys may be left out', async () => {
    const { playbook, organisationFile } = await readPlaybook(
      await written('playbook: 1\nhide: misp\nsteps: [summary, { step: note, with: { text: Hm. } }]\n'),
    );
    expect(playbook).toEqual({
      title: DEFAULT_PLAYBOOK.title,
      hide: ['misp'],
      weights: {},
      steps: [
        { step: 'summary', with: {} },
        { step: 'note', with: { text: 'Hm.' } },
      ],
    });
    expect(organisationFile).toBeUndefined();
    expect((await readPlaybook(await written('playbook: 1\n'))).playbook.steps).toEqual(
      DEFAULT_PLAYBOOK.steps,
    );
  });

  test.for([
    { text: 'a: [', code: 'H551', line: 1, message: 'not YAML' },
    { text: '- summary\n', code: 'H551', line: 1, message: 'must be a mapping' },
    {
      text: 'title: Ours\n',
      code: 'H551',
      line: 1,
      message: '`playbook` is missing; it must be the number 1',
    },
    { text: 'playbook: 2\n', code: 'H551', line: 1, message: 'must be the number 1' },
    { text: 'playbook: 1\nasof: 2025-01-01\n', code: 'H552', line: 2, message: 'Did you mean `asOf`?' },
    {
      text: 'playbook: 1\nweights: { sectr: 1 }\n',
      code: 'H552',
      line: 2,
      message: 'Did you mean `sector`?',
    },
    { text: 'playbook: 1\nasOf: 2025-02-30\n', code: 'H553', line: 2, message: 'a day such as' },
    { text: 'playbook: 1\nweights: { sector: 11 }\n', code: 'H553', line: 2, message: '0 to 10' },
    { text: 'playbook: 1\nweights: [sector]\n', code: 'H553', line: 2, message: 'names of factors' },
    { text: 'playbook: 1\nhide: [1]\n', code: 'H553', line: 2, message: '`hide[0]` must be a text, not `1`' },
    { text: 'playbook: 1\nsteps: summary\n', code: 'H553', line: 2, message: 'a list of steps' },
    { text: 'playbook: 1\nsteps: [7]\n', code: 'H553', line: 2, message: 'a step' },
    { text: 'playbook: 1\nsteps:\n  - sumary\n', code: 'H554', line: 3, message: 'Did you mean `summary`?' },
    {
      text: 'playbook: 1\nsteps:\n  - step: xyz\n',
      code: 'H554',
      line: 3,
      message: 'It may be summary, threats',
    },
    {
      text: 'playbook: 1\nsteps:\n  - title: Ours\n',
      code: 'H554',
      line: 3,
      message: 'step` is missing; it must be the name of a step',
    },
    {
      text: 'playbook: 1\nsteps:\n  - step: threats\n    with:\n      tops: 5\n',
      code: 'H555',
      line: 5,
      message: 'Did you mean `top`?',
    },
    {
      text: 'playbook: 1\nsteps:\n  - step: method\n    with: { top: 5 }\n',
      code: 'H555',
      line: 4,
      message: 'There is no key `steps[0].with.top`',
    },
    {
      text: 'playbook: 1\nsteps:\n  - step: threats\n    with: { top: many }\n',
      code: 'H553',
      line: 4,
      message: '`steps[0].with.top` must be a whole number from 1 to 100, not `many`',
    },
    {
      text: 'playbook: 1\nsteps:\n  - step: threats\n    with: 5\n',
      code: 'H553',
      line: 4,
      message: 'parameters by name',
    },
    {
      text: 'playbook: 1\nsteps:\n  - step: threats\n    note: x\n',
      code: 'H552',
      line: 4,
      message: 'Did you mean `notes`?',
    },
  ])('$code at line $line: $message', async ({ text, code, line, message }) => {
    const file = await written(text);
    const issues = await issuesOf(readPlaybook(file));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.place).toMatchObject({ file, line });
    expect(`${issues[0]?.message ?? ''} ${issues[0]?.hint ?? ''}`).toContain(message);
  });

  test('everything that is wrong is listed at once', async () => {
    const text = 'playbook: 1\ntitel: Ours\nsteps:\n  - sumary\n  - step: threats\n    with: { top: 0 }\n';
    const issues = await issuesOf(readPlaybook(await written(text)));
    expect(issues.map(({ code, place }) => `${code} ${place?.line ?? 0}`)).toEqual([
      'H552 2',
      'H554 4',
      'H553 6',
    ]);
  });

  test('a file that is not UTF-8 is refused', async () => {
    const file = join(await temporaryFolder(), 'playbook.yaml');
    await writeFile(file, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    expect((await issuesOf(readPlaybook(file)))[0]?.code).toBe('H551');
  });
});

describe('a saved run', () => {
  const { answer } = runPlaybook(worldDesk([VICTIMS]), organisation({ countries: ['LU'] }), {
    foeprint: '0.2.0',
  });
  const kept = { version: ANSWER_VERSION, useCase: 'playbook', answer, markings: { level: 'TLP:AMBER' } };
  const changed = (fields: object): string => JSON.stringify({ ...kept, answer: { ...answer, ...fields } });

  test('comes back as far as a later one is compared with it, with its marking', async () => {
    const { steps: _steps, playbook: _playbook, ...basis } = answer;
    const run = await readPlaybookRun(await written(JSON.stringify(kept)));
    expect(JSON.parse(JSON.stringify(run))).toEqual(
      JSON.parse(JSON.stringify({ ...basis, marking: 'amber' })),
    );
  });

  test.for([
    ['no JSON', '{'],
    ['something else', '[]'],
    ['another form', JSON.stringify({ ...kept, version: ANSWER_VERSION + 1 })],
    ['the answer to another question', JSON.stringify({ ...kept, useCase: 'threats' })],
    ['a run of version 0.1.0', JSON.stringify({ type: 'foeprint-playbook-run', ...answer, version: 1 })],
    ['a version that is no text', changed({ foeprint: 1 })],
    ['a run without its ranking', changed({ ranking: [{}] })],
  ])('%s is refused', async ([, text = '']) => {
    expect((await issuesOf(readPlaybookRun(await written(text))))[0]?.code).toBe('H556');
  });
});

describe('schema and reader agree', () => {
  const schema: object = JSON.parse(readFileSync('schemas/playbook.schema.json', 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

  test('on every step by its name, and in full', async () => {
    for (const step of STEP_NAMES) {
      const text = JSON.stringify({
        playbook: 1,
        steps: [step, { step, title: 'Ours', with: stepGiven(step, {}) }],
      });
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
      expect((await readPlaybook(await written(text))).playbook.steps[1]?.with).toEqual(stepGiven(step, {}));
    }
  });

  test('on the playbook to edit, and the one of the documentation', async () => {
    const [, example = ''] = /```yaml\n([^`]+)```/.exec(readFileSync('docs/playbook.md', 'utf8')) ?? [];
    for (const text of [playbookYaml('org.yaml'), playbookYaml(), example]) {
      validate(parse(text));
      expect(validate.errors).toBeNull();
      await expect(readPlaybook(await written(text))).resolves.toBeDefined();
    }
  });

  test.for([
    'playbook: 1\nsteps: [sumary]',
    'playbook: 1\nsteps: [{ step: threats, with: { tops: 1 } }]',
    'a: 1',
  ])('on what is wrong: %s', async (text) => {
    expect(validate(parse(text))).toBe(false);
    expect((await issuesOf(readPlaybook(await written(text)))).length).toBeGreaterThan(0);
  });
});
