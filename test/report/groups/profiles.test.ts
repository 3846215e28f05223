import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import {
  compareGroups,
  groupOverlap,
  profileOf,
  tacticsOf,
  timelineOf,
  usesInRelease,
} from '../../../src/analysis/index.ts';
import {
  compareDocument,
  compareTables,
  overlapDocument,
  overlapTables,
  profileDocument,
  profileTables,
  timelineDocument,
  timelineTables,
} from '../../../src/report/index.ts';
import {
  documentHtml,
  documentMarkdown,
  documentText,
  tableCsv,
  type Document,
} from '../../../src/render/index.ts';
import { overlapSvg, timelineSvg } from '../../../src/draw/index.ts';
import { sayChance } from '../../../src/report/groups/pair-table.ts';
import { documentOf } from '../../../src/workbench/index.ts';
import { enveloped } from '../../support/enveloped.ts';
import { labelled } from '../../support/world/build.ts';
import { HERON, NEWT, OTTER, SHORE } from '../../support/world/cast.ts';
import { worldDesk, worldFacts } from '../../support/world/desk.ts';

const asOf = '2025-01-01';
const notices = ['© A fictional notice.'];

/** Every form of everything, of a sourced in which Heron, Otter and Newt live. */
function formsOf(sourced: ReturnType<typeof worldFacts>): Readonly<Record<string, string>> {
  const [heron = -1, otter = -1, newt = -1] = [HERON, OTTER, NEWT].map(sourced.term);
  const answer = profileOf(sourced, heron, { asOf });
  const sources = [{ id: 'shore', name: 'Enterprise ATT&CK 1.0' }];
  const documented = <Answer>(document: (answer: Answer) => Document, of: Answer): Document =>
    documentOf({ document }, enveloped({ answer: of }, { sources, notices }));
  const profile = documentOf({ document: profileDocument }, enveloped({ answer }, { sources, notices }));
  const [techniques = expect.fail()] = profileTables(answer);
  const comparison = compareGroups(sourced, tacticsOf(sourced), [heron, otter, newt], { derived: true });
  const compared = documented(compareDocument, comparison);
  const [comparisonTable = expect.fail()] = compareTables(comparison);
  const overlap = groupOverlap(sourced, { min: 0.3, least: 1 });
  const overlapping = documented(overlapDocument, overlap);
  const [pairs = expect.fail(), matrix = expect.fail()] = overlapTables(overlap);
  const { view } = worldDesk([SHORE]);
  const releases = [usesInRelease('1.0', view, view.catalogue, HERON)];
  const coverage = new Set(['T9012.001']);
  const timeline = timelineOf(sourced, heron, {
    asOf,
    releases,
    coverage,
    sinceAudit: '2020-01-01',
  });
  const evolved = documented(timelineDocument, timeline);
  const [timelineTable = expect.fail()] = timelineTables(timeline);
  return {
    'profile.txt': documentText(profile),
    'profile.md': documentMarkdown(profile),
    'profile.html': documentHtml(profile),
    'profile.csv': tableCsv(techniques),
    'compare.md': documentMarkdown(compared),
    'compare.html': documentHtml(compared),
    'compare.csv': tableCsv(comparisonTable),
    'overlap.md': documentMarkdown(overlapping),
    'overlap.html': documentHtml(overlapping),
    'overlap.svg': overlapSvg(overlap),
    'overlap-pairs.csv': tableCsv(pairs),
    'overlap-matrix.csv': tableCsv(matrix),
    'timeline.md': documentMarkdown(evolved),
    'timeline.html': documentHtml(evolved),
    'timeline.csv': tableCsv(timelineTable),
    'timeline.svg': timelineSvg(timeline),
  };
}

const GOLDEN = Object.entries(formsOf(worldFacts([SHORE]))).filter(([name]) => !name.endsWith('.html'));

describe('golden files', () => {
  test.for(GOLDEN)('%s', async ([name, text]) => {
    await expect(text).toMatchFileSnapshot(`golden/profiles/${name}`);
  });
});

test('the same knowledge gives the same bytes', () => {
  expect(formsOf(worldFacts([SHORE]))).toEqual(formsOf(worldFacts([SHORE])));
});

const NASTY = `=cmd|'/c calc'!A1 <script>alert(1)</script> [x](javascript:y) | \u001b[31m "'&`;

test('what sources call things stays text in every form', () => {
  const forms = formsOf(
    worldFacts(
      [SHORE],
      labelled('intrusion-set', 101, 'G0911', NASTY, { modified: '2024-01-01T00:00:00.000Z' }),
      labelled('attack-pattern', 114, 'T9012.002', NASTY, {
        modified: '2024-01-01T00:00:00.000Z',
        kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'execution' }],
      }),
    ),
  );
  for (const [name, text] of Object.entries(forms)) {
    // CSV is data for another program and comes out as it is, but for formulas.
    if (!name.endsWith('.csv')) expect(text, name).not.toContain('\u001b');
    if (!/\.(?:csv|txt)$/.test(name)) expect(text, name).not.toContain('<script>');
  }
  expect(forms['profile.csv']).not.toMatch(/(?:^|,)"?[=+@]/m);
  const scripts = JSON.stringify(parse(forms['timeline.html'] ?? ''), (key, value: unknown) =>
    key === 'parentNode' ? undefined : value,
  ).match(/"tagName":"script"/g);
  expect(scripts).toBeNull();
});

test('a profile says so of what is withdrawn', () => {
  const sourced = worldFacts([SHORE]);
  const profile = profileOf(sourced, sourced.term(HERON), { asOf });
  const withdrawn = profile.techniques.map((each) => ({
    ...each,
    technique: { ...each.technique, withdrawn: 'deprecated' as const },
  }));
  const [{ technique } = expect.fail()] = withdrawn;
  const document = profileDocument({ ...profile, techniques: withdrawn }, { sources: [] });
  expect(documentMarkdown(document)).toContain(`${technique.label} ${technique.name} (deprecated) |`);
});

test('an empty profile, timeline and comparison say so', () => {
  const sourced = worldFacts([SHORE]);
  const newt = sourced.term(NEWT);
  const profile = profileDocument(profileOf(sourced, newt, { asOf }), { sources: [] });
  expect(documentMarkdown(profile)).toContain('No technique is known.');
  const timeline = timelineOf(sourced, newt, { asOf, sinceAudit: '2020-01-01' });
  expect(documentMarkdown(timelineDocument(timeline))).toContain('Nothing dated is known.');
  expect(timelineSvg(timeline)).toContain('0 techniques newly reported');
  expect(overlapSvg(groupOverlap(sourced, {}, [newt]))).toContain('0 groups compared');
  expect(documentMarkdown(compareDocument(compareGroups(sourced, tacticsOf(sourced), [newt])))).toContain(
    'Idle Newt uses 0 techniques',
  );
});

test.for([
  [0, '1'],
  [-0.602, '0.25'],
  [-2.2, '0.0063'],
  [-8.5, '3·10⁻⁹'],
  [-5, '10⁻⁵'],
  [-4.0001, '10⁻⁴'],
  [-400.2, '6·10⁻⁴⁰¹'],
] as const)('a chance of 10^%f is written %s', ([log10p, said]) => {
  expect(sayChance(log10p)).toBe(said);
});
