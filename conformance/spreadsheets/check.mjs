import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsOf } from '../python-reader.mjs';

export const title = 'tables come back from openpyxl as they were written, and LibreOffice prints them';

const MAIN = 'dist/bin/main.js';
const READER = 'conformance/spreadsheets/read_workbooks.py';
const OFFICE = 'soffice';

/** A source that would have a spreadsheet compute. */
const HOSTILE = ['=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1'].map((name, index) => ({
  type: 'intrusion-set',
  spec_version: '2.1',
  id: `intrusion-set--00000000-0000-4000-8000-00000000000${index}`,
  created: '2024-03-01T10:00:00.000Z',
  modified: '2024-03-01T10:00:00.000Z',
  name,
  description: `${name} attacks.`,
}));

/** Questions with tables of many kinds: names, shares, days, addresses, key numbers. */
const QUESTIONS = [
  ['list', 'groups'],
  ['status'],
  ['threats', '--org', 'samples/org.yaml'],
  ['expect', '--org', 'samples/org.yaml'],
  ['profile', 'G9001'],
  ['technique', 'T9001.001'],
  ['compare', 'G9001', 'G9002'],
];

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  if (!existsSync(MAIN)) return [`${MAIN} is missing: run npm run build first`];
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-conformance-'));
  try {
    const bundle = { type: 'bundle', id: 'bundle--00000000-0000-4000-8000-000000000009', objects: HOSTILE };
    writeFileSync(join(folder, 'hostile.json'), JSON.stringify(bundle));
    const home = ['--home', join(folder, 'home'), '--quiet'];
    run('load', 'samples/sample-attack.json', join(folder, 'hostile.json'), ...home);
    const written = QUESTIONS.map((words, index) => {
      const file = join(folder, `${index}-${words[0]}`);
      for (const ending of ['csv', 'xlsx']) run(...words, '-o', `${file}.${ending}`, ...home);
      return file;
    });
    return [...complaintsOf(tools, READER, written), ...printed(folder, written)];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {readonly string[]} files */
function printed(folder, files) {
  if (spawnSync(OFFICE, ['--version']).status !== 0) {
    console.warn(`SKIPPED printing tables: there is no ${OFFICE} (LibreOffice) here.`);
    return [];
  }
  const words = [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'pdf'];
  spawnSync(OFFICE, [...words, '--outdir', folder, ...files.map((file) => `${file}.xlsx`)]);
  return files.flatMap((file) => {
    if (!existsSync(`${file}.pdf`)) return [`${file}.xlsx: LibreOffice makes no PDF of it`];
    const boxes = readFileSync(`${file}.pdf`, 'latin1').match(/\/MediaBox ?\[[^\]]*\]/gu) ?? [];
    const upright = boxes.filter((box) => {
      const [, , width = 0, height = 0] = box.match(/[\d.]+/gu)?.map(Number) ?? [];
      return width <= height;
    });
    return upright.length === 0 && boxes.length > 0 ? [] : [`${file}.xlsx: pages are not in landscape`];
  });
}

/** @param {readonly string[]} words */
function run(...words) {
  const { status, stderr } = spawnSync('node', [MAIN, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`foeprint ${words.join(' ')} ended with ${status}: ${stderr.trim()}`);
}
