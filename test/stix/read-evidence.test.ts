import { expect, test } from 'vitest';
import type { Source } from '../../src/facts/index.ts';
import { readEvidence } from '../../src/stix/index.ts';
import { idOf, labelled, relationship } from '../support/world/build.ts';
import { DIGGING, WEASEL } from '../support/world/cast.ts';

const SOURCE: Source = {
  id: 'enterprise-attack@1.0',
  kind: 'attack',
  name: 'Enterprise ATT&CK 1.0',
  location: 'x',
  sha256: '',
  bytes: 0,
  statements: [],
  loadedAt: '2026-01-01T00:00:00.000Z',
  objects: 1,
};

const GAZETTE = {
  source_name: 'Farm Gazette Jun 2020',
  description: 'Hen, A. (2020, June 17). The Weasel Returns. Retrieved July 1, 2021.',
  url: 'https://gazette.example/weasel',
};
const ALMANAC = { source_name: 'Almanac', description: 'Almanac. (n.d.). Pests. Retrieved May 4, 2019.' };

test('a relationship gives its sentence and the documents that it cites', () => {
  const raw = relationship(1, WEASEL, 'uses', DIGGING, {
    description:
      '[Wily Weasel](https://attack.example/G0901) has dug at night.(Citation: Farm Gazette Jun 2020)(Citation: Lost)',
    external_references: [ALMANAC, GAZETTE],
    object_marking_refs: [idOf('marking-definition', 1)],
  });
  expect(readEvidence({ id: idOf('relationship', 1), raw, sources: [SOURCE] })).toEqual({
    source: SOURCE,
    reportedIn: idOf('relationship', 1),
    sentence: 'Wily Weasel has dug at night.',
    citations: [
      {
        name: 'Farm Gazette Jun 2020',
        description: GAZETTE.description,
        url: GAZETTE.url,
        published: '2020-06-17',
      },
      { name: 'Lost' },
    ],
    created: '2020-01-01T00:00:00.000Z',
    modified: '2020-01-01T00:00:00.000Z',
    markings: [idOf('marking-definition', 1)],
  });
});

test.for([
  ['related uses: 0a1b2c3d-0000-4000-8000-000000000001', ''],
  ['related uses: a boat', 'related uses: a boat'],
] as const)('what reports by a reference alone has no sentence: %s', ([description, sentence]) => {
  const raw = { type: 'x-foeprint-claim', id: idOf('x-foeprint-claim', 1), description };
  expect(readEvidence({ id: idOf('x-foeprint-claim', 1), raw, sources: [SOURCE] }).sentence).toBe(sentence);
});

test('where the text cites nothing, every reference counts but the ATT&CK page', () => {
  const raw = labelled('campaign', 8, 'C9001', 'Night Raid', {
    external_references: [{ source_name: 'mitre-attack', external_id: 'C9001' }, ALMANAC],
    first_seen: '2021-02-03T00:00:00Z',
    last_seen: 'soon',
    revoked: true,
  });
  expect(readEvidence({ id: idOf('campaign', 8), raw, sources: [SOURCE] })).toMatchObject({
    sentence: '',
    citations: [{ name: 'Almanac', description: ALMANAC.description }],
    firstSeen: '2021-02-03T00:00:00Z',
    withdrawn: 'revoked',
  });
});

test('the dates of a campaign have documents of their own', () => {
  const raw = labelled('campaign', 8, 'C9001', 'Night Raid', {
    external_references: [ALMANAC, GAZETTE],
    x_mitre_first_seen_citation: '(Citation: Almanac)',
  });
  expect(
    readEvidence({ id: idOf('campaign', 8), raw, sources: [SOURCE] }).citations.map(({ name }) => name),
  ).toEqual(['Almanac']);
});
