import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { renderMatrixSvg } from '../../src/draw/index.ts';
import { renderMatrixXlsx } from '../../src/export/index.ts';
import { layerOf } from '../../src/threat/index.ts';
import { heron, mudlark } from '../support/layers.ts';
import { officeMatrix } from '../support/matrix.ts';

/** Rows of a sheet as lists of what their cells hold, empty ones as null. */
function rowsOf(file: Uint8Array, sheet: number): readonly (readonly (string | null)[])[] {
  const part = unzipSync(file)[`xl/worksheets/sheet${sheet}.xml`];
  const xml = part === undefined ? '' : strFromU8(part);
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, content]) => content?.replaceAll(/<[^>]*>/g, '') ?? null,
    ),
  );
}

test('a sheet like the matrix: technique and score side by side under each tactic', () => {
  const rows = rowsOf(renderMatrixXlsx([heron], officeMatrix), 1);
  expect(rows.slice(3)).toEqual([
    [
      'Filing\n3 of 5 marked',
      null,
      'Shredding &amp; Disposal of Everything That Was Ever Filed\n2 of 3 marked',
      null,
    ],
    ['T9001 Paper Shuffling', '0', 'T9001 Paper Shuffling', '0'],
    ['T9001.001 Fanning', null, 'T9001.002 Carbon Copies', null],
    ['T9001.002 Carbon Copies', '60', 'T9002 Confetti', '90'],
    ['T9003 Drawer Left Open', null],
    ['T9004 Unreasonably Long Name for a Technique of Filing', '30'],
  ]);
});

test('a sheet for each layer, and one that lists the marks of all', () => {
  const file = renderMatrixXlsx([heron, mudlark], officeMatrix, { subtechniques: 'none' });
  const workbook = unzipSync(file)['xl/workbook.xml'];
  const tabs = [...strFromU8(workbook ?? new Uint8Array()).matchAll(/ name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  expect(tabs).toEqual(['Example Heron', 'Example Mudlark', 'Marks']);
  const listed = rowsOf(file, 3).map((row) => row.filter((value) => value !== null));
  expect(listed.slice(0, 4)).toEqual([
    ['Layer', 'Technique', 'Name', 'Tactic', 'Score', 'Enabled', 'Comment', 'Metadata', 'Links'],
    ['Example Heron', 'T9001', 'Paper Shuffling', 'every one', '0', 'yes'],
    ['Example Heron', 'T9001.002', 'Carbon Copies', 'filing', '60', 'yes'],
    [
      'Example Heron',
      'T9002',
      'Confetti',
      'every one',
      '90',
      'yes',
      'Sorts paper by colour.',
      'First reported: 2024-03\nSources: 2',
      'Example report: https://reports.example/heron',
    ],
  ]);
  expect(listed.at(-1)).toEqual(['Example Mudlark', 'T9005', 'not in this matrix', 'every one', '40', 'yes']);
});

test('a layer of another domain is refused, in a workbook and in a drawing', () => {
  const mobile = layerOf({ name: 'M', domain: 'mobile-attack' });
  expect(() => renderMatrixXlsx([mobile], officeMatrix)).toThrow(/W683/);
  expect(() => renderMatrixSvg(mobile, officeMatrix)).toThrow(/W683/);
});
