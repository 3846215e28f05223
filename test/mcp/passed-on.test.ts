import { describe, expect, test } from 'vitest';
import { accessTo } from '../../src/home/index.ts';
import type { QuestionOf, EnvelopeOf } from '../../src/library/index.ts';
import { TOOLS } from '../../src/mcp/tools/index.ts';
import type { UseCaseName } from '../../src/workbench/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { mcpClient } from '../support/mcp-client.ts';

// What a tool passes on is what the library answers: the same things in the same order, with the same numbers.

const home = contractHome();

/** Asks the library. */
type Ask = <Name extends UseCaseName>(name: Name, question: QuestionOf<Name>) => Promise<EnvelopeOf<Name>>;

/** Of each tool, parts of its result as the library has them. */
const PASSED_ON: Readonly<Record<string, (ask: Ask) => Promise<object>>> = {
  knowledge_status: async (ask) => {
    const { answer } = await ask('status', {});
    return {
      loaded: answer.loaded.map(({ id, name, kind }) => expect.objectContaining({ id, name, kind })),
      total: answer.loaded.length,
      facts: answer.facts.reduce((sum, { count }) => sum + count, 0),
      reports: (await ask('report-list', {})).answer.reports.length,
      coverage: (await ask('coverage-list', {})).answer.inventories.length,
    };
  },
  find: async (ask) => {
    const { answer } = await ask('search', { words: ['Example Heron'], limit: 20 });
    const { bearers } = (await ask('aliases', { name: 'Example Heron' })).answer;
    return {
      total: answer.found,
      found: answer.hits.map(({ match, thing }) =>
        expect.objectContaining({ match, thing: expect.objectContaining({ id: thing.label || thing.id }) }),
      ),
      bearers: bearers.map(({ thing, source }) =>
        expect.objectContaining({ source, thing: expect.objectContaining({ name: thing.name }) }),
      ),
    };
  },
  profile_group: async (ask) => {
    const { answer } = await ask('profile', { group: 'G9001' });
    return {
      as_of: answer.asOf,
      statuses: answer.statuses,
      total: answer.techniques.length,
      techniques: answer.techniques.slice(0, 20).map(({ technique, score, status, use, sentence }) =>
        expect.objectContaining({
          technique: expect.objectContaining({ id: technique.label, name: technique.name }),
          score,
          status,
          known: use,
          ...(sentence === '' ? {} : { evidence: expect.objectContaining({ quoted_text: sentence }) }),
        }),
      ),
      software_total: answer.software.length,
    };
  },
  explain: async (ask) => {
    const { answer } = await ask('explain', { first: 'Example Heron', second: 'T9001.001', limit: 3 });
    return {
      reasons: answer.explanations.map(({ fact, status, proofCount, proofs }) =>
        expect.objectContaining({
          fact: fact.sentence,
          status,
          proofs: proofCount,
          steps: proofs.map((proof) =>
            expect.arrayContaining([expect.objectContaining({ depth: 0, fact: proof.fact.sentence })]),
          ),
        }),
      ),
    };
  },
  get_technique: async (ask) => {
    const { answer } = await ask('technique', { technique: 'T9001.001', all: true });
    const { direct, derived, groups, place } = answer.rarity;
    return {
      rarity: expect.objectContaining({ reported: direct, derived, groups, place }),
      total: direct + derived,
      users: [...answer.groups.newest, ...answer.derived.newest].map(({ thing }) =>
        expect.objectContaining({ group: expect.objectContaining({ id: thing.label || thing.id }) }),
      ),
      mitigations: answer.mitigations.map(({ defence }) =>
        expect.objectContaining({ defence: expect.objectContaining({ id: defence.label }) }),
      ),
      platforms: answer.platforms,
    };
  },
  compare_groups: async (ask) => {
    const { answer } = await ask('compare', { groups: ['G9001', 'G9002'] });
    const shared = answer.sharedBy.filter(({ groups }) => groups > 1).flatMap(({ techniques }) => techniques);
    return {
      groups: answer.groups.map(({ group, techniques }) =>
        expect.objectContaining({ group: expect.objectContaining({ id: group.label }), techniques }),
      ),
      total: shared.length,
      shared: shared.map(({ label }) =>
        expect.objectContaining({
          technique: expect.objectContaining({ id: label }),
          why: [`foeprint://why/G9001~${label}`, `foeprint://why/G9002~${label}`],
        }),
      ),
      pairs: answer.pairs.map(({ shared: both, jaccard, rarity, expected }) =>
        expect.objectContaining({ shared: both, jaccard, rarity, expected_by_chance: expected }),
      ),
    };
  },
  rank_threats: async (ask) => {
    const organisation = { ...NOBODY, sectors: ['telecommunications'], countries: ['LU'] };
    const { answer } = await ask('threats', { organisation, top: 1000 });
    const groups = [...answer.groups, ...answer.dormant];
    return {
      total: groups.length,
      highest: answer.highest,
      groups: groups.slice(0, 20).map(({ rank, group, score, factors }) =>
        expect.objectContaining({
          rank,
          group: expect.objectContaining({ id: group.label || group.id }),
          score,
          factors: factors.map(({ factor, contribution }) =>
            expect.objectContaining({ factor, adds: contribution }),
          ),
        }),
      ),
    };
  },
  triage_techniques: async (ask) => {
    const { answer } = await ask('triage', {
      incident: { techniques: ['T9001', 'T9001.001', 'T9002', 'T9003'] },
      top: 1000,
      all: true,
    });
    return {
      outcome: answer.outcome,
      none_of_these: answer.notListed,
      total: answer.candidates.length,
      candidates: answer.candidates.slice(0, 20).map(({ group, probability, score }) =>
        expect.objectContaining({
          group: expect.objectContaining({ id: group.label || group.id }),
          probability,
          score,
        }),
      ),
      seen: answer.techniques.map(({ technique }) => expect.objectContaining({ id: technique.label })),
    };
  },
  extract_techniques: async (ask) => {
    const text = 'Example Heron (G9001) sent a letter (T9001.001).';
    const report = { title: 'One', kind: 'vendor-report', format: 'a text', text, mentions: [] } as const;
    const { answer } = await ask('report-extract', { report });
    return {
      total: answer.suggestions.length,
      to_accept: answer.counts.accept,
      groups: [expect.objectContaining({ id: 'G9001' })],
      suggestions: answer.suggestions.map(({ relation, object, tier }) =>
        expect.objectContaining({ relation, tier, object: expect.objectContaining({ id: object.label }) }),
      ),
    };
  },
  coverage_gaps: async (ask) => {
    const { answer } = await ask('coverage-gaps', { groups: ['G9001'], limit: 1000 });
    return {
      total: answer.of,
      covered: answer.share,
      techniques: answer.counts.of,
      gaps: answer.gaps.slice(0, 20).map(({ technique, stage, weight }) =>
        expect.objectContaining({
          technique: expect.objectContaining({ id: technique.label }),
          stage,
          weight,
        }),
      ),
    };
  },
  plan_defences: async (ask) => {
    const { answer } = await ask('plan', { groups: ['G9001'], seconds: 0 });
    return {
      total: answer.lines.length,
      answered: answer.answered,
      bound: answer.bound,
      lines: answer.lines.map(({ order, kind, adds, together }) =>
        expect.objectContaining({ order, kind, adds, together }),
      ),
    };
  },
  diff_releases: async (ask) => {
    const { answer } = await ask('diff', { from: '0.9', to: '1.0', groups: ['G9001'] });
    const [technique] = answer.kinds.filter(({ kind }) => kind === 'technique');
    return {
      from_release: '0.9',
      to_release: '1.0',
      changes: expect.arrayContaining(
        (technique?.added ?? []).map(({ label }) =>
          expect.objectContaining({ change: 'added', thing: expect.objectContaining({ id: label }) }),
        ),
      ),
      groups: answer.groups.map(({ added, removed }) =>
        expect.objectContaining({ added_total: added.length, removed_total: removed.length }),
      ),
    };
  },
  sector_overlap: async (ask) => {
    const { answer } = await ask('sectors', { threshold: 0 });
    return {
      compared: answer.compared.map(({ id, sightings, techniques }) =>
        expect.objectContaining({ id, sightings, techniques }),
      ),
      pairs: answer.pairs.map(({ similarity, shared, expected }) =>
        expect.objectContaining({ similarity, shared, expected_by_chance: expected }),
      ),
    };
  },
  read_report: async (ask) => {
    const { answer } = await ask('report-show', { report: 'The raid of spring' });
    return {
      label: answer.label,
      total: answer.suggestions.length,
      decided: answer.counts.decided,
      suggestions: answer.suggestions.map(({ key, tier }) => expect.objectContaining({ key, tier })),
    };
  },
  export_artifact: async (ask) => {
    const { answer } = await ask('layer', { groups: ['G9001'] });
    return {
      kind: 'layer',
      address: 'foeprint://layer/G9001',
      parts: answer.layers.reduce((sum, { techniques }) => sum + techniques.length, 0),
    };
  },
};

