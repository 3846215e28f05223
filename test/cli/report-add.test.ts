import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keptReports, loadReport, openHome } from '../../src/home/index.ts';
import { reportLabel } from '../../src/threat/index.ts';
import { docxOf, paragraph } from '../acquisition/documents/docx-of.ts';
import { pdfOf, pdfOfObjects } from '../acquisition/documents/pdf-of.ts';
import { emptyHome } from '../support/sample-home.ts';
import { DUG } from '../support/world/raid-report.ts';
import { tarOf } from '../support/tar.ts';
import { zipOf } from '../support/zip-of.ts';

const { path, run, write } = emptyHome();
const GOLDEN = 'test/cli/golden/reports';
const kept = async () => (await keptReports(path('home/reports'))).reports;
/** What is no different in two runs. */
const lasting = (out: string): string => out.replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/gu, '"WHEN"');
const answered = async (...words: readonly string[]) => {
  const { out, err, exitCode } = await run('report', 'add', '--json', ...words);
  return { exitCode, err, out, answer: out === '' ? undefined : (JSON.parse(out) as Answer).answer };
};
interface Listed {
  readonly answer: {
    readonly reports: readonly {
      readonly label: string;
      readonly isLoaded: boolean;
      readonly date?: string;
    }[];
  };
}
interface Answer {
  readonly answer: {
    readonly reports: readonly {
      readonly outcome: string;
      readonly earlier: readonly string[];
      readonly report: Readonly<Record<string, unknown>> & { readonly label: string };
    }[];
    readonly issues: readonly { readonly code: string }[];
  };
}

test('a folder with a report of every format: each is kept as it states, and what is none is passed over', async () => {
  cpSync(GOLDEN, path('inbox'), { recursive: true, filter: (file) => !file.endsWith('added.json') });
  const lines = [
    [60, 700, 'Reed beds of the delta', 20],
    [60, 600, 'Brass Heron came at night, and dug in the reed (T9001.001).'],
  ] as const;
  writeFileSync(path('inbox/delta.pdf'), pdfOf([lines]));
  writeFileSync(path('inbox/scanned.pdf'), pdfOf([[]]));
  mkdirSync(path('inbox/office'));
  writeFileSync(
    path('inbox/office/weir.docx'),
    docxOf(
      paragraph('TLP:GREEN') + paragraph('The weir in winter', 'Heading1') + paragraph('28 October 2025'),
    ),
  );
  const { exitCode, out } = await answered(path('inbox'));
  expect(exitCode).toBe(0);
  await expect(lasting(out)).toMatchFileSnapshot('golden/reports/added.json');
  expect(out).not.toContain(path(''));
});

