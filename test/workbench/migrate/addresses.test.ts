import { expect, test } from 'vitest';
import { releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { migrateDocument } from '../../support/migrate-document.ts';
import { nineteenth } from '../../support/nineteen.ts';

const to19 = releaseTarget(nineteenth(), '19.1');

const SITE = 'https://attack.mitre.org';

test.for([
  // what it says, what it says in 19.1
  [`${SITE}/techniques/T1562/001/`, `${SITE}/techniques/T1685/`],
  [`${SITE}/techniques/T1562/001`, `${SITE}/techniques/T1685`],
  [`${SITE}/techniques/T1562.001/`, `${SITE}/techniques/T1685/`],
  [`${SITE}/techniques/T1193/`, `${SITE}/techniques/T1566/001/`],
  [`${SITE}/techniques/T1193/#detection`, `${SITE}/techniques/T1566/001/#detection`],
  [`http://attack.mitre.org/techniques/t1562/001`, `http://attack.mitre.org/techniques/T1685`],
  [`attack.mitre.org/techniques/T1562/003`, `attack.mitre.org/techniques/T1690`],
  [`${SITE}/wiki/Technique/T1193`, `${SITE}/techniques/T1566/001`],
  [
    String.raw`{"url": "https:\/\/attack.mitre.org\/techniques\/T1193\/"}`,
    String.raw`{"url": "https:\/\/attack.mitre.org\/techniques\/T1566\/001\/"}`,
  ],
  [`[x](${SITE}/techniques/T1562/001/), T1562.001`, `[x](${SITE}/techniques/T1685/), T1685`],
  ['techniques/T1562/001 and T1055/012', 'techniques/T1685 and T1055/012'],
  ['next=techniques%2FT1193', 'next=techniques%2FT1566%2F001'],
  ['next=T1562%2F001', 'next=T1685'],
  [`${SITE}/techniques/T1566/001/`, `${SITE}/techniques/T1566/001/`],
  ['tags = ["attack.t1562.001", "T1562.001"]', 'tags = ["attack.t1685", "T1685"]'],
  ['a t1193 and T1193.5 and XT1193', 'a t1193 and T1193.5 and XT1193'],
] as const)('%s becomes %s', ([text, expected]) => {
  expect(migrateDocument('note.txt', text, to19).text).toBe(expected);
});

test.for([
  // what is left as it is and listed, as what, with what it would be
  ['https://rules.example/T1562.001/T1562.001.md', 'left', 'T1685'],
  [`${SITE}/versions/v14/techniques/T1562/001/`, 'left', 'T1685'],
  [`${SITE}/mitigations/T1193`, 'left', 'T1566.001'],
  ['file T1562_001.yml', 'ambiguous', 'T1685'],
  ['T1562-001', 'ambiguous', 'T1685'],
  ['| T1562 | .001 | Invented |', 'ambiguous', 'T1685'],
  ['T1562 (.003)', 'ambiguous', 'T1690'],
] as const)('%s is left, and listed as %s', ([text, standing, candidate]) => {
  const migrated = migrateDocument('note.txt', text, to19);
  expect(migrated.text).toBe(text);
  expect(new Set(migrated.entries.map((entry) => `${entry.standing} ${entry.candidates.join()}`))).toEqual(
    new Set([`${standing} ${candidate}`]),
  );
});

test('rules as TOML: the id and its address say the same afterwards', () => {
  const toml = (id: string, path: string): string =>
    `[[rule.threat.technique]]\r\nid = "${id}"\r\nreference = "${SITE}/techniques/${path}/"\r\n`;
  const rule = `name = "T1000x"\r\n${toml('T1562.001', 'T1562/001')}${toml('T1193', 'T1193')}`;
  const { text, entries } = migrateDocument('rule.toml', rule, to19);
  expect(text).toBe(`name = "T1000x"\r\n${toml('T1685', 'T1685')}${toml('T1566.001', 'T1566/001')}`);
  expect(entries.map(({ line, from, to }) => [line, from, ...to])).toEqual([
    [3, 'T1562.001', 'T1685'],
    [4, 'T1562.001', 'T1685'],
    [6, 'T1193', 'T1566.001'],
    [7, 'T1193', 'T1566.001'],
  ]);
});

test('addresses in a Sigma rule go with its tags; what it detects stays', () => {
  const rule = (tag: string, path: string): string =>
    `title: x\nreferences:\n  - ${SITE}/techniques/${path}/\ntags:\n  - attack.${tag}\ndetection:\n  sel: {a: "T1562.001"}\n`;
  expect(migrateDocument('rule.yml', rule('t1562.001', 'T1562/001'), to19).text).toBe(rule('t1685', 'T1685'));
});
