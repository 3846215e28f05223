import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { act as actOn, ACTIONS, type Action, type ActionName } from '../../src/actions/index.ts';
import { parametersOf } from '../../src/forms/index.ts';
import { keptCoverage, keptOrganisation, keptReports } from '../../src/home/index.ts';
import { openHome, type OpenHome } from '../../src/library/index.ts';
import { bundle, labelled, release } from './world/build.ts';
import { FARM } from './world/cast.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CASE = `case: IR-1
date: 2026-02-01
tlp: green
assertions:
  - { subject: Wily Weasel, relation: uses, object: T9001 }
`;
const FINDING = {
  class_uid: 2004,
  time: 1767268800000,
  finding_info: { uid: 'f-1', title: 'Hay', attacks: [{ technique: { uid: 'T9001' } }] },
};

/** Files that actions are given, by their names. */
const FILES: Readonly<Record<string, string>> = {
  'farm.json': JSON.stringify(
    bundle(release('1.0'), ...FARM.attack, labelled('attack-pattern', 299, 'T9002', 'Delving')),
  ),
  'spade.json': JSON.stringify(bundle(labelled('tool', 90, 'S9090', 'Spade'))),
  'case.yaml': CASE,
  'edited.yaml': CASE.replace('T9001', 'T9002'),
  'hay.txt': 'Night at the farm\n\nThe Wily Weasel came at night (T9001).\n',
  'covered.csv': 'technique\nT9001\n',
  'farm.yaml': 'name: Farm\nsectors: agriculture\ncountries: LU\n',
  'mill.yaml': 'name: Mill\nsectors: manufacturing\n',
  'findings.ndjson': `${JSON.stringify(FINDING)}\n`,
  'seen.csv': 'time,technique,source\n2026-01-02T12:00:00Z,T9002,sensor\n2026-02-02T12:00:00Z,T9002,sensor\n',
  // Keeps the settings of the folder that the tests run in out of them, and names what is synced.
  'config.yaml': 'sources: [{ name: shed, location: spade.json }]\n',
};

export interface Farm {
  readonly home: OpenHome;
  readonly at: (file: string) => string;
  readonly act: (name: ActionName, given: object) => ReturnType<typeof actOn>;
  /** The folder of the home. */
  readonly folder: string;
  readonly config: string;
}

/** What is found in a copy of its home when that is opened anew. */
export async function opened<Value>(
  on: Farm,
  folder: string,
  look: (home: OpenHome) => Promise<Value>,
): Promise<Value> {
  const home = await openHome({ home: folder, cwd: on.at(''), config: on.config });
  try {
    return await look(home);
  } finally {
    await home.close();
  }
}

/** A home with the farm loaded, and files to give it. */
export async function farm(): Promise<Farm> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
  const at = (file: string): string => join(folder, file);
  const config = at('config.yaml');
  const home = await openHome({ home: at('home'), cwd: folder, config });
  onTestFinished(() => home.close());
  await home.act('load', { locations: [at('farm.json')] });
  return { home, at, act: async (name, given) => await actOn(home, name, given), folder: at('home'), config };
}

/** The words of a command line that do an action, for the home and by the settings of a farm. */
export function wordsFor(
  { folder, config }: Pick<Farm, 'folder' | 'config'>,
  { name, given: fields }: Action,
  given: Readonly<Record<string, unknown>>,
): readonly string[] {
  const words = parametersOf({ question: z.strictObject(fields) }).flatMap(({ field, option, spelling }) => {
    const value = given[field];
    if (value === undefined || value === false) return [];
    const [flag = ''] = /--[\w-]+/u.exec(spelling) ?? [];
    if (value === true) return [flag];
    const texts = [value].flat().map((each) => JSON.stringify(each).replaceAll('"', ''));
    return texts.flatMap((text) => (option === '' ? [text] : [flag, text]));
  });
  return [...name.split(' '), ...words, '--json', '--home', folder, '--config', config];
}

/** The row of an action by its name. */
export async function rowOf(name: string): Promise<{ readonly key: ActionName; readonly action: Action }> {
  const key = Object.keys(ACTIONS).find((each): each is ActionName => each === name.replaceAll(' ', '-'));
  return key === undefined ? expect.fail(name) : { key, action: await ACTIONS[key]() };
}

/** A state as it would be elsewhere, at another time. */
export function timelessState(state: Awaited<ReturnType<typeof stateOf>>, on: Pick<Farm, 'at'>): unknown {
  // Times are in it.
  return timeless({ ...state, key: '' }, on);
}

/** Without what is of the moment, and of the folder that a test lies in. */
export function timeless(value: unknown, { at }: Pick<Farm, 'at'>): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll(at(''), '')
      .replaceAll(at('').slice(0, -1), '')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'NOW')
      .replaceAll(/"through":"[^"]+"/gu, '"through":""')
      // What is sent has no folder.
      .replaceAll(/"location":"[^"]*?([^"/]+)"/gu, '"location":"$1"')
      .replaceAll(/("sha256"|"id"):"(?:sha256:)?[\da-f]{12,64}"/gu, '$1:"DIGEST"')
      .replaceAll(/"what":"[\da-f]{12}"/gu, '"what":"DIGEST"'),
  );
}

/** All that a home holds that questions are answered from. */
export async function stateOf(home: OpenHome): Promise<Readonly<Record<string, unknown>>> {
  const knowledge = await home.knowledgeBase();
  const { facts, key } = knowledge.view();
  const { reports } = await keptReports(home.paths.reports);
  const { inventories } = await keptCoverage(home.paths.coverage);
  const { kept } = await keptOrganisation(home.paths.organisation);
  return {
    key,
    loads: knowledge.loads(),
    facts: [...facts.relations].map(([name, { size, columns }]) => [
      name,
      size,
      columns.map((column) => Array.from(column, (thing) => facts.universe.name(thing))),
    ]),
    reports,
    inventories,
    organisation: kept,
    batches: (await (await home.sightings()).anew().batches()).map(({ id, rows }) => [id, rows]),
  };
}

export interface Case {
  /** What comes before. */
  readonly before?: (farm: Farm) => Promise<unknown>;
  readonly given: (farm: Farm) => Promise<object> | object;
}

const SAID = { subject: 'Wily Weasel', relation: 'targets', object: 'LU', source: 'J. Doe' };
const labelOf = async ({ home }: Farm): Promise<string> => {
  const { answer } = await home.ask('assertions', {});
  return answer.assertions[0]?.label ?? expect.fail('nothing was asserted');
};
const added = async ({ act, at }: Farm) => await act('report-add', { places: [at('hay.txt')] });
const REPORT = 'Night at the farm';
const keysOf = async ({ home }: Farm): Promise<readonly string[]> =>
  (await home.ask('report-show', { report: REPORT })).answer.suggestions.map(({ key }) => key);
const accepted = async (on: Farm): Promise<void> => {
  await added(on);
  await on.act('report-review', { report: REPORT, accept: await keysOf(on) });
};

/** What every action is tried with. */
export const TRIED: Readonly<Partial<Record<ActionName, Readonly<Record<string, Case>>>>> = {
  load: {
    'a bundle': { given: ({ at }) => ({ locations: [at('spade.json')] }) },
    'two files': { given: ({ at }) => ({ locations: [at('spade.json'), at('case.yaml')] }) },
    'a case that was edited': {
      before: async ({ act, at }) => await act('load', { locations: [at('case.yaml')] }),
      given: ({ at }) => ({ locations: [at('edited.yaml')] }),
    },
  },
  forget: {
    'a source': {
      before: async ({ act, at }) => await act('load', { locations: [at('spade.json')] }),
      given: () => ({ source: 'spade.json' }),
    },
    'a case that was loaded twice': {
      before: async ({ act, at }) => {
        await act('load', { locations: [at('case.yaml')] });
        await act('load', { locations: [at('edited.yaml')] });
      },
      given: () => ({ source: 'case:IR-1@1' }),
    },
    'and back': {
      before: async ({ act, at }) => {
        await act('load', { locations: [at('spade.json')] });
        await act('forget', { source: 'spade.json' });
      },
      given: () => ({ source: 'spade.json', undo: true }),
    },
  },
  assert: {
    'something new': { given: () => SAID },
    'the same, surer': {
      before: async ({ act }) => await act('assert', SAID),
      given: () => ({ ...SAID, status: 'confirmed' }),
    },
  },
  retract: {
    'an assertion': {
      before: async ({ act }) => await act('assert', SAID),
      given: async (on) => ({ name: await labelOf(on) }),
    },
  },
  sync: {
    'a source of the configuration': { given: () => ({ sources: ['shed'] }) },
  },
  'report-add': {
    'a file': { given: ({ at }) => ({ places: [at('hay.txt')], tlp: 'green' }) },
    'the same, marked': {
      before: added,
      given: ({ at }) => ({ places: [at('hay.txt')], tlp: 'amber' }),
    },
  },
  'report-review': {
    'all accepted': { before: added, given: async (on) => ({ report: REPORT, accept: await keysOf(on) }) },
    'another verdict': {
      before: accepted,
      given: async (on) => ({ report: REPORT, reject: (await keysOf(on)).slice(0, 1) }),
    },
    'taken back': { before: accepted, given: async (on) => ({ report: REPORT, undo: await keysOf(on) }) },
  },
  'report-load': {
    'what was accepted': { before: accepted, given: () => ({ reports: [REPORT] }) },
    'other facts than before': {
      before: async (on) => {
        await accepted(on);
        await on.act('report-load', { reports: [REPORT] });
        const keys = await keysOf(on);
        await on.act('report-review', { report: REPORT, change: keys.slice(0, 1), object: 'T9002' });
      },
      given: () => ({ reports: [REPORT] }),
    },
  },
  'report-forget': {
    'a report': { before: accepted, given: () => ({ reports: [REPORT] }) },
    'one that is loaded': {
      before: async (on) => {
        await accepted(on);
        await on.act('report-load', { reports: [REPORT] });
      },
      given: () => ({ reports: [REPORT] }),
    },
  },
  'coverage-import': {
    'a table': { given: ({ at }) => ({ places: [at('covered.csv')], name: 'ours', date: '2026-01-02' }) },
  },
  'coverage-remove': {
    'one by its name': {
      before: async ({ act, at }) =>
        await act('coverage-import', { places: [at('covered.csv')], name: 'ours' }),
      given: () => ({ names: ['ours'] }),
    },
  },
  'sightings-import': {
    findings: { given: ({ at }) => ({ places: [at('findings.ndjson')], tlp: 'green' }) },
  },
  'sightings-remove': {
    'a batch': {
      before: async ({ act, at }) => await act('sightings-import', { places: [at('findings.ndjson')] }),
      given: () => ({ batches: ['findings.ndjson'] }),
    },
    'the first of two': {
      before: async ({ act, at }) => {
        await act('sightings-import', { places: [at('findings.ndjson')] });
        await act('sightings-import', { places: [at('seen.csv')], tlp: 'red' });
      },
      given: () => ({ batches: ['findings.ndjson'] }),
    },
  },
  'org-keep': {
    'the first one': { given: ({ at }) => ({ file: at('farm.yaml'), tlp: 'green' }) },
    'another one': {
      before: async ({ act, at }) => await act('org-keep', { file: at('farm.yaml') }),
      given: ({ at }) => ({ file: at('mill.yaml') }),
    },
  },
  'org-remove': {
    'the one that is kept': {
      before: async ({ act, at }) => await act('org-keep', { file: at('farm.yaml') }),
      given: () => ({}),
    },
  },
  undo: {
    'an assertion': { before: async ({ act }) => await act('assert', SAID), given: () => ({}) },
  },
};
