import { expect, test } from 'vitest';
import type { Explanation } from '../../web/src/api/answers.ts';
import { connected, derivationGraph } from '../../web/src/marks/derivation-graph.ts';
import { drawnProofs } from '../../web/src/marks/proof-graph.ts';
import { matching } from '../../web/src/words/matching.ts';
import { placeOf } from '../../web/src/words/places.ts';
import { plainSentence } from '../../web/src/words/plain-sentence.ts';
import { hostOf } from '../../web/src/words/publisher.ts';
import { sayWhy } from '../../web/src/words/say-why.ts';

type Proof = Explanation['proofs'][number];

const FERRY = fact('Low Tide', 'uses', 'Ferry');
const ANCHOR = fact('Ferry', 'uses', 'Anchor');
const ASKED = fact('Low Tide', 'indirectly uses', 'Anchor');
const DERIVED: Proof = {
  kind: 'derived',
  fact: ASKED,
  rule: { name: 'through-software', sentence: '', weight: 0.6, checks: [] },
  premises: [reported(FERRY, 2), reported(ANCHOR, 0)],
};

test('a derived fact is said with what it follows from, how many proofs it has and what the best holds', () => {
  expect(
    said({ status: 'derived', proofs: [DERIVED], proofCount: '3', countIsExact: true, fact: ASKED }),
  ).toBe(
    'No source reports it of Low Tide itself. It follows because of Ferry. 3 proofs, the best holds 60 %.',
  );
  expect(
    said({
      status: 'derived',
      proofs: [DERIVED],
      proofCount: '90071992547409931',
      countIsExact: false,
      fact: ASKED,
    }),
  ).toContain('At least 90,071,992,547,409,931 proofs');
});

test('a reported fact is said with who reports it and how many documents are cited', () => {
  const proof = reported(FERRY, 2);
  expect(
    said({ status: 'reported', proofs: [proof], proofCount: '1', countIsExact: true, fact: FERRY }),
  ).toBe('Harbour Log reports it, citing 2 documents.');
  expect(
    said({
      status: 'reported and derived',
      proofs: [reported(ASKED, 0), DERIVED],
      proofCount: '2',
      countIsExact: true,
      fact: ASKED,
    }),
  ).toBe(
    'Harbour Log reports it, without citing a document. It follows because of Ferry. 1 proof, the best holds 60 %.',
  );
});

test('what is not known is not said to be no', () => {
  expect(said({ status: 'unknown', proofs: [], proofCount: '0', countIsExact: true, fact: ASKED })).toBe(
    'No source reports that Low Tide indirectly uses Anchor, and no rule derives it.',
  );
});

test('all proofs are one graph: each fact once, the asked one on the left, nothing over anything else', () => {
  const through = (name: string): Proof => ({
    kind: 'derived',
    fact: ASKED,
    rule: { name: 'through-software', sentence: '', weight: 0.6, checks: [] },
    premises: [reported(fact('Low Tide', 'uses', name), 1), reported(fact(name, 'uses', 'Anchor'), 0)],
  });
  const deep: Proof = {
    kind: 'derived',
    fact: ASKED,
    rule: { name: 'by-alliance', sentence: '', weight: 1, checks: [] },
    premises: [DERIVED, reported(fact('Low Tide', 'is', 'Ebb'), 0)],
  };
  const graph = derivationGraph({ fact: ASKED, proofs: [DERIVED, DERIVED, through('Barge')] });
  expect(graph.rules).toHaveLength(2);
  expect(graph.facts.map(({ kind }) => kind).toSorted()).toEqual([
    'asked',
    'reported',
    'reported',
    'reported',
    'reported',
  ]);
  const asked = graph.facts.find(({ kind }) => kind === 'asked');
  for (const box of [...graph.facts, ...graph.rules]) {
    if (box !== asked) expect(box.x).toBeGreaterThan((asked?.x ?? 0) + (asked?.width ?? 0));
    expect(box.x + box.width).toBeLessThanOrEqual(graph.width);
    expect(box.y + box.height).toBeLessThanOrEqual(graph.height);
    for (const other of [...graph.facts, ...graph.rules])
      expect(
        other === box ||
          other.x >= box.x + box.width ||
          box.x >= other.x + other.width ||
          other.y >= box.y + box.height ||
          box.y >= other.y + other.height,
      ).toBe(true);
  }
  const barge = graph.facts.find(({ sentence }) => sentence === 'Low Tide uses Barge');
  const lit = connected(graph.edges, barge?.key ?? '');
  expect(
    graph.facts
      .filter(({ key }) => lit.has(key))
      .map(({ sentence }) => sentence)
      .toSorted(),
  ).toEqual(['Low Tide indirectly uses Anchor', 'Low Tide uses Barge']);
  // What was asked about may be a premise of its own proof without the graph going on for ever.
  expect(derivationGraph({ fact: ASKED, proofs: [deep] }).rules).toHaveLength(2);
});

