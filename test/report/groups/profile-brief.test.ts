import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/index.ts';
import { profileDrawing } from '../../../src/draw/index.ts';
import { documentHtml, documentMarkdown, documentText, type Document } from '../../../src/render/index.ts';
import { documentPdf } from '../../../src/render/pdf/index.ts';
import { profileDocument } from '../../../src/report/index.ts';
import { PALETTE } from '../../../src/threat/index.ts';
import { groupProfile } from '../../../src/workbench/groups/profile.ts';
import { hasRealData } from '../../support/real-data.ts';
import { realDesk } from '../../support/real-home.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { idOf, labelled, use, value, type RawObject } from '../../support/world/build.ts';
import { DOOR, SHORE, VICTIMS, WHISPER } from '../../support/world/cast.ts';
import { worldDesk } from '../../support/world/desk.ts';

/** Lines of a terminal that a brief has at most, at 100 columns, without the notices that stand at the end of documents. */
const SCREEN = 40;

const NOTICES = [
  'Copyright 2015-2025, An Example Corporation, whose notice is as long as such notices are.',
  'Another.',
];

function briefOf(desk: Desk, name: string): Document {
  const { answer, notes = [] } = groupProfile(desk, name);
  const sources = desk.view.sources.map(({ id, name: called }) => ({ id, name: called }));
  const document = profileDocument(answer, { sources, isBrief: true });
  return {
    ...document,
    blocks: [...notes.map((content) => ({ kind: 'paragraph' as const, content })), ...document.blocks],
  };
}

function linesOf(document: Document): readonly string[] {
  return documentText(document).trimEnd().split('\n');
}

const GULL = idOf('intrusion-set', 301);
const gull = (fields: RawObject = {}): RawObject =>
  labelled('intrusion-set', 301, 'G0931', 'Grey Gull', fields);

/** Kinds of group that are known in different ways, and what the brief shows of each. */
const KINDS = [
  {
    kind: 'with everything',
    desk: worldDesk(
      [SHORE, VICTIMS],
      gull(),
      use(310, GULL, DOOR, 'Grey Gull walks in.', 'Gazette. (2025, May 4). A report.'),
    ),
    name: 'Wary Wolf',
    shown: [
      'Sectors attacked: telecommunications',
      'In: Luxembourg and France (suspected)',
      'Held to come from: Russia',
      'Not reported: motive',
      'Seen: 2015-01-09 to 2025-05-04; 2 dated reports, the newest of 2025-05-04',
      'Reports by year: 2015 ',
    ],
  },
  {
    kind: 'without dates',
    desk: worldDesk(
      [SHORE],
      gull(),
      use(310, GULL, DOOR, 'Grey Gull walks in.', 'Gazette. (n.d.). A report.'),
    ),
    name: 'Grey Gull',
    shown: ['Seen: nothing dates its activity', 'Techniques by tactic, most first: Getting In (1).'],
  },
  {
    kind: 'with one technique',
    desk: worldDesk(
      [SHORE],
      gull(),
      use(310, GULL, WHISPER, 'Grey Gull whispers.', 'Gazette. (2011). A report.'),
    ),
    name: 'Grey Gull',
    shown: ['1 technique:', 'mitigations for 0 of 1 technique;', 'the newest of 2011 (9 years ago)'],
  },
  {
    kind: 'without aliases and techniques',
    desk: worldDesk([SHORE], gull()),
    name: 'Grey Gull',
    shown: ['No source reports techniques of it.', 'Not reported: sector, country, origin or motive'],
  },
  {
    kind: 'only in a galaxy',
    desk: worldDesk([
      SHORE,
      {
        galaxy: [
          value(303, 'Sly Swan', {
            synonyms: ['Pond Prowler'],
            country: 'LU',
            'cfr-target-category': ['Energy'],
          }),
        ],
      },
    ]),
    name: 'Sly Swan',
    shown: ['Also called: Pond Prowler', 'Sectors attacked: energy', 'Held to come from: Luxembourg'],
  },
] as const;

describe.for(KINDS)('a group $kind', ({ desk, name, shown }) => {
  const brief = briefOf(desk, name);

  test('shows what is known and what is not', () => {
    const text = linesOf(brief).join(' ').replaceAll(/\s+/gu, ' ');
    for (const said of shown) expect(text).toContain(said);
    for (const form of [text, documentMarkdown(brief), documentHtml(brief)])
      expect(form).not.toMatch(/undefined|NaN|Infinity/u);
  });

  test('fits on a screen and on a sheet', async () => {
    expect(linesOf(brief).length).toBeLessThanOrEqual(SCREEN);
    expect((await readPdf(await documentPdf({ ...brief, notices: NOTICES }))).pages).toHaveLength(1);
  });

  test('stands at the beginning of the long form', () => {
    const { answer } = groupProfile(desk, name);
    const { blocks } = profileDocument(answer, { sources: [], isBrief: true });
    const long = profileDocument(answer, { sources: [] });
    expect(long.blocks.slice(0, blocks.length)).toEqual(blocks);
    expect(long.contentsAt).toBe(blocks.length);
  });
});

