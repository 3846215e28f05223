import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DashboardAnswer } from '../../../src/answers/index.ts';
import { openHome } from '../../../src/library/index.ts';
import { documentPdf } from '../../../src/render/pdf/index.ts';
import { documentHtml, plain } from '../../../src/render/index.ts';
import { dashboardDocument } from '../../../src/report/index.ts';
import { readOrganisation } from '../../../src/home/index.ts';
import { coverageLayers } from '../../../src/analysis/index.ts';
import { drawnGradient } from '../../../src/draw/index.ts';
import { cellOf, COVERAGE_COLORS, layerOf, SEQUENTIAL_COLORS } from '../../../src/threat/index.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { sampleHome } from '../../support/sample-home.ts';

/*
 * The sample’s home. Detection of T9001.001 was to hand from January on, and is deployed from March on.
 */
const { path, run, write } = sampleHome();
const ORGANISATION = new URL('../../contract/use-cases/organisation.yaml', import.meta.url);
let before: DashboardAnswer;
let answer: DashboardAnswer;

beforeAll(async () => {
  const rule = (state: string) => `technique,stage\nT9001.001,${state}\n`;
  write('january.csv', rule('rule'));
  write('march.csv', rule('deployed'));
  const keep = async (file: string, date: string) =>
    expect(await run('coverage', 'import', path(file), '--name', 'ours', '--date', date, '-q')).toMatchObject(
      {
        exitCode: 0,
      },
    );
  const org = ['dashboard', '--org', ORGANISATION.pathname];
  await keep('january.csv', '2026-01-10');
  expect(await run(...org, '--json', '-o', path('before.json'), '-q')).toMatchObject({ exitCode: 0 });
  await keep('march.csv', '2026-03-05');
  expect(
    await run(...org, '--json', '--since', path('before.json'), '-o', path('now.json'), '-q'),
  ).toMatchObject({
    exitCode: 0,
  });
  before = answerIn('before.json');
  answer = answerIn('now.json');
});

function answerIn(file: string): DashboardAnswer {
  const { answer: found }: { answer: DashboardAnswer } = JSON.parse(readFileSync(path(file), 'utf8'));
  return found;
}

test('coverage has a history by month', () => {
  expect(
    answer.trend.map(
      ({ label, counts }) => `${label} ${counts.byStage['rule']} ${counts.byStage['deployed']}`,
    ),
  ).toEqual(['2026-01 1 0', '2026-02 1 0', '2026-03 0 1']);
  expect(answer.trend.at(-1)?.share).toBe(answer.share);
  expect(answer.share).toBeGreaterThan(before.share);
});

test('what changed since an earlier one is shown', () => {
  expect(answer.changes).toEqual({
    asOf: before.asOf,
    shareBefore: before.share,
    difference: answer.share - before.share,
    joined: [],
    left: [],
    risen: [{ technique: 'T9001.001', before: 2, now: 3 }],
    fallen: [],
    expected: [],
    gone: [],
  });
});

test('each group has a cell under every tactic, whose uses are those of the expectation', async () => {
  const { organisation } = await readOrganisation(ORGANISATION.pathname);
  const home = await openHome({ home: path('home'), cwd: path('.') });
  const { answer: expected } = await home.ask('expect', { organisation });
  await home.close();
  expect(answer.activity.map(({ group }) => group.id)).toEqual(expected.groups.map(({ group }) => group.id));
  for (const { group, cells } of answer.activity)
    expect(cells.map(({ used }) => used)).toEqual(
      expected.tactics.map(
        ({ tactic }) =>
          expected.techniques.filter(
            ({ tactics, parts }) =>
              tactics.some(({ id }) => id === tactic.id) && parts.some((part) => part.group.id === group.id),
          ).length,
      ),
    );
  expect(answer.counts.of).toBe(expected.of);
});

