import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { PARAMETERS, SCHEMAS, type Envelope } from '../../../src/answers/index.ts';
import { openHome, type OpenHome } from '../../../src/library/index.ts';
import { makeServer } from '../../../src/server/index.ts';
import { USE_CASES, type UseCaseName } from '../../../src/workbench/index.ts';
import { mcpClient } from '../../support/mcp-client.ts';
import { ORGANISATION, sampleHome } from '../../support/sample-home.ts';
import { accessTo } from '../../../src/home/index.ts';

/* The organisation that a home keeps: every shell asks for it where nobody is named, and says so. */

const { path, run } = sampleHome();
const HEADERS = { host: 'localhost' };
let home: OpenHome;
let app: Awaited<ReturnType<typeof makeServer>>;

beforeAll(async () => {
  expect(await run('org', 'keep', ORGANISATION, '--tlp', 'amber')).toMatchObject({ exitCode: 0 });
  home = await openHome({ home: path('home'), cwd: path('.') });
  app = await makeServer({ home: path('home') });
});
afterAll(async () => {
  await app.close();
  await home.close();
});

/** Every use case whose question takes an organisation: a new one is among them without a line here. */
const TAKING = Object.entries(SCHEMAS).flatMap(([name, { question }]) => {
  const parameter = Object.values(question.def.shape)
    .map((field) => PARAMETERS.get(field))
    .find((each) => each?.holds === 'organisation');
  return parameter === undefined ? [] : [{ name: name as UseCaseName, ...parameter }];
});

/** What a question needs beside an organisation. */
const BESIDE: Readonly<Partial<Record<UseCaseName, object>>> = {
  timeline: { group: 'G9001' },
  playbook: {},
};
/** What is asked of sightings or of rules has nothing to be asked of here. */
const UNANSWERED: readonly UseCaseName[] = ['sightings-show', 'sightings-summary', 'sectors', 'sigma'];
const ASKED = TAKING.filter(({ name }) => !UNANSWERED.includes(name));

const asking = async (name: UseCaseName, more: object): Promise<Envelope> =>
  await home.ask(name, { ...BESIDE[name], ...more });
const NOTE = 'For Kaltbach Telecom, the organisation that the home keeps: nobody else was named.';
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('there are such questions', () => {
  expect(ASKED.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['threats', 'expect', 'priorities', 'dashboard', 'news', 'coverage-gaps']),
  );
});

describe.for(ASKED)('$name', ({ name, isNeeded }) => {
  test('is about the one that is kept, as if it were given, and goes as far as that may', async () => {
    const { notes, markings, ...kept } = await asking(name, {});
    const organisation = (await home.ask('org-show', {})).answer.kept?.organisation;
    const { notes: others, markings: _, ...given } = await asking(name, { organisation });
    expect(kept).toEqual(given);
    expect(notes).toEqual([NOTE, ...others]);
    expect(markings.level).toBe('TLP:AMBER');
  });

  test('API and command line answer the same', async () => {
    const expected = plain(await asking(name, {}));
    const url = `/api/${name}?${new URLSearchParams({ ...BESIDE[name] }).toString()}`;
    expect((await app.inject({ url, headers: HEADERS })).json()).toEqual(expected);
    const words = Object.values({ ...BESIDE[name] }).map(String);
    const row = await USE_CASES[name]();
    const { out } = await run(...row.name.split(' '), ...words, '--json');
    expect(JSON.parse(out)).toEqual(expected);
  });

  test('is about nobody where null is given, whatever is kept', async () => {
    const asked = asking(name, { organisation: null });
    if (isNeeded === true) await expect(asked).rejects.toThrow('W617');
    else expect(JSON.stringify(await asked.catch(String))).not.toContain(NOTE);
  });

  test('is not about one that whoever asks may not see', async () => {
    const asked = home.ask(name, { ...BESIDE[name] }, { clearance: 'green' });
    const said = await asked.then(JSON.stringify, String);
    if (isNeeded === true) expect(said).toContain('W617');
    expect(said).not.toContain('Kaltbach');
  });
});

describe('the command line', () => {
  test('takes one that is named before the one that is kept, and that before nobody', async () => {
    writeFileSync(path('other.yaml'), 'name: Lantern Labs\nsectors: energy\n');
    const named = (await run('threats', '--org', path('other.yaml'))).out;
    expect(named).toContain('Lantern Labs');
    expect(await run('threats', '--org', 'none')).toMatchObject({ exitCode: 2 });
    expect((await run('coverage', 'gaps', '--org', 'none', '--json')).out).not.toContain(NOTE);
  });

  test('groups that are named stand in its place', async () => {
    expect((await run('coverage', 'gaps', '--group', 'G9001', '--json')).out).not.toContain(NOTE);
  });
});

test('assistants are answered for it, and asked whom to answer for where none is kept that they may see', async () => {
  const given = { sectors: [], limit: 2 };
  const cleared = accessTo(() => Promise.resolve(home));
  const client = await mcpClient(cleared);
  const ranked = await client.callTool({ name: 'rank_threats', arguments: given });
  expect(JSON.stringify(ranked.structuredContent)).toContain(NOTE);
  const planned = await client.callTool({ name: 'plan_defences', arguments: {} });
  expect(JSON.stringify(planned.structuredContent)).toContain(NOTE);
  const less = await mcpClient(accessTo(() => Promise.resolve(home), { clearance: 'green' }));
  const refused = await less.callTool({ name: 'rank_threats', arguments: given });
  expect(refused.isError).toBe(true);
  expect(JSON.stringify(refused.content)).toContain('the home keeps no organisation');
});

test('what is kept is asked for, as far as it may go', async () => {
  const { answer, markings } = await home.ask('org-show', {});
  expect(answer.kept).toMatchObject({
    file: 'org.yaml',
    level: 'amber',
    organisation: { lastAudit: '2026-01-31' },
  });
  expect(markings.level).toBe('TLP:AMBER');
  expect((await home.ask('org-show', {}, { clearance: 'green' })).answer).toEqual({});
  const inventories = (await home.ask('coverage-list', {})).answer.inventories;
  expect(inventories).toMatchObject([{ name: 'Kaltbach Telecom', techniques: 4, level: 'amber' }]);
});