test('the same folder again changes nothing, and a list has them with the newest first', async () => {
  const before = readdirSync(path('home/reports')).map((file) => [
    file,
    readFileSync(path(`home/reports/${file}`)),
  ]);
  const { answer } = await answered(path('inbox'));
  expect(new Set(answer?.reports.map(({ outcome }) => outcome))).toEqual(new Set(['known']));
  const after = readdirSync(path('home/reports')).map((file) => [
    file,
    readFileSync(path(`home/reports/${file}`)),
  ]);
  expect(after).toEqual(before);
  const { out } = await run('report', 'list', '--json');
  const { reports } = (JSON.parse(out) as Listed).answer;
  expect(reports).toHaveLength(answer?.reports.length ?? 0);
  const dates = reports.flatMap(({ date }) => date ?? []);
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('`load` leads to `report add` where somebody hands it a report', async () => {
  const files = ['advisory.html', 'incident.md', 'note.txt', 'misp.json', 'groups.yaml', 'raid.afb'];
  for (const file of [...files, 'delta.pdf', 'office/weir.docx']) {
    const { exitCode, err } = await run('load', path(`inbox/${file}`));
    expect({ file, exitCode, err }).toEqual({
      file,
      exitCode: 3,
      err: expect.stringContaining('`foeprint report add'),
    });
  }
});

test('what is stated on the command line holds, also of what is known; a marking is kept by a run without', async () => {
  write('late.txt', 'A late word on herons\n\nBrass Heron was seen late.\n');
  const stated = [
    '--title',
    'Late herons',
    '--publisher',
    'Reed Post',
    '--date',
    '2026-08',
    '--language',
    'de',
  ];
  const more = ['--url', 'https://reed.example/late', '--tlp', 'amber+strict', '--kind', 'incident'];
  const first = await answered(path('late.txt'), ...stated, ...more);
  const expected = {
    title: 'Late herons',
    publisher: 'Reed Post',
    date: '2026-08',
    language: 'de',
    url: 'https://reed.example/late',
    level: 'amber+strict',
    kind: 'incident',
  };
  expect(first.answer?.reports).toMatchObject([{ outcome: 'new', report: expected }]);
  expect(first.out).toContain('"level": "TLP:AMBER+STRICT"');
  const again = await answered(path('late.txt'), '--title', 'Late herons');
  expect(again.answer?.reports).toMatchObject([{ outcome: 'known', report: expected }]);
  const changed = await answered(path('late.txt'), '--title', 'Late herons', '--publisher', 'Reed Times');
  expect(changed.answer?.reports).toMatchObject([
    { outcome: 'changed', report: { ...expected, publisher: 'Reed Times' } },
  ]);
});

test('a new version from the same place is pointed out, and of a file with several the one of the same title', async () => {
  write('news.txt', 'News of herons\n\nOne heron.\n');
  const [one] = (await answered(path('news.txt'))).answer?.reports ?? [];
  write('news.txt', 'News of herons, mended\n\nTwo herons.\n');
  const [two] = (await answered(path('news.txt'))).answer?.reports ?? [];
  expect(two).toMatchObject({ outcome: 'new', earlier: [one?.report.label] });
  const { out } = await run('report', 'add', path('news.txt'));
  expect(out.replaceAll(/\s+/gu, ' ')).toContain(
    `${two?.report.label ?? ''} comes from where ${one?.report.label ?? ''} came from`,
  );
  const url = ['--url', 'https://reed.example/page'];
  write('copy.txt', 'A page on herons\n\nOne heron.\n');
  const [page] = (await answered(path('copy.txt'), ...url)).answer?.reports ?? [];
  write('other.txt', 'A page on herons\n\nAnother heron.\n');
  const [later] = (await answered(path('other.txt'), ...url)).answer?.reports ?? [];
  expect(later?.earlier).toEqual([page?.report.label]);
  const event = (info: string, words: string) => ({
    Event: { uuid: info, info, Attribute: [{ type: 'text', value: words }] },
  });
  write('events.json', [event('One event', 'a'), event('Two events', 'b')]);
  const before = (await answered(path('events.json'))).answer?.reports ?? [];
  expect(before.map(({ earlier }) => earlier)).toEqual([[], []]);
  write('events.json', [event('One event', 'a'), event('Two events', 'b and c')]);
  const after = (await answered(path('events.json'))).answer?.reports ?? [];
  expect(after.map(({ earlier }) => earlier)).toEqual([[], [before[1]?.report.label]]);
});

test('a trial says what would come of it, and keeps nothing', async () => {
  write('trial.txt', 'A trial\n\nOf herons.\n');
  const before = await kept();
  expect((await answered(path('trial.txt'), path('late.txt'), '--dry-run')).answer?.reports).toMatchObject([
    { outcome: 'new' },
    { outcome: 'new' },
  ]);
  expect((await answered(path('news.txt'), '--dry-run', '--tlp', 'red')).answer?.reports).toMatchObject([
    { outcome: 'changed', report: { level: 'red' } },
  ]);
  expect(await kept()).toEqual(before);
});

const FILES: Readonly<Record<string, unknown>> = {
  'a.txt': 'The heron came\n\nIt came again.',
  'b.txt': 'The heron left\n\nIt left again.',
  'events.json': [1, 2].map((at) => ({
    Event: { uuid: String(at), info: `Event ${String(at)}`, Attribute: [{ type: 'text', value: 'a' }] },
  })),
  'attack.json': { type: 'bundle', id: 'bundle--1', objects: [{ type: 'tool', id: 'tool--1', name: 'Net' }] },
  'case.yaml': 'assertions: []\n',
  'galaxy.json': {
    type: 'threat-actor',
    uuid: '6b1d6f3c-0f5e-4d7e-9a51-0d2b1f6a0040',
    version: 1,
    name: 'Herons',
    values: [{ value: 'Brass Heron', uuid: '6b1d6f3c-0f5e-4d7e-9a51-0d2b1f6a0041' }],
  },
  'feed.xml': '<?xml version="1.0"?><rss version="2.0"><channel><title>Herons</title></channel></rss>',
  'feed.json': { version: 'https://jsonfeed.org/version/1.1', title: 'Herons', items: [] },
};

test.for<readonly [title: string, words: readonly string[], exitCode: number, message: RegExp]>([
  ['no file', ['AT/nowhere.pdf'], 3, /A401/u],
  ['a date that there is not', ['AT/a.txt', '--date', '2026-02-30'], 2, /C780/u],
  ['a date in words', ['AT/a.txt', '--date', 'May'], 2, /C780/u],
  ['no address of the web', ['AT/a.txt', '--url', 'javascript:alert(1)'], 2, /C780/u],
  ['no language', ['AT/a.txt', '--language', 'German'], 2, /C780/u],
  ['no level', ['AT/a.txt', '--tlp', 'pink'], 2, /C734/u],
  ['a title for two files', ['AT/a.txt', 'AT/b.txt', '--title', 'Herons'], 2, /H596/u],
  ['a date for two events', ['AT/events.json', '--date', '2026'], 2, /H596/u],
  ['a title for a folder', ['AT/inbox', '--title', 'Herons'], 2, /H596/u],
  ['knowledge', ['AT/attack.json'], 3, /I301[^]*`foeprint load`/u],
  ['a galaxy', ['AT/galaxy.json'], 3, /a MISP galaxy cluster[^]*`foeprint load/u],
  ['an archive', ['AT/reports.tar.gz'], 3, /A477[^]*tar archive[^]*add the folder/u],
  ['a zip', ['AT/reports.zip'], 3, /A477[^]*zip archive[^]*add the folder/u],
  ['a feed', ['AT/feed.xml'], 3, /`foeprint sync feed:NAME`/u],
  ['another feed', ['AT/feed.json'], 3, /`foeprint sync feed:NAME`/u],
  ['a case', ['AT/case.yaml'], 3, /H592[^]*case file/u],
  ['a folder with nothing', ['AT/bare'], 3, /H594/u],
  ['an address that none has', ['gopher://heron.example/x'], 3, /A420/u],
])('%s is refused, and nothing is kept', async ([, words, exitCode, message]) => {
  for (const [file, content] of Object.entries(FILES)) write(file, content);
  mkdirSync(path('bare'), { recursive: true });
  write('bare/tool.py', 'print(1)');
  writeFileSync(path('reports.tar.gz'), gzipSync(tarOf([{ name: 'a.txt', text: 'A heron' }])));
  writeFileSync(path('reports.zip'), zipOf([{ name: 'a.txt', bytes: Buffer.from('A heron') }]));
  const before = await kept();
  const ran = await run('report', 'add', ...words.map((word) => word.replace('AT/', `${path('')}/`)));
  expect(ran).toMatchObject({ exitCode, out: '' });
  expect(ran.err).toMatch(message);
  expect(await kept()).toEqual(before);
});

test('what can be read of several is kept, and the exit code says that not all could', async () => {
  const mixed = await answered(path('a.txt'), path('nowhere.pdf'), path('b.txt'));
  expect(mixed).toMatchObject({ exitCode: 3, answer: { reports: [{}, {}], issues: [{ code: 'A401' }] } });
  expect((await answered(path('inbox'))).exitCode).toBe(0);
  expect((await answered(path('inbox'), '--strict')).exitCode).toBe(3);
  expect((await answered(path('a.txt'), '--strict')).exitCode).toBe(0);
});

test('a damaged file of the home is said, and what is new is kept beside it', async () => {
  const [first] = await kept();
  const file = path(`home/reports/${first?.id ?? ''}.json.gz`);
  const sound = readFileSync(file);
  writeFileSync(file, 'nothing');
  write('beside.txt', 'Beside\n\nA heron beside.');
  const { exitCode, answer } = await answered(path('beside.txt'));
  writeFileSync(file, sound);
  expect({ exitCode, answer }).toMatchObject({
    exitCode: 0,
    answer: { reports: [{ outcome: 'new' }], issues: [{ code: 'H591' }] },
  });
});

test('forgotten by label, id or title; where one of several is not known, none is', async () => {
  const [one, two, three] = await kept();
  const labels = [one, two, three].map((report) => `REP-${(report?.id ?? '').slice(0, 8)}`);
  const count = (await kept()).length;
  expect(await run('report', 'forget', labels[0] ?? '', 'nobody at all')).toMatchObject({
    exitCode: 2,
    out: '',
  });
  expect(await kept()).toHaveLength(count);
  const ran = await run('report', 'forget', labels[0] ?? '', two?.id ?? '', three?.title ?? '');
  expect(ran).toMatchObject({ exitCode: 0, err: '' });
  expect(ran.out).toContain(two?.title.slice(0, 10));
  expect(await kept()).toHaveLength(count - 3);
});

test('what was loaded of a report is listed as such, and forgotten with it', async () => {
  const [report] = await kept();
  if (report === undefined) expect.fail('a report is kept');
  const home = await openHome({ home: path('home'), cwd: path('.') });
  await loadReport(home, report, [DUG]);
  const loaded = async () => (await home.knowledgeBase()).sources().map(({ series }) => series);
  const label = reportLabel(report.id);
  expect(await loaded()).toEqual([`report:${label}`]);
  const { out } = await run('report', 'list', '--json');
  const listed = (JSON.parse(out) as Listed).answer.reports.filter(({ isLoaded }) => isLoaded);
  expect(listed.map((each) => each.label)).toEqual([label]);
  expect((await run('report', 'forget', label)).out).toContain('yes');
  expect(await loaded()).toEqual([]);
  await home.close();
});

/** A server on this machine. */
async function serving(
  answer: Readonly<Record<string, readonly [type: string, body: string]>>,
): Promise<string> {
  const server: Server = createServer((request, response) => {
    const [type, body] = answer[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${String(port)}`;
}

test('an address is fetched; one of this machine only where that is allowed', async () => {
  const page = readFileSync(`${GOLDEN}/advisory.html`, 'utf8').replace(/<link rel="canonical"[^>]*>/u, '');
  const event = readFileSync(`${GOLDEN}/misp.json`, 'utf8').replace('Heron at the lock', 'Heron at the gate');
  const at = await serving({
    '/heron': ['text/html', page.replaceAll('upriver', 'home')],
    '/event.json': ['application/json', event],
    '/picture.pdf': ['image/png', 'PNG'],
  });
  const refused = await run('report', 'add', `${at}/heron`);
  expect(refused).toMatchObject({ exitCode: 3, out: '' });
  expect(refused.err).toContain('A478');
  const { answer } = await answered(`${at}/heron`, `${at}/event.json`, '--allow-private');
  expect(answer?.reports.map(({ report }) => report)).toMatchObject([
    { title: 'Brass Heron wades home', url: `${at}/heron`, file: `${at}/heron`, format: 'a web page' },
    { title: 'Heron at the gate', url: `${at}/event.json`, level: 'amber', mentions: 3 },
  ]);
  expect((await run('report', 'add', `${at}/picture.pdf`, '--allow-private')).err).toContain('A477');
  expect(await run('report', 'add', `${at}/gone`, '--allow-private')).toMatchObject({ exitCode: 4 });
});

const REMOTE = 'http://127.0.0.1:9/x';
const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${REMOTE}" TargetMode="External"/></Relationships>`;

test('no network is touched by what a report message, only where an address is given', async () => {
  const connecting = vi.spyOn(Socket.prototype, 'connect');
  onTestFinished(() => connecting.mockRestore());
  write(
    'calls.html',
    `<!doctype html><html><head><base href="${REMOTE}"><link rel="stylesheet" href="${REMOTE}"><script src="${REMOTE}"></script></head><body><article><h1>A page that calls</h1><img src="${REMOTE}"><iframe src="${REMOTE}"></iframe><p>${'Brass Heron came again. '.repeat(20)}</p></article></body></html>`,
  );
  writeFileSync(
    path('calls.docx'),
    docxOf(paragraph('A document that calls home'), { 'word/_rels/settings.xml.rels': RELATIONS }),
  );
  write('calls.json', { ...readJson('stix.json'), id: 'bundle--2' });
  write('calls.txt', `A text that names an address\n\n${REMOTE}`);
  const files = ['calls.html', 'calls.docx', 'calls.json', 'calls.txt'].map(path);
  expect((await answered(...files)).answer?.reports.length).toBeGreaterThanOrEqual(4);
  expect(connecting).not.toHaveBeenCalled();
  const at = await serving({ '/x': ['text/plain', 'A text from afar\n\nBrass Heron.'] });
  await answered(`${at}/x`, '--allow-private');
  expect(connecting).toHaveBeenCalled();
});

function readJson(file: string): object {
  const parsed: unknown = JSON.parse(readFileSync(`${GOLDEN}/${file}`, 'utf8'));
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}

const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const LAUGHS = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY e${String(at + 1)} "${`&e${String(at)};`.repeat(10)}">`,
);

/** What somebody who means harm may send, and the code that it ends with; none where a harmless report is kept of it. */
const HOSTILE: readonly (readonly [
  title: string,
  file: string,
  content: () => Buffer | string,
  code: RegExp | undefined,
])[] = [
  [
    'a Word document of 200 MB of zeros',
    'bomb.docx',
    () => docxOf(paragraph('a'), { 'word/big.xml': '0'.repeat(2e8) }),
    /A404|A409/u,
  ],
  [
    'a zip in place of a document',
    'x.docx',
    () => zipOf([{ name: 'a.json', bytes: Buffer.from('{}') }]),
    /A477/u,
  ],
  [
    'a PDF of 10,000 pages',
    'pages.pdf',
    () => pdfOf(Array.from({ length: 10_000 }, () => [[60, 700, 'heron']])),
    /A474/u,
  ],
  [
    'a PDF whose pages hold themselves',
    'cycle.pdf',
    () => pdfOfObjects({ 1: CATALOGUE, 2: '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>' }),
    /A47[134]/u,
  ],
  [
    'a PDF that is its own page',
    'self.pdf',
    () => pdfOfObjects({ 1: '<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>', 3: PAGE }),
    /A47[134]/u,
  ],
  ['JSON nested a million deep', 'deep.json', () => '['.repeat(1_000_000), /A41[124]|I300/u],
  [
    'an event nested deep',
    'deep-event.json',
    () => `{"Event":${'{"Object":['.repeat(20_000)}${']}'.repeat(20_000)}}`,
    /A41[124]|I30\d|H593/u,
  ],
  [
    'YAML that refers to itself',
    'laughs.yaml',
    () =>
      `file_type: group-administration\na: &a [x,x]\n${Array.from('bcdefghij')
        .map(
          (name, at) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefghij'[at] ?? 'a'}`)
              .join(',')}]`,
        )
        .join('\n')}\ngroups: *j\n`,
    /I30\d/u,
  ],
  [
    'a page of entities in entities',
    'laughs.html',
    () =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "heron">${LAUGHS.join('')}]><html><body><p>A page of &e9;</p></body></html>`,
    undefined,
  ],
  [
    'a page of scripts',
    'script.html',
    () =>
      `<html><head><title>Scripts &lt;img src=x onerror=alert(1)&gt;</title></head><body><script>alert(1)</script><svg onload=alert(2)></svg><p onclick="alert(3)">${'The heron came again. '.repeat(9)}</p></body></html>`,
    undefined,
  ],
  [
    'control characters and those that turn the direction',
    'turn.txt',
    () => `Title \u001b]0;owned\u0007 \u202egpj.exe\n\nA \u001b[2J heron \u2066 came\u0085.`,
    undefined,
  ],
  [
    'a sentence of a megabyte',
    'long.txt',
    () => `A long word on herons\n\n${'heron '.repeat(180_000)}`,
    undefined,
  ],
  [
    'a title of a megabyte',
    'title.html',
    () => `<html><head><title>${'heron '.repeat(180_000)}</title></head><body><p>A word.</p></body></html>`,
    undefined,
  ],
  ['a name of a file that steers the screen', 'x\u001b[2J\u202e.txt', () => 'Heron', undefined],
  [
    'a publisher of a megabyte',
    'publisher.html',
    () =>
      `<html><head><title>A word of many</title><meta property="og:site_name" content="${'heron '.repeat(180_000)}"></head><body><p>A word.</p></body></html>`,
    undefined,
  ],
  [
    'a name that leads elsewhere',
    'up.json',
    () =>
      JSON.stringify({
        Event: { uuid: '../../../x', info: '../../etc/passwd', Attribute: [{ type: 'text', value: 'a' }] },
      }),
    undefined,
  ],
];

test.for(HOSTILE)('%s', async ([, file, content, code]) => {
  writeFileSync(path(file), content());
  const before = await kept();
  if (code !== undefined) {
    const { exitCode, out, err } = await run('report', 'add', path(file));
    expect({ exitCode, out, err: err.slice(0, 300) }).toMatchObject({
      exitCode: 3,
      out: '',
      err: expect.stringMatching(code),
    });
    expect(await kept()).toEqual(before);
    return;
  }
  const { exitCode, answer } = await answered(path(file));
  expect(exitCode).toBe(0);
  const [added] = answer?.reports ?? [];
  const report = (await kept()).find(({ id }) => id === added?.report['id']);
  const said = `${report?.title ?? ''}${report?.text ?? ''}${report?.full ?? ''}`.replaceAll(/[\n\t]/gu, '');
  expect(said).not.toMatch(/\p{Cc}|\p{Cf}/u);
  expect((report?.text ?? '').length).toBeLessThan(2_000_000);
  expect(`${report?.title ?? ''}${report?.publisher ?? ''}`.length).toBeLessThan(1000);
  for (const form of [[], ['--json'], ['-o', path('list.html')]]) {
    const shown = await run('report', 'list', ...form);
    expect(shown.exitCode).toBe(0);
    expect(shown.out.replaceAll(/[\n\t]/gu, '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  }
  expect(readFileSync(path('list.html'), 'utf8')).not.toMatch(/<img src=x/u);
});
