import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parametersOf } from '../../src/forms/index.ts';
import { questionOf } from '../../src/cli/use-case/read-question.ts';
import { callOptions } from '../../src/cli/call/call.ts';
import { openCall } from '../../src/cli/call/open-call.ts';
import { processTerminal } from '../../src/cli/terminal/terminal.ts';
import { USE_CASES, type UseCase } from '../../src/workbench/index.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { SAMPLE } from '../support/sample-home.ts';
import { keptFolder } from '../support/temporary-folder.ts';

/*
 * A project: its home and its organisation lie in the folder, as those of git do, and are found from below.
 */

const folder = keptFolder();
const start = process.cwd();
const below = (...parts: readonly string[]): string => join(folder.path, ...parts);

const ORG = `name: Kaltbach Telecom
sectors: telecoms
countries: lux
controls: { coverage: ours.json }
lastAudit: 2024-06-30
`;

const LAYER = {
  name: 'ours',
  versions: { layer: '4.5' },
  domain: 'enterprise-attack',
  techniques: [{ techniqueID: 'T9003', score: 1 }],
};

beforeAll(async () => {
  for (const each of ['.foeprint', 'reports/may', 'elsewhere']) mkdirSync(below(each), { recursive: true });
  writeFileSync(below('org.yaml'), ORG);
  writeFileSync(below('ours.json'), JSON.stringify(LAYER));
  expect(await from('.', 'load', SAMPLE)).toMatchObject({ exitCode: 0 });
});

afterAll(() => process.chdir(start));

/** Runs a command in a folder of the project, with no home in the environment. */
async function from(place: string, ...words: readonly string[]): ReturnType<typeof runFoeprint> {
  vi.stubEnv('FOEPRINT_HOME', '');
  vi.stubEnv('XDG_DATA_HOME', below('elsewhere'));
  process.chdir(below(place));
  try {
    return await runFoeprint(...words);
  } finally {
    process.chdir(start);
    vi.unstubAllEnvs();
  }
}

describe('the home', () => {
  test('is the folder .foeprint, here without a word, from below with one', async () => {
    const here = await from('.', 'status');
    expect(here).toMatchObject({ exitCode: 0, err: '' });
    const under = await from('reports/may', 'status');
    expect(under).toEqual({ ...here, err: 'From the home ../../.foeprint\n' });
  });

  test('is another one where that is named, and an empty one says where it is', async () => {
    const named = await from('reports', 'status', '--home', below('elsewhere'));
    expect(named).toMatchObject({
      exitCode: 1,
      err: `Nothing is loaded in the home ${below('elsewhere')}\n`,
    });
    const asked = await from('reports', 'profile', 'G9001', '--home', below('elsewhere'));
    expect(asked).toMatchObject({ exitCode: 2 });
    expect(asked.err).toContain(`W604  ${below('elsewhere')}\n`);
  });
});

describe('the organisation', () => {
  test('is org.yaml, here without a word, from below with one', async () => {
    const here = await from('.', 'threats', '--json');
    expect(here).toMatchObject({ exitCode: 0, err: '' });
    expect(here.out).toContain('Kaltbach Telecom');
    const under = await from('reports/may', 'threats', '--json');
    expect(under.out).toBe(here.out);
    expect(under.err).toContain('For the organisation of ../../org.yaml\n');
    expect(await from('reports', 'org', 'check')).toMatchObject({ exitCode: 0 });
  });

  test('gives a timeline its audit and its coverage', async () => {
    const { out } = await from('reports', 'timeline', 'G9001', '--json');
    const { answer, question } = JSON.parse(out) as {
      readonly answer: { readonly audit: { readonly since: string } };
      readonly question: { readonly coverage: unknown };
    };
    expect(answer.audit.since).toBe('2024-06-30');
    expect(question.coverage).toMatchObject({ claims: [{ technique: 'T9003' }] });
    const none = await from('reports', 'timeline', 'G9001', '--org', 'none', '--json');
    expect(JSON.parse(none.out)).not.toHaveProperty('answer.audit');
  });
});

const ROWS: readonly UseCase[] = await Promise.all(
  Object.values<() => Promise<UseCase>>(USE_CASES).map(async (load) => await load()),
);
const parameterOf = (row: UseCase, holds: string) => parametersOf(row).find((each) => each.holds === holds);

/** What a question that is asked from below the project is about, as the command line reads it. */
async function organisationOf(row: UseCase, given: Readonly<Record<string, unknown>>): Promise<unknown> {
  process.chdir(below('reports'));
  try {
    const options = callOptions({ ...given, home: below('.foeprint') });
    const call = openCall([], options, processTerminal({ quiet: true }), {
      hasClearance: true,
      stays: false,
    });
    const question = await questionOf({ question: row.question }, call);
    await call.close();
    return question['organisation'];
  } finally {
    process.chdir(start);
  }
}

describe.for(ROWS.filter((row) => parameterOf(row, 'organisation') !== undefined))('$name', (row) => {
  const { isNeeded, inPlaceOf = [] } = parameterOf(row, 'organisation') ?? {};

  test('looks for the organisation', async () => {
    expect(await organisationOf(row, {})).toMatchObject({ name: 'Kaltbach Telecom' });
  });

  test('asks of nobody where `none` is said', async () => {
    const asked = organisationOf(row, { org: 'none' });
    if (isNeeded === true) await expect(asked).rejects.toThrow('C720');
    else expect(await asked).toBeNull();
  });

  test.for(inPlaceOf)('is not about it where %s are named', async (field) => {
    const { option = '' } = parametersOf(row).find((each) => each.field === field) ?? {};
    if (option !== '') expect(await organisationOf(row, { [option]: ['X'] })).toBeUndefined();
    else expect(row.name, 'groups stand by themselves').toBe('sigma');
  });
});

test('what counts coverage counts that of the organisation; an incident may be anybody’s, detections are of a group', () => {
  const counting = ROWS.filter((row) => parameterOf(row, 'coverage') !== undefined);
  const without = counting.filter((row) => parameterOf(row, 'organisation') === undefined);
  expect(without.map(({ name }) => name)).toEqual(['detections', 'triage']);
});
