import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../../src/knowledge/index.ts';
import { readReport } from '../../../src/workbench/reports/read-report.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { accessWith } from '../../support/sightings.ts';

const sample = readFileSync(new URL('../../../samples/sample-attack.json', import.meta.url), 'utf8');
const about = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: sample.length };
const desk = await accessWith(knowledgeOf(readBundle(JSON.parse(sample), about)), []).view({}, undefined);

interface Read {
  /** Technique → tier and the sentences that speak for it. */
  readonly techniques: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly software: readonly string[];
  /** Of each sentence the groups that it speaks of. */
  readonly spokenOf: readonly string[];
}

async function read(lines: readonly string[], beside = ''): Promise<Read> {
  const { catalogue } = desk.view;
  const label = (term: number): string => catalogue.label(term);
  const groupLabel = ({
    candidates,
  }: {
    readonly candidates: readonly { readonly term: number }[];
  }): string => candidates.map(({ term }) => label(term)).join(' or ');
  const text = lines.join('\n');
  const { techniques, groups, software, spokenOf } = await readReport(desk, {
    title: 'A report',
    text,
    ...(beside === '' ? {} : { full: `${text}\n${beside}` }),
  });
  return {
    techniques: Object.fromEntries(
      techniques.map(({ technique, tier, sentences }) => [technique, `${tier} ${sentences.join(' ')}`]),
    ),
    groups: groups.map(groupLabel),
    software: software.map(({ term }) => label(term)),
    spokenOf: spokenOf.map((each) => each.map(groupLabel).join(', ')),
  };
}

describe('a report', () => {
  test('names groups and software; its sentences speak of the group before', async () => {
    const { techniques, groups, software, spokenOf } = await read([
      'In spring Example Heron visited several mills.',
      'It installed REEDBED and drew the blinds (T9003).',
      'Example Kestrel went elsewhere.',
    ]);
    expect(techniques['T9003']).toMatch(/^review 1/u);
    expect(groups).toEqual(['G9001', 'G9002']);
    expect(software).toEqual(['S9001']);
    expect(spokenOf).toEqual(['G9001', 'G9001', 'G9002']);
  });

  test('gives ids beside its article, too; they have no sentence', async () => {
    expect((await read(['The weather was fine.'], 'Related: T9008')).techniques).toEqual({
      T9008: 'review ',
    });
  });

  test('old ids are those that took their place; ids of nothing in view are nothing', async () => {
    expect((await read(['They did T9015 and T9777.'])).techniques).toMatchObject({});
  });

  test('of nothing states nothing', async () => {
    expect(await read([''])).toEqual({ techniques: {}, groups: [], software: [], spokenOf: [] });
  });
});

test('where nothing says how techniques are used, ids and names are found alone', async () => {
  const empty = await accessWith(new MemoryKnowledgeBase(), []).view({}, undefined);
  expect(await readReport(empty, { title: '', text: 'They did it.' })).toMatchObject({
    isLearnt: false,
    techniques: [],
  });
});
