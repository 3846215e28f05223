import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeServer } from '../../../src/server/index.ts';
import { USE_CASES, type UseCaseName } from '../../../src/workbench/index.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { contractHome } from './home.ts';
import { QUESTIONS } from './questions.ts';

/* The API gives answers in the forms that the command line writes. */

const home = contractHome();
let app: Awaited<ReturnType<typeof makeServer>>;

beforeAll(async () => {
  app = await makeServer({ home: home.path('home') });
});
afterAll(async () => await app.close());

/** One question to each use case. */
const ASKED = Object.entries(QUESTIONS).flatMap(([name, [first]]) =>
  first === undefined ? [] : [[name, first] as const],
);

const LOCAL = { host: 'localhost' };

async function asked(name: string, question: object, query = '', accept = '*/*') {
  return await app.inject({
    method: 'POST',
    url: `/api/${name}${query}`,
    headers: { ...LOCAL, accept },
    payload: question,
  });
}

describe.for(['markdown', 'csv'])('%s is what the command line writes', (format) => {
  test.for(ASKED)('%s', async ([name, { question, words }]) => {
    if (!isName(name)) throw new TypeError(name);
    const { name: command } = await USE_CASES[name]();
    const { out } = await home.run(...command.split(' '), ...words, '--format', format, '-q');
    const { body, headers, statusCode } = await asked(name, question, `?format=${format}`);
    if (out === '') return expect([204, 406]).toContain(statusCode);
    expect(body).toBe(out);
    expect(headers['content-type']).toContain(`text/${format}`);
  });
});

test.for([
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['text/csv;q=0.2, text/markdown;q=0.7', 'text/markdown; charset=utf-8'],
  ['image/*, text/plain', 'text/plain; charset=utf-8'],
  ['text/*', 'text/plain; charset=utf-8'],
])('a profile for who accepts %s is %s', async ([accept, type]) => {
  const { headers } = await asked('profile', { group: 'G9001' }, '', accept);
  expect(headers['content-type']).toBe(type);
  expect(headers.vary).toContain('accept');
});

test('what is shown by itself runs nothing', async () => {
  const { headers } = await asked('profile', { group: 'G9001' }, '?format=html');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain('sandbox');
});

test('a form that an answer does not have is refused with those that it has', async () => {
  const { statusCode, json } = await asked('profile', { group: 'G9001' }, '?format=svg');
  expect(statusCode).toBe(406);
  expect(json()).toMatchObject({ error: { issues: [{ code: 'N806', hint: /json, text, markdown/ }] } });
});

test('an Excel file, a picture, a page and an archive are bytes', async () => {
  const xlsx = await asked('profile', { group: 'G9001' }, '?format=xlsx');
  expect(Object.keys(unzipSync(xlsx.rawPayload))).toContain('[Content_Types].xml');
  const png = await asked('timeline', { group: 'G9001' }, '?format=png');
  expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  const pdf = await asked('aliases', { name: 'G9001' }, '?format=pdf');
  expect((await readPdf(pdf.rawPayload)).pages.join(' ')).toContain('Patient Wader');
  const [, { question }] = ASKED.find(([name]) => name === 'emulate') ?? ['', { question: {} }];
  const zip = unzipSync((await asked('emulate', question, '?format=zip')).rawPayload);
  expect(strFromU8(zip['NOTICE.txt'] ?? new Uint8Array())).not.toBe('');
});

test('a matrix is drawn as the query says', async () => {
  const plain = await asked('layer', { groups: ['G9001'] }, '?format=layer');
  expect(plain.json()).toMatchObject({ versions: { layer: '4.5' } });
  const wrong = await asked('layer', { groups: ['G9001'] }, '?format=svg&colors=rainbow');
  expect(wrong.json()).toMatchObject({ error: { issues: [{ code: 'N812' }] } });
});

test('how far an answer may go is said beside a form that has no place for it', async () => {
  const { headers } = await asked('techniques', { groups: ['G9001'] }, '?format=csv');
  expect(headers['foeprint-marking']).toBe('TLP:AMBER');
  const freer = await asked('techniques', { groups: ['G9001'] }, '?format=csv&tlp=clear');
  expect(freer.headers['foeprint-marking']).toBeUndefined();
});

function isName(name: string): name is UseCaseName {
  return name in USE_CASES;
}
