import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCoverage } from '../../../src/home/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TABLE = 'technique,score\nT9001,1\n';
const LAYER = JSON.stringify({
  name: 'ours',
  domain: 'enterprise-attack',
  versions: { layer: '4.5' },
  techniques: [{ techniqueID: 'T9001', score: 50 }],
});
const broken = (text: string): string =>
  `[metadata]\nmaturity = "production"\n[rule]\nname = "Pebbles"\n${text}`;

/** Which techniques a file of these bytes covers, and the codes of what is wrong with it. */
async function read(name: string, bytes: Buffer): Promise<readonly string[]> {
  const file = join(await temporaryFolder(), name);
  writeFileSync(file, bytes);
  const { claims, issues } = await readCoverage([file]);
  return [...claims.map(({ technique }) => technique), ...issues.map(({ code }) => code)];
}

test.for<readonly [string, string, Buffer, readonly string[]]>([
  ['a table in UTF-16, as Excel writes it', 'a.csv', Buffer.from(`\ufeff${TABLE}`, 'utf16le'), ['T9001']],
  [
    'a layer in UTF-16, as PowerShell writes it',
    'a.json',
    Buffer.from(`\ufeff${LAYER}`, 'utf16le'),
    ['T9001'],
  ],
  ['a table with a mark of UTF-8', 'a.csv', Buffer.from(`\ufeff${TABLE}`), ['T9001']],
  ['a table in Latin-1', 'a.csv', Buffer.from(`${TABLE}T9002,\u00fc\n`, 'latin1'), ['I181']],
  ['a damaged text in UTF-16', 'a.csv', Buffer.from([0xff, 0xfe, 0x54, 0x00, 0x00, 0xd8]), ['A410']],
  ['TOML that is cut, of a rule without threats', 'a.toml', Buffer.from(broken('note = "abc')), ['I181']],
  ['a rule of TOML without threats', 'a.toml', Buffer.from(broken('note = "abc"')), ['I183']],
])('%s', async ([, name, bytes, expected]) => {
  expect(await read(name, bytes)).toEqual(expected);
});
