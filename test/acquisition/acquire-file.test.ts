import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { AcquireOptions } from '../../src/acquisition/acquire.ts';
import { DEFAULT_LIMITS, acquire } from '../../src/acquisition/index.ts';
import { FoeprintError } from '../../src/facts/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip-of.ts';

const BUNDLE = '{"type":"bundle","id":"bundle--1","objects":[]}';
const GZIP = gzipSync(BUNDLE);
const ZIP = zipOf([
  { name: '__MACOSX/._bundle.json', bytes: Buffer.from([0, 5, 22, 7]) },
  { name: 'README.txt', bytes: Buffer.from('hello') },
  { name: 'data/bundle.json', bytes: Buffer.from(BUNDLE) },
]);

/** The first document, and the code of the refusal if there is one. */
async function attempt(location: string, options: AcquireOptions = {}) {
  try {
    const acquisition = await acquire(location, options);
    return { documents: acquisition.unchanged ? [] : acquisition.documents };
  } catch (error) {
    if (error instanceof FoeprintError) return { error, issue: error.issues[0] };
    throw error;
  }
}

// Names mislead on purpose: the bytes decide.
test.for([
  ['plain', 'bundle.json', Buffer.from(BUNDLE)],
  ['plain with byte order mark', 'bundle.json', Buffer.from(`\uFEFF${BUNDLE}`)],
  ['gzip', 'bundle.json.gz', GZIP],
  ['gzip under another name', 'bundle.json', GZIP],
  [
    'gzip in two members',
    'bundle.gz',
    Buffer.concat([gzipSync('{"type":"bundle","id":'), gzipSync('"bundle--1","objects":[]}')]),
  ],
  ['zip', 'bundle.zip', ZIP],
  ['zip under another name', 'bundle.txt', ZIP],
] as const)('reads a file that is %s', async ([, name, bytes]) => {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  const { documents } = await attempt(path);
  expect(documents?.map((document) => document.parsed)).toEqual([JSON.parse(BUNDLE)]);
});

test('the checksum is of the text, however it is packed', async () => {
  const path = join(await temporaryFolder(), 'bundle.json.gz');
  await writeFile(path, GZIP);
  const { documents } = await attempt(path);
  expect(documents?.[0]?.sha256).toBe(createHash('sha256').update(BUNDLE).digest('hex'));
  expect(documents?.[0]?.gzip).toEqual(GZIP);
  expect(documents?.[0]?.location).toBe(path);
});

const SWAPPED = Buffer.from(BUNDLE, 'utf16le').swap16();

test.for([
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${BUNDLE}`)],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${BUNDLE}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${BUNDLE}`, 'utf16le').swap16()],
  ['UTF-16 without its mark', Buffer.from(BUNDLE, 'utf16le')],
  ['UTF-16 without its mark, big end first', SWAPPED],
] as const)('reads %s', async ([, bytes]) => {
  const path = join(await temporaryFolder(), 'source');
  await writeFile(path, bytes);
  const { documents } = await attempt(path);
  expect(documents?.[0]?.parsed).toEqual(JSON.parse(BUNDLE));
  expect(documents?.[0]?.bytes).toEqual(bytes);
});

