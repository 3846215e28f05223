import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '../support/imports-of.ts';

const FILES = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file));

/** What the web application is made with. Of Foeprint it imports the shapes of questions and answers alone, as types. */
const PACKAGES = [
  '@dagrejs/dagre',
  '@fontsource-variable/',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'radix-ui',
  'react',
  'react-dom/client',
  'foeprint/answers',
  'virtual:actions',
  'virtual:questions',
  'virtual:relations',
];

test.for(FILES)('web/src/%s imports only what a browser may have', (file) => {
  const foreign = importsOf(`web/src/${file}`).filter(
    (specifier) =>
      !(specifier.startsWith('.') && !leavesFolder(file, specifier)) &&
      !PACKAGES.some((name) => specifier === name || (name.endsWith('/') && specifier.startsWith(name))),
  );
  expect(foreign).toEqual([]);
});

test('no folder of the web application has more files than a reader takes in', () => {
  const folders = new Set(FILES.map((file) => dirname(file)));
  const filesIn = (folder: string): number => FILES.filter((file) => dirname(file) === folder).length;
  expect([...folders].filter((folder) => filesIn(folder) > 15)).toEqual([]);
});

function leavesFolder(file: string, specifier: string): boolean {
  const up = specifier.split('/').filter((part) => part === '..').length;
  return up > file.split('/').length - 1;
}

test('no two pages have one path, and no two one letter after G', () => {
  const rows = FILES.filter((file) => /^pages\/[^/]+\/page\.ts$/.test(file)).map((file) =>
    readFileSync(`web/src/${file}`, 'utf8'),
  );
  const said = (field: string): readonly string[] =>
    rows.flatMap((row) => new RegExp(`^ {2}${field}: '([^']+)'`, 'm').exec(row)?.[1] ?? []);
  expect(said('path')).toHaveLength(rows.length);
  expect(said('path')).toEqual([...new Set(said('path'))]);
  expect(said('chord')).toEqual([...new Set(said('chord'))]);
});
