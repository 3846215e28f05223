import { expect, test } from 'vitest';
import { findReport } from '../../../src/workbench/index.ts';
import type { KeptReport } from '../../../src/threat/index.ts';

function report(id: string, title: string): KeptReport {
  return {
    id: id.padEnd(64, '0'),
    title,
    kind: 'feed',
    format: 'a web page',
    location: 'https://lantern.example/',
    addedAt: '2026-02-01T10:00:00.000Z',
    references: [],
    text: 'Words.',
    mentions: [],
    decisions: [],
  };
}

const REPORTS = [
  report('1a2b3c4d5e', 'Heron at the harbour'),
  report('1a2b3c4d6f', 'Heron at sea'),
  report('beef00', 'cafe'),
  report('cafe00', 'Twice'),
  report('f00d00', 'Twice'),
];

test.for([
  ['REP-BEEF0000', 'cafe'],
  ['rep-beef0000', 'cafe'],
  ['REP-1A2B3C4D5', 'Heron at the harbour'],
  ['1a2b3c4d6f', 'Heron at sea'],
  [' F00D ', 'Twice'],
  ['Heron at sea', 'Heron at sea'],
])('“%s” is “%s”', ([asked = '', title]) => {
  expect(findReport(REPORTS, asked).title).toBe(title);
});

test.for([
  ['nothing of the kind', 'No report is called “nothing of the kind”.', /`foeprint report list`/u],
  ['bee', 'No report is called “bee”.', /report list/u],
  ['', 'No report is called “”.', /report list/u],
  ['Heron at see', 'No report is called “Heron at see”.', /^Did you mean REP-1A2B3C4D “Heron at sea”\?$/u],
  ['REP-CAFF0000', 'No report is called “REP-CAFF0000”.', /^Did you mean REP-CAFE0000 “Twice”\?$/u],
  ['heron', 'No report is called “heron”.', /harbour”, or REP-1A2B3C4D “Heron at sea”\?$/u],
  [
    'REP-1A2B3C4D',
    '2 reports are called “REP-1A2B3C4D”.',
    /^Name one: REP-1A2B3C4D “Heron at the harbour”; /u,
  ],
  ['Twice', '2 reports are called “Twice”.', /^Name one: REP-CAFE0000 “Twice”; REP-F00D0000 “Twice”\.$/u],
  ['cafe', '2 reports are called “cafe”.', /REP-BEEF0000/u],
] as const)('“%s” is refused: %s', ([asked, message, hint]) => {
  expect(() => findReport(REPORTS, asked)).toThrow(
    expect.objectContaining({
      code: 'W780',
      issues: [expect.objectContaining({ message, hint: expect.stringMatching(hint) })],
    }),
  );
});