/** An organisation of which nothing is known. */
const NOBODY = {
  name: 'the organisation asked about',
  sectors: [],
  countries: [],
  regions: [],
  platforms: [],
  products: [],
  motives: [],
  crownJewels: [],
  supplyChain: [],
  controls: { coverage: [], mitigations: [] },
  sightings: [],
};

test('every tool is compared', () => {
  expect(Object.keys(PASSED_ON).toSorted()).toEqual(TOOLS.map(({ name }) => name).toSorted());
});

describe.for(TOOLS)('$name', ({ name, example }) => {
  test('passes on what the library answers', async () => {
    const open = home.open();
    const client = await mcpClient(accessTo(async () => await Promise.resolve(open)));
    const result = await client.callTool({ name, arguments: example });
    expect(result.isError).toBeUndefined();
    const expected = await PASSED_ON[name]?.(async (useCase, question) => await open.ask(useCase, question));
    expect(Object.keys(expected ?? {}).length).toBeGreaterThan(0);
    expect(result.structuredContent).toMatchObject(expected ?? {});
  });
});

test('what is marked is found by those who may see it alone', async () => {
  const open = home.open();
  const found = async (clearance: 'clear' | undefined) => {
    const client = await mcpClient(accessTo(async () => await Promise.resolve(open), { clearance }));
    return await client.callTool({ name: 'find', arguments: { words: '"opened letters"' } });
  };
  const all = await found(undefined);
  expect(all.structuredContent).toMatchObject({ total: 1, tlp: 'TLP:AMBER' });
  expect(JSON.stringify(all)).toContain('The heron opened letters at 3 ferries.');
  const cleared = await found('clear');
  expect(cleared.structuredContent).toMatchObject({ total: 0, tlp: 'TLP:CLEAR' });
  expect(JSON.stringify(cleared)).not.toContain('ferries');
});
