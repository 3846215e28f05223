import { beforeAll, expect, test } from 'vitest';
import { type RawObject, idOf, labelled, object, relationship } from '../support/world/build.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';

/*
 * Every list of techniques by tactic has a last place for those whose tactic is not known, and a count in a headline is that of the
 * rows below it: held over every document that lists techniques, for an adversary who uses techniques of every kind.
 */

const { load, run } = sampleHome();

const GULL = idOf('intrusion-set', 70);
const FINCH = idOf('intrusion-set', 71);
const phases = (...names: readonly string[]): RawObject => ({
  kill_chain_phases: names.map((name) => ({ kill_chain_name: 'example-attack', phase_name: name })),
});
const technique = (number: number, name: string, fields: RawObject = {}): RawObject =>
  object('attack-pattern', number, { name, ...fields });

/** Techniques, each with whether it has a tactic. */
const TECHNIQUES: readonly (readonly [RawObject, boolean])[] = [
  [technique(80, 'Whistling'), false],
  [technique(81, 'Humming', phases('no-such-phase')), false],
  [technique(82, 'Badge cloning', phases('getting-in')), true],
  [technique(83, 'Two places at once', phases('getting-in', 'Running')), true],
  [technique(84, 'Half in place', phases('getting-in', 'no-such-phase')), true],
  [
    technique(85, 'Elsewhere', {
      kill_chain_phases: [{ kill_chain_name: 'other', phase_name: 'getting-in' }],
    }),
    false,
  ],
  [labelled('attack-pattern', 86, 'T9099', 'Numbered beyond'), false],
  [labelled('attack-pattern', 87, 'T9099.001', 'Under it', phases('running')), true],
  [labelled('attack-pattern', 88, 'T9001.001', 'A copy'), true],
  [
    technique(89, 'In a tactic of its own', {
      kill_chain_phases: [{ kill_chain_name: 'own', phase_name: 'perching' }],
    }),
    true,
  ],
];

beforeAll(async () => {
  const telecoms = object('identity', 72, {
    name: 'Telecoms',
    identity_class: 'class',
    sectors: ['telecommunications'],
  });
  const objects = [
    object('intrusion-set', 70, { name: 'Far Gull', description: 'A group that hums.' }),
    object('intrusion-set', 71, { name: 'Far Finch', description: 'A group that hums.' }),
    telecoms,
    object('malware', 73, { name: 'Reed', is_family: true }),
    technique(90, 'Through a reed'),
    object('x-mitre-tactic', 74, {
      name: 'Perching',
      x_mitre_shortname: 'perching',
      x_mitre_domains: ['own'],
    }),
    object('x-mitre-matrix', 75, { name: 'Trees', tactic_refs: [idOf('x-mitre-tactic', 74)] }),
    ...TECHNIQUES.map(([each]) => each),
    ...TECHNIQUES.map(([{ id }], index) => relationship(200 + index, GULL, 'uses', String(id))),
    ...TECHNIQUES.slice(0, 4).map(([{ id }], index) => relationship(300 + index, FINCH, 'uses', String(id))),
    relationship(400, GULL, 'uses', idOf('malware', 73)),
    relationship(401, idOf('malware', 73), 'uses', idOf('attack-pattern', 90)),
    relationship(402, GULL, 'targets', idOf('identity', 72)),
    relationship(403, FINCH, 'targets', idOf('identity', 72)),
  ];
  await load('report.json', ...objects);
});

/** A place of a list by tactic, with the rows that stand in it. */
interface Place {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The tables under the headings of a level, within the part of a Markdown document that a heading begins. */
function placesIn(markdown: string, part: string, level = '###'): readonly Place[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line === `## ${part}`);
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const places: { name: string; rows: string[][] }[] = [];
  for (const line of lines.slice(start + 1, length === -1 ? undefined : start + 1 + length)) {
    if (line.startsWith(`${level} `)) places.push({ name: line.slice(level.length + 1), rows: [] });
    else if (line.startsWith('| ') && !line.startsWith('| -'))
      places.at(-1)?.rows.push(line.slice(2, -2).split(' | ').map(plain));
  }
  // The first row of a table is its head.
  return places.map(({ name, rows }) => ({ name, rows: rows.slice(1) }));
}

