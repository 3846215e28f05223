import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeServer } from '../../src/server/index.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';

/* Files of questions, as a browser sends them. */

const home = sampleHome();
let app: Awaited<ReturnType<typeof makeServer>>;

beforeAll(async () => {
  app = await makeServer({ home: home.path('home'), clearance: 'green' });
});
afterAll(async () => await app.close());

const COVERAGE = readFileSync('samples/org-detections.yaml', 'utf8');

async function sent(path: string, payload: string, type = 'application/octet-stream') {
  const headers = { host: 'localhost', 'content-type': type };
  const answered = await app.inject({ method: 'POST', url: `/api/read/${path}`, headers, payload });
  return { status: answered.statusCode, body: answered.json<Readonly<Record<string, never>>>() };
}

test('an organisation is read into what questions take, whatever the browser says that it is', async () => {
  const text = readFileSync(ORGANISATION, 'utf8');
  for (const type of ['application/yaml', 'application/json', 'text/plain']) {
    const { status, body } = await sent('organisation?file=org.yaml', text, type);
    expect([status, body]).toMatchObject([
      200,
      { value: { name: 'Kaltbach Telecom', sectors: ['telecommunications'], controls: { coverage: [] } } },
    ]);
  }
});

test('an organisation with mistakes is refused with their places', async () => {
  expect(
    await sent('organisation?file=%2Fhome%2Fme%2Forg.yaml', 'name: A\nsectors: [telecomz]\n'),
  ).toMatchObject({
    status: 400,
    body: { error: { issues: [{ code: 'I175', place: { file: 'org.yaml', line: 2 } }] } },
  });
});

test('coverage is read with the name of its file', async () => {
  const { status, body } = await sent('coverage?file=..%2Fours.yaml', COVERAGE);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    value: { claims: expect.arrayContaining([expect.objectContaining({ file: 'ours.yaml' })]) },
  });
});

test('what covers nothing is refused, and names no folder', async () => {
  const { status, body } = await sent('coverage?file=..%2F..%2Fetc%2Fpasswd', 'nothing of this says so');
  expect(status).toBe(400);
  expect(JSON.stringify(body)).not.toMatch(/\/tmp|\.\.|etc/u);
});

test('a layer that is marked above the clearance is refused', async () => {
  const layer = {
    name: 'ours',
    versions: { layer: '4.5' },
    domain: 'enterprise-attack',
    metadata: [{ name: 'marking', value: 'TLP:RED' }],
    techniques: [{ techniqueID: 'T1059', score: 1 }],
  };
  expect(await sent('coverage?file=ours.json', JSON.stringify(layer))).toMatchObject({
    status: 403,
    body: { error: { issues: [{ code: 'N814' }] } },
  });
});

test('a request without a file is refused', async () => {
  const answered = await app.inject({
    method: 'POST',
    url: '/api/read/coverage',
    headers: { host: 'localhost' },
  });
  expect(answered.json()).toMatchObject({ error: { issues: [{ code: 'N813' }] } });
});

const OCSF = {
  class_uid: 2004,
  time: Date.UTC(2026, 4, 4),
  finding_info: { uid: 'F-1', attacks: [{ technique: { uid: 'T1059.001' } }] },
};
const ECS = { '@timestamp': '2026-05-03T00:00:00Z', threat: { technique: { id: ['T1190'] } } };

test('alerts of several formats are one incident', async () => {
  expect(await sent('incident', `${JSON.stringify(OCSF)}\n${JSON.stringify(ECS)}\nnonsense\n`)).toMatchObject(
    {
      status: 200,
      body: {
        value: { techniques: ['T1059.001', 'T1190'], date: '2026-05-03' },
        issues: [{ code: 'I193', place: { line: 3 } }],
      },
    },
  );
});

test('what has no alert is refused, and so is more than an incident', async () => {
  for (const text of ['{"a": 1}', 'no id at all'])
    expect(await sent('incident', text)).toMatchObject({
      status: 400,
      body: { error: { issues: [{ code: 'I193' }] } },
    });
  expect(await sent('incident', `"${'x'.repeat(5 * 1024 * 1024)}"`)).toMatchObject({
    status: 413,
    body: { error: { issues: [{ code: 'N805' }] } },
  });
});

test('a page about something with a dot in its id is a page; a file that is not there is none', async () => {
  mkdirSync(home.path('web'));
  writeFileSync(home.path('web/index.html'), '<div id="root"></div>');
  const pages = await makeServer({ home: home.path('home'), webFolder: home.path('web') });
  const get = async (url: string) => await pages.inject({ url, headers: { host: 'localhost' } });
  const page = await get('/techniques/T1059.001');
  expect([page.statusCode, page.body]).toEqual([200, '<div id="root"></div>']);
  expect((await get('/assets/gone.js')).statusCode).toBe(404);
  await pages.close();
});

test('a file with no name of its own, or one that leads elsewhere, is read all the same', async () => {
  for (const name of ['', '.', '..', '%2E%2E%2F', 'x'.repeat(300), '%E5%90%8D'.repeat(100)])
    expect((await sent(`coverage?file=${name}`, COVERAGE)).status, name).toBe(200);
});

test('an organisation that is too large is not read, which everybody would wait for', async () => {
  const large = `name: A\nsectors: [${'energy, '.repeat(200_000)}]\n`;
  expect(await sent('organisation', large)).toMatchObject({
    status: 413,
    body: { error: { issues: [{ code: 'N805' }] } },
  });
});

describe('a text is the body of a question', () => {
  const ask = async (path: string, payload: string, type: string) => {
    const headers = { host: 'localhost', 'content-type': type };
    const { statusCode, body } = await app.inject({ method: 'POST', url: `/api/${path}`, headers, payload });
    return { status: statusCode, body: JSON.parse(body) as unknown };
  };
  const ORG = readFileSync(ORGANISATION, 'utf8');

  test('and read into the field that takes its file, beside those in the query', async () => {
    const asText = await ask('threats?asOf=2026-01-31', ORG, 'application/yaml');
    expect(asText.status).toBe(200);
    const { value: organisation } = (await sent('organisation', ORG)).body;
    const asJson = await ask(
      'threats',
      JSON.stringify({ organisation, asOf: '2026-01-31' }),
      'application/json',
    );
    expect(asText.body).toEqual(asJson.body);
    const report = await ask(
      'report-extract',
      'Example Heron (G9001) came by a letter (T9001.001).',
      'text/plain',
    );
    expect(report).toMatchObject({ status: 200, body: { useCase: 'report-extract' } });
    expect(JSON.stringify(report.body)).toContain('T9001.001');
  });

  test('or refused with what is wrong in it, and where no file is taken', async () => {
    expect(await ask('threats', 'name: A\nsectors: [telecomz]\n', 'text/yaml')).toMatchObject({
      status: 400,
      body: { error: { issues: [{ code: 'I175' }] } },
    });
    expect(await ask('profile', 'G9001', 'text/plain')).toMatchObject({
      status: 415,
      body: { error: { issues: [{ code: 'N815' }] } },
    });
    expect(await ask('threats', ORG, 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 });
  });
});