test.for([
  ['lines', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
  ['lines of Windows, with blank ones', '{"a":1}\r\n\r\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }]],
  ['lines of lists', '[1]\n[2]\n', [[1], [2]]],
  ['a text sequence', '\u001e{"a":1}\n\u001e{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ['a single line', '{"a":1}\n', { a: 1 }],
] as const)('reads JSON Lines as a list: %s', async ([, text, values]) => {
  const path = join(await temporaryFolder(), 'source');
  await writeFile(path, text);
  expect((await attempt(path)).documents?.[0]?.parsed).toEqual(values);
});

test('every JSON file of an archive is a document, named by its place in it', async () => {
  const path = join(await temporaryFolder(), 'two.zip');
  await writeFile(path, zipOf(['a.json', 'b.json'].map((name) => ({ name, bytes: Buffer.from(BUNDLE) }))));
  const { documents } = await attempt(path);
  expect(documents?.map(({ location }) => location)).toEqual([`${path}!a.json`, `${path}!b.json`]);
});

test('reads a file: address and standard input', async () => {
  const path = join(await temporaryFolder(), 'a b.json');
  await writeFile(path, BUNDLE);
  const file = await attempt(pathToFileURL(path).href);
  const input = await attempt('-', {
    standardInput: Readable.from([GZIP.subarray(0, 20), GZIP.subarray(20)]),
  });
  expect(file.documents?.[0]?.sha256).toBe(input.documents?.[0]?.sha256);
  expect(input.documents?.[0]?.location).toBe('-');
});

test.skipIf(process.platform === 'win32')('reads a named pipe, as shells make of <(command)', async () => {
  const path = join(await temporaryFolder(), 'pipe');
  await promisify(execFile)('mkfifo', [path]);
  const notes: (string | undefined)[] = [];
  const waiting = attempt(path, { progress: ({ note }) => notes.push(note) });
  const [{ documents }] = await Promise.all([waiting, writeFile(path, BUNDLE)]);
  expect(notes[0]).toBe(`${path} is a pipe: waiting for whoever writes into it.`);
  expect(documents?.[0]?.parsed).toEqual(JSON.parse(BUNDLE));
});

const SPACES = Buffer.alloc(64 * 1024 * 1024, ' ');
const FLIPPED = Buffer.from(GZIP.map((byte, index) => (index === 20 ? byte ^ 0xff : byte)));

test.for([
  ['nothing', Buffer.alloc(0), 'A405', {}],
  ['white space', Buffer.from(' \n\t\n'), 'A405', {}],
  ['truncated gzip', GZIP.subarray(0, 30), 'A406', {}],
  ['only the head of gzip', GZIP.subarray(0, 2), 'A406', {}],
  ['damaged gzip', FLIPPED, 'A406', {}],
  ['empty gzip', gzipSync(''), 'A405', {}],
  ['truncated zip', ZIP.subarray(0, 100), 'A407', {}],
  ['zip without JSON', zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]), 'A408', {}],
  ['zip without files', zipOf([]), 'A408', {}],
  ['feed', Buffer.from('<rss version="2.0"><channel/></rss>'), 'A415', {}],
  ['gzip bomb', gzipSync(SPACES), 'A409', {}],
  ['zip bomb', zipOf([{ name: 'a.json', bytes: SPACES }]), 'A409', {}],
  ['zip that lies about its size', zipOf([{ name: 'a.json', bytes: SPACES, claimedSize: 10 }]), 'A407', {}],
  ['UTF-16 cut in a character', Buffer.from(`\uFEFF${BUNDLE}`, 'utf16le').subarray(0, 21), 'A410', {}],
  ['UTF-32', Buffer.from([0x7b, 0, 0, 0, 0x7d, 0, 0, 0]), 'A410', {}],
  ['Latin-1', Buffer.from('{"name":"Müller"}', 'latin1'), 'A410', {}],
  ['a STIX pattern', Buffer.from("[file:name = 'a']"), 'A411', { line: 1, column: 2 }],
  ['a word that is none', Buffer.from('{"one": oops}'), 'A411', { line: 1, column: 9 }],
  [
    'a comma too many',
    Buffer.from('{\n  "type": "bundle",\n  "objects": [],\n}'),
    'A411',
    { line: 4, column: 1 },
  ],
  ['text', Buffer.from('hello'), 'A411', { line: 1, column: 1 }],
  ['two values in a line', Buffer.from('{"a":1} {"a":2}'), 'A411', { line: 1, column: 9 }],
  [
    'a line of JSON Lines that is none',
    Buffer.from('{"a":1}\n{"a":2}\n{"a" 3}\n'),
    'A411',
    { line: 3, column: 6 },
  ],
  ['JSON Lines cut in the last', Buffer.from('{"a":1}\n{"a":2}\n{"a":'), 'A412', { line: 3 }],
  ['STIX 1', Buffer.from('<farm:STIX_Package xmlns:farm="http://stix.mitre.org/stix-1"/>'), 'A415', {}],
  [
    'a Sigma rule',
    Buffer.from('title: Digging\nlogsource:\n  product: farm\ndetection:\n  condition: x\n'),
    'A415',
    {},
  ],
  ['a PDF', Buffer.from('%PDF-1.7\n%\xff\xfe\n', 'latin1'), 'A415', {}],
  ['JSON cut in a string', Buffer.from('{"type":"bun'), 'A412', {}],
  ['JSON cut between', Buffer.from('{"objects":[{"a":1},'), 'A412', { line: 1, column: 21 }],
  ['a web page', Buffer.from('\n<!DOCTYPE html><html><title>Sign in</title>'), 'A413', {}],
  ['an S3 error', Buffer.from('<?xml version="1.0"?><Error/>'), 'A413', {}],
] as const)('refuses %s', async ([, bytes, code, place]) => {
  const path = join(await temporaryFolder(), 'source');
  await writeFile(path, bytes);
  const { issue } = await attempt(path);
  expect(issue?.code).toBe(code);
  expect(issue?.place).toMatchObject({ file: path, ...place });
  expect(issue?.hint).not.toBe('');
});

test('refuses what is not there, and folders', async () => {
  const folder = await temporaryFolder();
  expect((await attempt(join(folder, 'no.json'))).issue?.code).toBe('A401');
  expect((await attempt(folder)).issue?.code).toBe('A402');
  expect((await attempt('ftp://example.org/a.json')).issue?.code).toBe('A420');
});

const MAY_READ_EVERYTHING = process.platform === 'win32' || process.getuid?.() === 0;
test.skipIf(MAY_READ_EVERYTHING)('refuses a file that we may not read', async () => {
  const path = join(await temporaryFolder(), 'secret.json');
  await writeFile(path, BUNDLE);
  await chmod(path, 0);
  expect((await attempt(path)).issue?.code).toBe('A403');
});
if (MAY_READ_EVERYTHING)
  console.warn('skipped: this user may read every file, so permissions cannot be tried');

test('refuses a file of 1 GB by its size, without reading it', async () => {
  const path = join(await temporaryFolder(), 'huge.json');
  const file = await open(path, 'w');
  await file.truncate(1024 ** 3);
  await file.close();
  let read = 0;
  const { issue } = await attempt(path, { progress: ({ done }) => void (read += done ?? 0) });
  expect(issue?.code).toBe('A404');
  expect(issue?.message).toContain('1.1 GB');
  expect(read).toBe(0);
});

test.for(['plain', 'gzip', 'zip', 'pipe'])('the size limit holds for %s', async (form) => {
  const folder = await temporaryFolder();
  await mkdir(folder, { recursive: true });
  const text = Buffer.from(JSON.stringify(Array.from({ length: 300 }, (_, index) => index)));
  const bytes = {
    plain: text,
    gzip: gzipSync(text),
    zip: zipOf([{ name: 'a.json', bytes: text }]),
    pipe: text,
  }[form];
  const path = join(folder, 'source');
  await writeFile(path, bytes ?? '');
  const limits = { ...DEFAULT_LIMITS, maximumBytes: 1000 };
  const location = form === 'pipe' ? '-' : path;
  const { issue } = await attempt(location, { limits, standardInput: Readable.from([text]) });
  expect(issue?.code).toBe('A404');
});

test('more files than the limit are not taken from an archive', async () => {
  const path = join(await temporaryFolder(), 'many.zip');
  await writeFile(
    path,
    zipOf(Array.from({ length: 4 }, (_, at) => ({ name: `${String(at)}.json`, bytes: Buffer.from(BUNDLE) }))),
  );
  const limits = (maximumFiles: number) => ({ ...DEFAULT_LIMITS, maximumFiles });
  expect(await acquire(path, { limits: limits(4) })).toMatchObject({ documents: { length: 4 } });
  await expect(acquire(path, { limits: limits(3) })).rejects.toMatchObject({ code: 'A419' });
});

test.for([
  ['g.yaml', 'file_type: technique-administration\ntechniques: []\n', 'A408', 'DeTT&CT'],
  ['a.json.gz', GZIP, 'A408', 'gzip'],
  ['in.zip', ZIP, 'A408', 'a zip archive'],
  ['case.yaml', 'case: Henhouse\nassertions: []\n', 'A408', 'case file'],
  ['[Content_Types].xml', '<Types/>', 'A415', 'Office'],
] as const)('what an archive has instead of data is named: %s', async ([name, bytes, code, label]) => {
  const path = join(await temporaryFolder(), 'held.zip');
  await writeFile(path, zipOf([{ name, bytes: Buffer.from(bytes) }]));
  const refused = await acquire(path).catch((error: unknown) => error);
  expect(refused).toMatchObject({ issues: [{ code }] });
  expect(String(refused)).toContain(label);
});