function plain(cell: string): string {
  return cell.replaceAll(/[*↳\\]/gu, '').trim();
}

/** What each document says of how many techniques there are, and the lists by tactic below. `column` has the technique. */
const DOCUMENTS: readonly (readonly [
  words: readonly string[],
  count: RegExp,
  part: string,
  column: number,
])[] = [
  [['profile', 'Far Gull'], /^(\d+) techniques: /mu, 'Techniques by tactic', 1],
  [['profile', 'Far Gull', '--direct'], /^(\d+) techniques: /mu, 'Techniques by tactic', 1],
  [['compare', 'Far Gull', 'Far Finch'], /Far Gull uses (\d+) techniques/u, 'Technique by technique', 0],
  [
    ['compare', 'Far Gull', 'Far Finch', '--derived'],
    /Far Gull uses (\d+) techniques/u,
    'Technique by technique',
    0,
  ],
  [['expect', '--org', ORGANISATION, '--limit', '500'], /(\d+) techniques that the first/u, 'Techniques', 2],
];

test.for(DOCUMENTS)(
  '%j counts the rows below, the last without a tactic',
  async ([words, count, part, column]) => {
    const { out } = await run(...words, '--format', 'markdown');
    const places = placesIn(out, part);
    const isUsed = (row: readonly string[]): boolean => words[0] !== 'compare' || /[●○]/u.test(row[1] ?? '');
    const named = places.flatMap(({ rows }) => rows.filter(isUsed).map((row) => row[column] ?? ''));
    expect(new Set(named).size).toBe(Number(count.exec(out)?.[1]));
    expect(places.at(-1)?.name).toBe('No tactic known');
    for (const [{ name }, hasTactic] of TECHNIQUES) {
      const own = name === 'A copy' ? 'Letter with Attachment' : String(name);
      const standing = places.filter(({ rows }) => rows.some((row) => row[column]?.endsWith(own)));
      expect([name, standing.length > 0, standing.some((place) => place.name === 'No tactic known')]).toEqual(
        [name, true, !hasTactic],
      );
    }
  },
);

test('expectations by tactic count the techniques of each place', async () => {
  const { out } = await run('expect', '--org', ORGANISATION, '--limit', '500', '--format', 'markdown');
  const counted =
    placesIn(`## Whole\n### Sums\n${out.slice(out.indexOf('## By tactic') + 12)}`, 'Whole')[0]?.rows ?? [];
  const sums = counted.flatMap(([, name = '', number = '']) =>
    /^\d+$/u.test(number) ? [[name, Number(number)]] : [],
  );
  const listed = placesIn(out, 'Techniques').map(({ name, rows }) => [
    name.replace(/ \(.*\)$/u, ''),
    rows.length,
  ]);
  expect(sums).toEqual(listed);
});

test('what is listed without tactics has all of them, too', async () => {
  for (const [words, count] of [
    [['techniques', 'Far Gull'], /(\d+) techniques used/u],
    [['techniques', 'Far Gull', '--derived'], /(\d+) techniques used/u],
    [['timeline', 'Far Gull', '--derived'], /(\d+) not dated/u],
    [['walkthrough', '-k', 'hums'], /Sources report (\d+) techniques\. /u],
  ] as const) {
    const { out } = await run(...words, '--format', 'markdown');
    const names = TECHNIQUES.map(([{ name }]) =>
      name === 'A copy' ? 'Letter with Attachment' : String(name),
    );
    expect([words, names.filter((name) => !out.includes(name))]).toEqual([words, []]);
    const derived = words.some((word) => word === '--derived') ? 1 : 0;
    expect([words, count.exec(out)?.[1]]).toEqual([words, String(TECHNIQUES.length + derived)]);
  }
});