describe('the page', () => {
  test('has a heading for every number that leads somewhere', () => {
    const page = documentHtml(dashboardDocument(answer));
    const anchors = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const jumps = [...page.matchAll(/<dd><a href="#([^"]+)"/gu)].map(([, to]) => to);
    expect(jumps.length).toBeGreaterThan(5);
    expect(jumps.filter((to) => !anchors.has(to ?? ''))).toEqual([]);
  });

  test('says in its first sentence what it comes to', () => {
    const { lead = '' } = dashboardDocument(answer);
    expect(plain(lead)).toContain(`Of ${answer.counts.of} techniques to expect`);
    expect(plain(lead)).toContain(`${answer.gapsOf} gaps are left`);
  });
});

test('what is no dashboard is refused as one to compare with', async () => {
  write('other.json', '{"useCase":"expect"}');
  const words = ['dashboard', '--org', ORGANISATION.pathname, '--since', path('other.json')];
  expect(await run(...words)).toMatchObject({ exitCode: 2, err: expect.stringContaining('C745') as string });
});

test('levels that are none are no earlier answer; one in UTF-16, as PowerShell writes it, is', async () => {
  const earlier = (level: number): string =>
    JSON.stringify({
      useCase: 'coverage-gaps',
      answer: { scope: { asOf: '2026-01-01' }, levels: { T9001: level } },
      markings: {},
    });
  const words = ['coverage', 'gaps', '--baseline'];
  write('above.json', earlier(5));
  expect(await run(...words, path('above.json'))).toMatchObject({ exitCode: 2 });
  writeFileSync(path('utf16.json'), `\ufeff${earlier(0)}`, 'utf16le');
  expect(await run(...words, path('utf16.json'))).toMatchObject({ exitCode: 0 });
});

test('coverage and threat are two layers, coverage first; one where all techniques count alike', () => {
  const [{ coverage: gap }] = answer.gaps as readonly [DashboardAnswer['gaps'][number]];
  const scope = {
    of: 'organisation',
    names: ['Farm'],
    platforms: [],
    asOf: '2026-03-05',
    inventories: [],
    given: 0,
  } as const;
  const named = (...weights: readonly number[]) =>
    coverageLayers(
      { scope },
      weights.map((weight) => ({ ...gap, weight })),
      { domain: 'enterprise-attack', belongs: () => true },
    ).map(({ name }) => name);
  expect(named(0.5, 0.2)).toEqual(['Coverage: Farm', 'Threat: Farm']);
  expect(named(1, 1)).toEqual(['Coverage: Farm']);
});

test('levels of coverage are drawn in their own colours, whatever colours are asked for', () => {
  const gradient = { colors: COVERAGE_COLORS, minimum: 0, maximum: 4 };
  const layer = layerOf({
    name: 'ours',
    domain: 'enterprise-attack',
    cells: [cellOf({ technique: 'T9001', score: 2 })],
    gradient,
  });
  expect(drawnGradient(layer, 'safe')).toEqual(gradient);
  const other = { ...layer, gradient: { ...gradient, colors: ['#ff0000', '#00ff00'] } };
  expect(drawnGradient(other, 'safe')?.colors).toEqual(SEQUENTIAL_COLORS);
});

test('fifteen groups, fourteen tactics, a year by month, eight gaps and what changed are two pages of paper', async () => {
  const many = <Item>(count: number, of: readonly Item[]): readonly Item[] =>
    Array.from({ length: count }, () => of)
      .flat()
      .slice(0, count);
  const sentence =
    '9 rules to deploy, e.g. “Paper That Is Carried Away Under A Coat - Linux”; the logs of 6 are at hand.';
  const reasons = [{ kind: 'not-deployed' as const, sentence }];
  const large: DashboardAnswer = {
    ...answer,
    tactics: many(14, answer.tactics),
    activity: many(15, answer.activity).map((row) => ({ ...row, cells: many(14, row.cells) })),
    trend: many(12, answer.trend),
    gaps: many(8, answer.gaps).map((gap) => ({ ...gap, coverage: { ...gap.coverage, reasons } })),
    gapsOf: 350,
    since: '2026-01-31',
    recent: [],
  };
  const { pages } = await readPdf(
    await documentPdf({ ...dashboardDocument(large), notices: ['Example notice. '.repeat(12), 'Another.'] }),
  );
  expect(pages).toHaveLength(2);
});