/** What scores high and few use. Names that differ in case and marks are one. */
test('the techniques that set a group apart, and its names folded', () => {
  const desk = worldDesk(
    [SHORE],
    gull({ aliases: ['Grey Gull', 'GREY-GULL', 'Bread Thief', 'bread thief', 'Pier Pest'] }),
    use(310, GULL, DOOR, 'Walks in.'),
  );
  const { distinctive, groupsInView } = groupProfile(desk, 'Hungry Heron').answer.brief;
  expect(groupsInView).toBe(4);
  expect(distinctive.map(({ technique, score, groups }) => [technique.label, score, groups])).toEqual([
    ['T9012.001', 90, 1],
    ['T9013', 60, 1],
    ['T9012.002', 60, 2],
    ['T9011', 90, 3],
  ]);
  expect(distinctive[0]?.weight).toBeCloseTo(90 * Math.log(5 / 2), 2);
  expect(groupProfile(desk, 'Grey Gull').answer.brief.names).toEqual([
    { name: 'Bread Thief', claimants: 1 },
    { name: 'Pier Pest', claimants: 1 },
  ]);
});

/** Whatever a group is called, however much is reported of it. */
test('a brief of any group fits on a screen', () => {
  const word = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 })
    .filter((text) => text.trim() !== '');
  const year = fc.integer({ min: 1990, max: 2025 });
  fc.assert(
    fc.property(
      word,
      fc.array(word, { maxLength: 40 }),
      fc.lorem({ maxCount: 120 }),
      fc.array(fc.tuple(fc.constantFrom(DOOR, WHISPER), fc.option(year)), { maxLength: 12 }),
      fc.array(fc.constantFrom('Luxembourg', 'France', 'Belgium', 'Germany', 'Japan', 'Chile', 'Peru'), {
        maxLength: 7,
      }),
      (name, aliases, description, uses, victims) => {
        const desk = worldDesk(
          [
            SHORE,
            {
              galaxy: [
                value(303, 'Sly Swan', { synonyms: ['G0931', ...aliases], 'cfr-suspected-victims': victims }),
              ],
            },
          ],
          labelled('intrusion-set', 301, 'G0931', name, { aliases: [name, ...aliases], description }),
          ...uses.map(([used, published], index) =>
            use(
              400 + index,
              GULL,
              used,
              'It does.',
              `Gazette. (${published ?? 'n.d.'}). A report with a long title.`,
            ),
          ),
        );
        const lines = linesOf(briefOf(desk, 'G0931'));
        expect(lines.length).toBeLessThanOrEqual(SCREEN);
        expect(lines.join('\n')).not.toMatch(/\bundefined\b|NaN/u);
      },
    ),
  );
});

describe.runIf(hasRealData)('real groups', () => {
  test('the brief of every group fits on a screen, of those with the most on a sheet', async () => {
    const desk = await realDesk({ galaxies: true });
    const { catalogue } = desk.view;
    const groups = catalogue.ofType(['intrusion-set']).filter((term) => !catalogue.isWithdrawn(term));
    const briefs = groups.map((term) => briefOf(desk, catalogue.label(term)));
    const byLength = briefs.toSorted((one, other) => linesOf(other).length - linesOf(one).length);
    expect(linesOf(byLength[0] ?? expect.fail()).length).toBeLessThanOrEqual(SCREEN);
    for (const brief of byLength.slice(0, 6))
      expect(
        (await readPdf(await documentPdf({ ...brief, notices: NOTICES }))).pages,
        brief.title,
      ).toHaveLength(1);
  });
});

test('the drawing has the colours of the palette, which turn dark with a page, and hatches what is derived', () => {
  const { svg } = profileDrawing(groupProfile(worldDesk([SHORE, VICTIMS]), 'Wary Wolf').answer);
  const used = new Set(svg.match(/#[\da-f]{6}\b/gu));
  const known = new Set<string>(Object.values(PALETTE).map(([light]) => light));
  expect([...used].filter((color) => !known.has(color))).toEqual([]);
  expect(svg).toContain('url(#fp-hatch)');
});
