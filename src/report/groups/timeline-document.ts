import type { AuditGaps, TimelineAnswer, TimelineEntry } from '../../answers/index.ts';
import { bullets, details, figure, heading, item, paragraph, quote, table } from '../../render/index.ts';
import type { Block, Document, ListItem, Inline } from '../../render/index.ts';
import { timelineSvg, describeChart, describeTimeline } from '../../draw/index.ts';
import { sayKnown, sayMention } from '../../answers/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { citationLink, dayOf, stressed, thingNamed } from '../words.ts';
import { saySeen } from './say-seen.ts';

/** A timeline as a report with its chart. */
export function timelineDocument(timeline: TimelineAnswer): Document {
  const { group, years, audit } = timeline;
  const first = [
    ...(timeline.seen.length === 0 ? [] : [paragraph(saySeen(timeline.seen))]),
    ...(audit === undefined ? [] : auditBlocks(audit)),
    chart(timeline),
  ];
  return {
    title: `How ${sayMention(group)} evolved`,
    lead: describeTimeline(timeline),
    contentsAt: first.length,
    blocks: [
      ...first,
      ...campaigns(timeline),
      ...years.flatMap(({ year, entries }) => [heading(2, year), bullets(entries.map(entryItem))]),
      ...undatedBlocks(timeline),
      heading(2, 'How to read this'),
      paragraph(
        'A technique stands in the year of the oldest document cited for it: it was known from then on, and may have been used long before. ' +
          'Implications compare with what was known at the time; undated techniques count as known before all others.',
      ),
    ],
  };
}

function chart(timeline: TimelineAnswer): Block {
  if (timeline.years.length === 0) return paragraph('Nothing dated is known.');
  return figure(
    { svg: timelineSvg(timeline), description: describeChart(timeline) },
    'Techniques by the year in which they were first reported.',
  );
}

function auditBlocks({ since, gaps }: AuditGaps): readonly Block[] {
  const title = heading(2, `Control gaps since ${since}`);
  if (gaps.length === 0) return [title, paragraph('None: nothing newly reported lacks a control.')];
  return [
    title,
    table(
      [numberColumn('Rank'), 'Technique', 'Reported', 'Gaps', numberColumn('Score'), numberColumn('Groups')],
      gaps.map(({ rank, entry, gaps: open, groups }) => [
        String(rank),
        thingNamed(entry.technique),
        entry.reported?.date ?? '',
        open.map(({ label }) => label).join('; '),
        String(entry.score),
        String(groups),
      ]),
    ),
  ];
}

function campaigns({ campaigns: attributed }: TimelineAnswer): readonly Block[] {
  return tableSection(
    'Campaigns attributed to it',
    ['Campaign', 'First seen', 'Last seen'],
    attributed.map((each) => [thingNamed(each.campaign), dayOf(each.firstSeen), dayOf(each.lastSeen)]),
  );
}

function undatedBlocks({ undated }: TimelineAnswer): readonly Block[] {
  if (undated.length === 0) return [];
  return [
    heading(2, 'Not dated'),
    details(`${count(undated.length, 'technique')} without a dated report`, bullets(undated.map(entryItem))),
  ];
}

function entryItem(entry: TimelineEntry): ListItem {
  const head: readonly Inline[] = [
    ...stressed(thingNamed(entry.technique)),
    ` — ${[entry.reported?.date ?? 'not dated', `score ${entry.score}`, sayKnown(entry)].join(', ')}`,
    ...(entry.citation === undefined ? [] : [', ', citationLink(entry.citation)]),
  ];
  const notes = [...entry.implications.map(({ label }) => label), ...otherTimes(entry)];
  return item(
    head,
    ...(entry.sentence === '' ? [] : [quote(paragraph(entry.sentence))]),
    ...(notes.length === 0 ? [] : [bullets(notes)]),
  );
}

/** The two other times, which are kept apart from the report. */
function otherTimes({ campaigns: used, addedIn }: TimelineEntry): readonly string[] {
  return [
    ...used.map(
      ({ campaign, firstSeen }) =>
        `Used in ${campaign.name}${firstSeen === undefined ? '' : `, first seen ${dayOf(firstSeen)}`}`,
    ),
    ...(addedIn === undefined
      ? []
      : [`In ATT&CK since ${addedIn.release}${addedIn.orEarlier ? ' or an earlier release' : ''}`]),
  ];
}
