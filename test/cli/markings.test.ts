import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { allCommands } from '../../src/cli/call/command-table.ts';
import { markingOfLevel } from '../../src/threat/index.ts';
import { type RawObject, idOf, labelled, object, relationship, release } from '../support/world/build.ts';
import { DOOR, FERRY, HERON, KNOCK, SHORE } from '../support/world/cast.ts';
import { readPdf } from '../support/read-pdf.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { IS_LONG } from '../support/runs.ts';
import { heldBatch } from '../support/sightings.ts';
import { importInto } from '../support/stored-sightings.ts';
import { emptyHome, NO_CONFIG } from '../support/sample-home.ts';
import { atomicsYaml, atomicTest } from '../support/atomics.ts';
import { ruleText } from '../support/sigma.ts';

const COMMANDS = await allCommands();

/* Hunts what is marked TLP:RED through every command and every form that it answers in. */

const { load, path, run, write } = emptyHome();

const RED = markingOfLevel('red');
const red: RawObject = { object_marking_refs: [RED] };

/** Each stands only in what is marked red: a group, a sentence, a cited document, a report, a case, what a case says. */
const SECRETS = [
  'Velvet Numbat',
  'moonlit sentence',
  'Hidden Almanac',
  'Night Shift',
  'CASE-77',
  'whispered sentence',
];

const NUMBAT = idOf('intrusion-set', 500);
const PLACE = idOf('location', 501);

beforeAll(async () => {
  const cited = {
    source_name: 'Hidden Almanac',
    description: 'Almanac. (2024, May 1). Hidden Almanac.',
    url: 'https://almanac.example/x',
  };
  const evidence = {
    description: 'A moonlit sentence. (Citation: Hidden Almanac)',
    external_references: [cited],
    ...red,
  };
  await load('shore.json', release('1.0'), ...SHORE.attack);
  await load(
    'feed.json',
    labelled('intrusion-set', 500, 'G9500', 'Velvet Numbat', red),
    object('location', 501, { name: 'Luxembourg', country: 'LU' }),
    relationship(510, HERON, 'uses', KNOCK, evidence),
    relationship(512, NUMBAT, 'uses', DOOR),
    relationship(513, NUMBAT, 'uses', FERRY),
    relationship(514, HERON, 'targets', PLACE, evidence),
    relationship(515, NUMBAT, 'targets', PLACE),
  );
  await load(
    'report.json',
    object('report', 502, { name: 'Night Shift', ...red }),
    relationship(520, HERON, 'uses', DOOR),
  );
  const said = [
    'Hungry Heron',
    'targets',
    'LU',
    '--source',
    'CASE-77',
    '--sentence',
    'A whispered sentence.',
  ];
  expect(await run('assert', ...said, '--tlp', 'red')).toMatchObject({ exitCode: 0 });
  // What is drawn from marked layers.
  expect(await run('layer', 'G0911', '-o', path('heron.json'))).toMatchObject({ exitCode: 0 });
  // What was seen, and what only the red batch has: an organisation, a product, a detector, its own name.
  const at = (organisation: string, number: number, more: object = {}) =>
    ['T9011', 'T9014', 'T9013'].map((technique, index) => ({
      id: (number * 16 + index).toString(16).padStart(16, '0'),
      organisation,
      technique,
      count: 2000,
      ...more,
    }));
  const hidden = { source: 'Hidden Almanac', detector: 'A moonlit sentence' };
  await importInto(
    path('home'),
    heldBatch('open.csv', [...at('Boathouse', 1), ...at('Mill', 2)]),
    heldBatch('Night Shift.csv', at('Velvet Numbat', 3, hidden), 'red'),
  );
  write('night.txt', 'Velvet Numbat at the Boathouse\n\nA moonlit sentence.\n');
  expect(await run('report', 'add', path('night.txt'), '--tlp', 'red')).toMatchObject({ exitCode: 0 });
  write('ferry.txt', 'Ferry times of spring\n\nHungry Heron and G9500 came by the ferry (T9011).\n');
  expect(await run('report', 'add', path('ferry.txt'))).toMatchObject({ exitCode: 0 });
  // Each part of it is put down to one group; of the second, only red sources know the name.
  const part = (value: string, group: string, technique: string) => ({
    type: 'text',
    value,
    Tag: [
      { name: `misp-galaxy:mitre-intrusion-set="${group} - ${group}"` },
      { name: `misp-galaxy:mitre-attack-pattern="${technique} - ${technique}"` },
    ],
  });
  write('harbour.json', {
    Event: {
      info: 'Harbour news',
      Attribute: [part('A door was open.', 'G0911', 'T9011'), part('There was a knock.', 'G9500', 'T9014')],
    },
  });
  expect(await run('report', 'add', path('harbour.json'))).toMatchObject({ exitCode: 0 });
  write(
    'ferries.jsonl',
    `${JSON.stringify({ doc_id: 'one', text: 'Hungry Heron came by the ferry (T9011).' })}\n`,
  );
  write('org.yaml', 'name: Boathouse\nsectors: [telecommunications]\ncountries: [Luxembourg]\n');
  write('atomics.yaml', atomicsYaml('T9011', atomicTest(1)));
  write(
    'rules.yml',
    `tags: [attack.t9011, attack.t9012.001]\n${ruleText('conch: [conch]\ncondition: conch')}`,
  );
  write(
    'pebbles.dl',
    'relation pebble(user: user) "{user} throws".\nrule throw "{A} uses {T}"\n  pebble(A) :- uses(A, T: technique).\n',
  );
  write('events.jsonl', '{"id": "one", "countries": ["LU"], "sectors": ["telecoms"]}\n');
  write('incidents.jsonl', '{"id": "one", "techniques": ["T9011", "T9014"]}\n');
});

