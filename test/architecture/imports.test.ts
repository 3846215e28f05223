import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '../support/imports-of.ts';
import { IMPORT_TABLE, importTableMarkdown } from './import-table.ts';

const FILES = sourceFiles();
/** Deepest first, so that `knowledge/sqlite` is not taken for `knowledge`. */
const FOLDERS = IMPORT_TABLE.map(({ folder }) => folder).toSorted((a, b) => b.length - a.length);
/** Packages that name nothing of the outside world, so that the core may use them. */
const PURE_PACKAGES = ['@dagrejs/dagre', '@noble/hashes', 'stemmer', 'yaml', 'smol-toml', 'zod', 'fflate'];

test('there are source files to look at', () => {
  expect(FILES.length).toBeGreaterThan(20);
});

test.for(FILES.filter((file) => file.includes('/')))('%s imports only what its folder may', (file) => {
  const rule = IMPORT_TABLE.find(({ folder }) => folder === folderOf(file));
  if (rule === undefined) throw new Error(`no row of the import table is for ${file}`);
  expect(importsOf(join('src', file)).flatMap((specifier) => complaint(file, specifier, rule))).toEqual([]);
});

test('folders of tests are named as the rooms, but for those that are of no room', () => {
  const rooms = new Set(FILES.map((file) => file.split('/')[0]));
  const folders = readdirSync('test').filter((name) => !rooms.has(name));
  expect(folders).toEqual([
    'architecture',
    'browser',
    'contract',
    'docs',
    'fuzz',
    'samples',
    'support',
    'web',
  ]);
});

test('no folder has more files than a reader takes in', () => {
  const folders = new Set(FILES.map((file) => dirname(file)));
  const filesIn = (folder: string): number => FILES.filter((file) => dirname(file) === folder).length;
  expect([...folders].filter((folder) => filesIn(folder) > 15)).toEqual([]);
});

test('ARCHITECTURE.md shows the table', () => {
  // Prettier pads the cells of Markdown tables.
  const unpadded = readFileSync('ARCHITECTURE.md', 'utf8')
    .replaceAll(/ +\|/g, ' |')
    .replaceAll(/-+ \|/g, '--- |');
  expect(unpadded).toContain(importTableMarkdown());
});

function complaint(file: string, specifier: string, rule: (typeof IMPORT_TABLE)[number]): readonly string[] {
  if (!specifier.startsWith('.')) return rule.outside || isPure(specifier) ? [] : [`${specifier}: not pure`];
  const target = posix.join(dirname(file), specifier);
  const folder = folderOf(target);
  // A folder below another is inside it.
  if (folder === rule.folder || rule.folder.startsWith(`${folder}/`)) return [];
  if (rule.imports !== 'all' && !rule.imports.includes(folder))
    return [`${specifier}: ${folder} is not allowed`];
  return target.endsWith('/index.ts') || !FILES.includes(`${folder}/index.ts`)
    ? []
    : [`${specifier}: enter ${folder} through its index.ts`];
}

function isPure(specifier: string): boolean {
  return PURE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

function folderOf(file: string): string {
  return FOLDERS.find((folder) => file.startsWith(`${folder}/`)) ?? dirname(file);
}

function sourceFiles(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
}