test('at most so many derivations are drawn, and those left out are counted', () => {
  const proofs = Array.from({ length: 9 }, (_, index): Proof => {
    const name = `Boat ${index}`;
    return {
      kind: 'derived',
      fact: ASKED,
      rule: { name: 'through-software', sentence: '', weight: 0.6, checks: [] },
      premises: [reported(fact('Low Tide', 'uses', name), 1), reported(fact(name, 'uses', 'Anchor'), 0)],
    };
  });
  const { rules, left } = derivationGraph({ fact: ASKED, proofs }, 4);
  expect([rules.length, left]).toEqual([4, 5]);
  expect(derivationGraph({ fact: ASKED, proofs: [reported(ASKED, 1)] }).rules).toEqual([]);
});

test('a proof is drawn within its picture, reported facts on the ground', () => {
  const drawn = drawnProofs({ status: 'derived', fact: ASKED, proofs: [DERIVED, DERIVED, DERIVED] });
  expect(drawn.rules.map(({ words }) => words)).toEqual([
    'through-software · 60 %',
    'through-software · 60 %',
  ]);
  expect(drawn.facts.map(({ kind }) => kind)).toEqual([
    'asked',
    'reported',
    'reported',
    'reported',
    'reported',
  ]);
  for (const { x, y, width, height } of [...drawn.facts, ...drawn.rules]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(drawn.width + 0.01);
    expect(y + height).toBeLessThanOrEqual(drawn.ground ?? 0);
  }
});

test('a fact that is only reported has no graph', () => {
  expect(drawnProofs({ status: 'reported', fact: FERRY, proofs: [reported(FERRY, 1)] })).toMatchObject({
    rules: [],
    edges: [],
  });
});

test.for([
  ['[Ferry](https://x.example/S1) can float.(Citation: Log 2020)', 'Ferry can float.'],
  ['Runs <code>ls</code> and `pwd`.', 'Runs ls and pwd.'],
  ['<script>alert(1)</script> stays text', '<script>alert(1)</script> stays text'],
] as const)('%s is read as “%s”', ([sentence, expected]) => {
  expect(plainSentence(sentence)).toBe(expected);
});

test.for([
  ['https://www.Example.org:8443/a?b', 'example.org'],
  ['https://web.archive.org/web/2020/https://a.example', 'web archive'],
  ['not an address', ''],
] as const)('%s is published by “%s”', ([url, expected]) => {
  expect(hostOf(url)).toBe(expected);
});

test('search or jump: the thing itself, then what begins so, then aliases, then what has it within', () => {
  const things = [
    { name: 'Putter Panda', id: 'G0024', aliases: ['APT2'] },
    { name: 'APT29', id: 'G0016', aliases: ['Cozy Bear'] },
    { name: 'Low Tide', id: 'G1', aliases: ['The Apt Twos'] },
  ];
  expect(matching('apt 2', things).map(({ name }) => name)).toEqual(['Putter Panda', 'APT29']);
  expect(matching('g0016', things).map(({ name }) => name)).toEqual(['APT29']);
  expect(matching('ozyb', things).map(({ name }) => name)).toEqual(['APT29']);
  expect(matching(' - ', things)).toEqual([]);
});

test('things have their page by id, and by STIX id where they have no other', () => {
  expect(placeOf({ type: 'attack-pattern', label: 'T1', id: 'attack-pattern--1' })?.to).toBe(
    '/techniques/T1',
  );
  expect(placeOf({ type: 'threat-actor', label: '', id: 'threat-actor--1' })?.to).toBe(
    '/groups/threat-actor--1',
  );
  expect(placeOf({ type: 'identity', label: '', id: 'identity--1' })).toBeUndefined();
});

function said(explanation: Parameters<typeof sayWhy>[0]): string {
  return sayWhy(explanation)
    .map((part) => (typeof part === 'string' ? part : part.strong))
    .join('');
}

function fact(first: string, relation: string, second: string): Proof['fact'] {
  const mention = (name: string) => ({ id: name, type: 'x', name, label: '' });
  const sentence = `${first} ${relation} ${second}`;
  return { key: sentence, relation, terms: [mention(first), mention(second)], sentence };
}

function reported(of: Proof['fact'], documents: number): Extract<Proof, { readonly kind: 'reported' }> {
  return {
    kind: 'reported',
    fact: of,
    evidence: [
      {
        source: { id: 'log@1', name: 'Harbour Log' },
        reportedIn: 'relationship--1',
        sentence: '',
        citations: Array.from({ length: documents }, (_, index) => ({ name: `Document ${index}` })),
        markings: [],
      },
    ],
  };
}