const ORG = ['--org', 'ORGANISATION'];
const organisation = (): readonly string[] => ['--org', path('org.yaml')];
const DOCUMENT = ['text', 'json', 'md', 'html', 'pdf'] as const;
type Form = (typeof DOCUMENT)[number] | 'csv' | 'xlsx' | 'svg' | 'png' | 'layer' | 'mermaid' | 'graph';

/** How each command is asked, and in which forms it answers; what changes or knows nothing of the knowledge is not here. */
const ASKED: Readonly<
  Record<string, readonly (readonly [words: readonly string[], forms: readonly Form[]])[]>
> = {
  status: [[[], DOCUMENT]],
  sources: [[[], DOCUMENT]],
  journal: [[[], DOCUMENT]],
  list: [[['groups'], DOCUMENT]],
  names: [[[], DOCUMENT]],
  show: [
    [['G0911'], DOCUMENT],
    [['Velvet Numbat'], DOCUMENT],
    [['Velvet Numbat', '--raw'], ['text']],
    [['Velvet Numbats'], ['text', 'json']],
  ],
  search: [
    [['moonlit'], DOCUMENT],
    [['whispered'], DOCUMENT],
  ],
  groups: [
    [['-k', 'fish', '-k', 'moonlit', '--any'], DOCUMENT],
    [['--country', 'LU'], DOCUMENT],
  ],
  prints: [
    [[], [...DOCUMENT, 'csv', 'xlsx']],
    [['--country', 'LU'], DOCUMENT],
  ],
  techniques: [
    [['G0911'], DOCUMENT],
    [['Velvet Numbat', '--derived'], DOCUMENT],
  ],
  prevalence: [[[], DOCUMENT]],
  'rules check': [[['PEBBLES', '--derive'], DOCUMENT]],
  matrix: [[[], [...DOCUMENT, 'csv', 'xlsx']]],
  technique: [
    [['T9011'], DOCUMENT],
    [['T9014'], DOCUMENT],
  ],
  software: [[['S9011'], DOCUMENT]],
  campaign: [[['C0911'], DOCUMENT]],
  explain: [
    [
      ['G0911', 'T9014'],
      [...DOCUMENT, 'mermaid', 'svg', 'graph'],
    ],
  ],
  mitigations: [
    [['G0911'], DOCUMENT],
    [['Velvet Numbat'], DOCUMENT],
  ],
  detections: [
    [['G0911'], DOCUMENT],
    [['Velvet Numbat'], DOCUMENT],
  ],
  profile: [
    [['G0911'], [...DOCUMENT, 'csv', 'xlsx']],
    [['Velvet Numbat'], [...DOCUMENT, 'csv', 'xlsx']],
  ],
  victims: [
    [['G0911'], DOCUMENT],
    [['Velvet Numbat'], DOCUMENT],
  ],
  victimology: [[[], DOCUMENT]],
  traits: [[[], [...DOCUMENT, 'csv', 'xlsx']]],
  threats: [
    [ORG, DOCUMENT],
    [[...ORG, '--explain', 'G0911', '--all'], DOCUMENT],
    [['--batch', 'EVENTS'], ['text']],
  ],
  triage: [
    [
      ['T9011', 'T9012.001', 'T9014', '--group', 'G0911'],
      [...DOCUMENT, 'csv', 'xlsx'],
    ],
    [['--batch', 'INCIDENTS'], ['text']],
  ],
  'coverage show': [
    [
      ['--group', 'G0911', '--logs'],
      [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png'],
    ],
  ],
  'coverage gaps': [
    [ORG, [...DOCUMENT, 'csv', 'xlsx']],
    [
      ['--group', 'Velvet Numbat', '--derived'],
      [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png'],
    ],
  ],
  'org show': [[[], DOCUMENT]],
  'coverage list': [[[], DOCUMENT]],
  'report list': [[[], DOCUMENT]],
  'report text': [[['Ferry times of spring'], DOCUMENT]],
  'report show': [[['Ferry times of spring'], [...DOCUMENT, 'csv', 'xlsx']]],
  'report export': [
    [['Harbour news'], [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png']],
    [['Harbour news', '--as', 'misp'], ['text']],
    [['Harbour news', '--as', 'layer'], ['text']],
  ],
  'report extract': [
    [['FERRY'], [...DOCUMENT, 'csv', 'xlsx']],
    [['--batch', 'FERRIES'], ['text']],
  ],
  dashboard: [[ORG, [...DOCUMENT, 'csv', 'xlsx']]],
  sectors: [
    [
      ['--between', 'organisations'],
      [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png'],
    ],
  ],
  'sightings show': [[[], [...DOCUMENT, 'csv', 'xlsx']]],
  'sightings summary': [[[], [...DOCUMENT, 'csv', 'xlsx']]],
  'sightings list': [[[], DOCUMENT]],
  'what-if': [[ORG, DOCUMENT]],
  expect: [
    [ORG, [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png']],
    [[...ORG, '--explain', 'T9011'], DOCUMENT],
  ],
  priorities: [[ORG, [...DOCUMENT, 'csv', 'xlsx']]],
  plan: [
    [ORG, [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png']],
    [['--groups', 'G0911', '--groups', 'Velvet Numbat'], DOCUMENT],
  ],
  emulate: [
    [
      ['G0911', '--atomics', 'ATOMICS'],
      [...DOCUMENT, 'csv', 'xlsx'],
    ],
    [['Velvet Numbat', '--include-derived', '--atomics', 'ATOMICS'], DOCUMENT],
  ],
  sigma: [
    [
      ['G0911', '--sigma-rules', 'RULES'],
      [...DOCUMENT, 'csv', 'xlsx'],
    ],
    [['Velvet Numbat', '--derived', '--sigma-rules', 'RULES'], DOCUMENT],
    [['G0911', '--drafts', '--sigma-rules', 'RULES', '--atomics', 'ATOMICS'], DOCUMENT],
  ],
  about: [[[], [...DOCUMENT, 'csv', 'xlsx']]],
  playbook: [[ORG, DOCUMENT]],
  news: [
    [[...ORG, '--group', 'G0911', '--all'], DOCUMENT],
    [['--group', 'Velvet Numbat', '--since', '2001-01-01'], DOCUMENT],
  ],
  compare: [
    [
      ['G0911', 'Velvet Numbat'],
      [...DOCUMENT, 'csv', 'xlsx'],
    ],
  ],
  'overlap groups': [[[], [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png']]],
  'overlap sectors': [
    [
      ['--least', '1'],
      [...DOCUMENT, 'csv', 'xlsx'],
    ],
  ],
  timeline: [
    [
      ['G0911', '--derived'],
      [...DOCUMENT, 'csv', 'xlsx', 'svg', 'png'],
    ],
  ],
  layer: [
    [
      ['G0911', '--derived'],
      ['layer', 'svg', 'png', 'xlsx'],
    ],
  ],
  'layer combine': [
    [
      ['a', 'a=LAYER'],
      ['layer', 'svg', 'png', 'xlsx'],
    ],
  ],
  'layer render': [[['LAYER'], ['svg', 'png', 'xlsx']]],
  walkthrough: [[['-k', 'fish', '-k', 'moonlit', '--any'], DOCUMENT]],
  rules: [[[], DOCUMENT]],
  query: [[['uses(G, T)', '--explain'], DOCUMENT]],
  aliases: [[['Velvet Numbat'], DOCUMENT]],
  assertions: [[[], DOCUMENT]],
  'export derived': [[[], DOCUMENT]],
  dump: [[[], ['text']]],
  diff: [],
  migrate: [],
};

/** Commands that change something of the user's, or say nothing of the knowledge. */
const OTHERS = [
  'serve',
  'token add',
  'token list',
  'token revoke',
  'sync',
  'load',
  'forget',
  'assert',
  'retract',
  'undo',
  'rebuild',
  'restore',
  'completion',
  'mcp',
  'config',
  'org init',
  'org check',
  'org keep',
  'org remove',
  'playbook init',
  'vocabulary',
  'sigma test',
  'sigma check',
  'coverage import',
  'report add',
  'report review',
  'report learn',
  'report forget',
  'report load',
  'coverage remove',
  'sightings import',
  'sightings init-cluster',
  'sightings remove',
  'sightings compact',
  'sightings export',
  'sightings generate',
];

test('every command is hunted through, or says nothing of the knowledge', () => {
  expect([...Object.keys(ASKED), ...OTHERS].toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
});

/** Options that ask for a form, and the ending of the file. */
const OPTIONS: Readonly<Record<Form, readonly string[]>> = {
  text: [],
  json: ['--json'],
  md: ['-o', 'FILE.md'],
  html: ['-o', 'FILE.html'],
  pdf: ['-o', 'FILE.pdf'],
  csv: ['--as', 'csv'],
  xlsx: ['-o', 'FILE.xlsx'],
  svg: ['-o', 'FILE.svg'],
  png: ['-o', 'FILE.png'],
  layer: ['-o', 'FILE.json'],
  mermaid: ['--graph', 'mermaid'],
  graph: ['--graph', 'json'],
};

/** All that a reader of an answer sees: what is printed, and what stands in the file. */
async function answerOf(command: string, words: readonly string[], form: Form, ...more: readonly string[]) {
  const file = path('answer');
  const options = form === 'svg' && command === 'explain' ? ['--graph', 'svg'] : OPTIONS[form];
  const filled = [...words, ...options, ...more, ...(command === 'dump' ? ['FILE.jsonl.gz'] : [])].map(
    (word) =>
      word
        .replace('FILE', file)
        .replace('LAYER', path('heron.json'))
        .replace('EVENTS', path('events.jsonl'))
        .replace('ATOMICS', path('atomics.yaml'))
        .replace('RULES', path('rules.yml'))
        .replace('PEBBLES', path('pebbles.dl'))
        .replace('INCIDENTS', path('incidents.jsonl'))
        .replace('FERRIES', path('ferries.jsonl'))
        .replace('FERRY', path('ferry.txt'))
        .replace('ORGANISATION', path('org.yaml')),
  );
  const written = filled.find((word) => word.startsWith(`${file}.`));
  if (written !== undefined) rmSync(written, { force: true });
  const { exitCode, out, err } = await run(...command.split(' '), ...filled);
  const isThere = written !== undefined && existsSync(written);
  const text = isThere ? await textIn(written) : '';
  return { exitCode, text: `${out}\n${err}\n${text}`, said: isThere ? text : out };
}

async function textIn(file: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(file));
  if (file.endsWith('.pdf')) {
    const { pages, decoration } = await readPdf(bytes);
    return [...pages, ...decoration].join('\n');
  }
  if (file.endsWith('.xlsx'))
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n');
  if (file.endsWith('.gz')) return strFromU8((await import('node:zlib')).gunzipSync(bytes));
  return new TextDecoder('latin1').decode(bytes);
}

const secretsIn = (text: string): readonly string[] => {
  const plain = text.replaceAll(/\s+/g, ' ');
  return SECRETS.filter((secret) => plain.includes(secret));
};

/** Of the pages of most commands, what their Markdown says is enough on every change: both are made of one document. */
const PAGES: ReadonlySet<string> = new Set(['show', 'profile', 'playbook']);
const CASES = Object.entries(ASKED).flatMap(([command, ways]) =>
  ways.flatMap(([words, forms]) =>
    forms
      .filter((form) => form !== 'pdf' || IS_LONG || PAGES.has(command))
      .map((form) => [command, words, form] as const),
  ),
);

test.for(CASES)(
  '%s %j as %s says red where it shows what is red, and nothing of it to others',
  async ([command, words, form]) => {
    const all = await answerOf(command, words, form);
    const shown = secretsIn(all.text);
    const isMarked = /TLP:RED/.test(all.text) || all.said.includes(RED);
    expect({ shown, isMarked: isMarked || shown.length === 0 }).toEqual({ shown, isMarked: true });
    for (const level of ['green', 'TLP:AMBER']) {
      const cleared = await answerOf(command, words, form, '--tlp', level);
      expect(secretsIn(withoutQuestion(cleared.text, words))).toEqual([]);
      expect(cleared.exitCode).toBeLessThan(70);
    }
  },
);

/** What the question itself says is no answer. */
function withoutQuestion(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => (word.startsWith('-') ? rest : rest.replaceAll(`“${word}”`, '')), text);
}

test('what is red is shown to whoever may see it', async () => {
  const shown = new Set<string>();
  for (const [command, words] of [
    ['status', []],
    ['list', ['groups']],
    ['profile', ['G0911']],
    ['explain', ['G0911', 'T9014']],
    ['assertions', []],
  ] as const)
    for (const secret of secretsIn((await answerOf(command, words, 'text', '--tlp', 'red')).text))
      shown.add(secret);
  expect([...shown].toSorted()).toEqual(SECRETS.toSorted());
});

test('an answer that rests on nothing marked bears no marking, and names no red source', async () => {
  for (const words of [
    ['techniques', 'G0913'],
    ['mitigations', 'T9011.001'],
    ['explain', 'G0912', 'T9018'],
    ['profile', 'G0912'],
    ['layer', 'G0912'],
  ]) {
    const { out } = await run(...words, '--json');
    expect({ words, shown: secretsIn(out), isMarked: /"marking"|TLP:/.test(out) }).toEqual({
      words,
      shown: [],
      isMarked: false,
    });
  }
});

test('a layer names the sources that it rests on, and no notice of others makes it marked', async () => {
  const { out } = await run('layer', 'G0912');
  expect(out).toContain('"foeprint.recipe.sources"');
  expect({ shown: secretsIn(out), isMarked: out.includes('TLP:') }).toEqual({ shown: [], isMarked: false });
  expect(out).not.toContain('CASE-77');
});

test('a complaint about an assertion says how far the names that it suggests may go, and suggests no assertions', async () => {
  const { exitCode, err } = await run('assert', 'Velvet Numba', 'uses', 'T9011', '--source', 'CASE-78');
  expect({ exitCode, isMarked: /Velvet Numbat \(G9500\) TLP:RED\?/.test(err) }).toEqual({
    exitCode: 3,
    isMarked: true,
  });
  expect((await run('assert', 'Hungry Hero', 'uses', 'T9011', '--source', 'CASE-78')).err).not.toContain(
    'CASE-77',
  );
});

test('the title of a case goes as far as the case, though one of its assertions goes farther', async () => {
  const file = path('case.yaml');
  const assertions =
    'assertions:\n  - {subject: G0912, relation: motivated-by, object: eggs, tlp: green}\n  - {subject: G0912, relation: motivated-by, object: hens}\n';
  writeFileSync(file, `case: CASE-79\ntitle: Whole Truth\ndate: 2026-01-02\ntlp: red\n${assertions}`);
  const home = ['--home', path('other-home'), '--config', NO_CONFIG];
  for (const each of [path('shore.json'), file])
    expect(await runFoeprint('load', each, ...home)).toMatchObject({ exitCode: 0 });
  const { out } = await runFoeprint('sources', '--tlp', 'green', ...home);
  expect([out.includes('CASE-79'), out.includes('Whole Truth')]).toEqual([true, false]);
});

test('what is left out is counted', async () => {
  const { out } = await run('techniques', 'G0911', '--json', '--tlp', 'green');
  expect(JSON.parse(out)).toMatchObject({ markings: { leftOut: { objects: 9, above: 'TLP:GREEN' } } });
  const { out: text } = await run('techniques', 'G0911', '--tlp', 'green');
  expect(text).toContain('objects marked above TLP:GREEN are left out.');
});

test('what is written beside an answer says how far it may go, and that it was written is said', async () => {
  const beside = async (command: string, option: string, ...more: readonly string[]) => {
    const { err } = await run(command, ...organisation(), option, path('beside.json'), ...more);
    expect(err).toContain('Written to');
    return readFileSync(path('beside.json'), 'utf8');
  };
  for (const [command, option] of [
    ['expect', '--layer'],
    ['playbook', '--save-run'],
  ] as const) {
    const all = await beside(command, option);
    expect({ command, isMarked: all.includes('TLP:RED') }).toEqual({ command, isMarked: true });
    expect(secretsIn(await beside(command, option, '--tlp', 'amber'))).toEqual([]);
  }
});

test('a level that is none is refused', async () => {
  expect(await run('status', '--tlp', 'mauve')).toMatchObject({ exitCode: 2 });
  expect((await run('status', '--tlp', 'mauve')).err).toContain('C734');
});

test('a marked layer is not drawn for whoever is not cleared for it', async () => {
  expect(readFileSync(path('heron.json'), 'utf8')).toContain('TLP:RED');
  const refused = await run('layer', 'render', path('heron.json'), '--tlp', 'amber');
  expect({ ...refused, isReported: refused.err.includes('C735') }).toMatchObject({
    exitCode: 2,
    out: '',
    isReported: true,
  });
});

test('what was forgotten is still not named to others', async () => {
  expect(await run('forget', 'Night Shift')).toMatchObject({ exitCode: 0 });
  const { out } = await run('sources');
  expect(out).toContain('Night Shift');
  expect(out).toContain('TLP:RED');
  expect(secretsIn((await run('sources', '--json', '--tlp', 'amber')).out)).toEqual([]);
  expect(await run('forget', 'Night Shift', '--undo')).toMatchObject({ exitCode: 0 });
});

test('what a marked file adds to an answer goes no farther than the file: it is refused, or marks the answer', async () => {
  const marked = path('heron.json');
  const run1 = await run('playbook', ...organisation(), '--save-run', path('red-run.json'), '-q');
  expect(run1).toMatchObject({ exitCode: 0 });
  for (const words of [
    ['priorities', ...organisation(), '--coverage', marked],
    ['dashboard', ...organisation(), '--coverage', marked],
    ['coverage', 'show', '--coverage', marked],
    ['coverage', 'gaps', '--group', 'G0912', '--coverage', marked],
    ['timeline', 'G0912', '--since-audit', '2020-01-01', '--coverage', marked],
    ['playbook', ...organisation(), '--coverage', marked],
    ['playbook', ...organisation(), '--since', path('red-run.json')],
  ]) {
    const refused = await run(...words, '--tlp', 'amber');
    expect({
      words,
      code: refused.exitCode,
      out: refused.out,
      isReported: refused.err.includes('C735'),
    }).toEqual({
      words,
      code: 2,
      out: '',
      isReported: true,
    });
    expect({ words, isMarked: (await run(...words)).out.startsWith('TLP:RED') }).toEqual({
      words,
      isMarked: true,
    });
  }
});
