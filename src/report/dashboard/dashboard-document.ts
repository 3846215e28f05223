import type { DashboardAnswer } from '../../answers/index.ts';
import { activityDrawing, trendDrawing } from '../../draw/index.ts';
import {
  code,
  heading,
  jump,
  keyNumbers,
  paragraph,
  strong,
  table,
  type Block,
  type Content,
  type Document,
  type Inline,
} from '../../render/index.ts';
import { count, groupDigits, percent } from '../../text/index.ts';
import { sayStage, stageAt } from '../../threat/index.ts';
import { numberColumn } from '../blocks.ts';
import { describeOrganisation } from '../threats/threats-document.ts';
import { citationLink, nameCell, thingNamed } from '../words.ts';

/** Titles of the lists, which the numbers above lead to. */
const LISTS = {
  activity: 'Who is active, and what of it is covered',
  trend: 'How coverage has come along',
  gaps: 'What is missing first',
  recent: 'New since the last audit',
  seen: 'Seen in the sector',
  changes: 'What changed',
} as const;

/** Techniques of a list shown before the rest is only counted; all in tables. */
const MOST = 12;

/** Names in a row of what changed, which is to be one line. */
const NAMED = 6;

/** Threats and defences of an organisation at a glance: what it comes to, the pictures, then the lists that every number is from. */
export function dashboardDocument(answer: DashboardAnswer): Document {
  const { organisation, asOf } = answer;
  return {
    title: `Threats and defences: ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. As of ${asOf}. ${sayInShort(answer)}`,
    hasContents: false,
    isWide: true,
    blocks: [
      figures(answer),
      heading(2, LISTS.activity),
      { kind: 'figure', drawing: activityDrawing(answer), caption: sayActivity(answer) },
      ...trendBlocks(answer),
      ...gapBlocks(answer),
      ...changesBlocks(answer),
      ...recentBlocks(answer),
      ...seenBlocks(answer),
      {
        kind: 'paragraph',
        content: [...moreGaps(answer), ...nothingRecent(answer)].concat(
          'Each number above leads to its list. Why a group counts says ',
          code('foeprint threats --org FILE --explain GROUP'),
          ', why a technique is to be expected ',
          code('foeprint expect --org FILE --explain ID'),
          ', and what its coverage rests on ',
          code('foeprint coverage show --org FILE'),
          '.',
        ),
      },
    ],
  };
}

/** The one sentence that answers the question of the page. */
function sayInShort({ counts, share, activity, cheap, gapsOf }: DashboardAnswer): string {
  return `Of ${count(counts.of, 'technique')} to expect from the ${count(activity.length, 'group')} first in the ranking, detection is deployed for ${percent(share)} of what counts; ${count(gapsOf, 'gap')} ${gapsOf === 1 ? 'is' : 'are'} left, of which ${groupDigits(cheap)} ${cheap === 1 ? 'is' : 'are'} cheap to win.`;
}

/** What it comes to in numbers, each leading to its list. */
function figures(answer: DashboardAnswer): Block {
  const { counts, share, knownShare, activity, groupsInView, gapsOf, cheap, recent, since, seen, changes } =
    answer;
  const rows: (readonly [number: string, what: string, list: keyof typeof LISTS | undefined])[] = [
    [groupDigits(activity.length), `groups that count, of ${groupDigits(groupsInView)} in view`, 'activity'],
    [groupDigits(counts.of), 'techniques to expect from them', 'activity'],
    [percent(share), 'of the expectation deployed or tested', answer.trend.length > 0 ? 'trend' : 'gaps'],
    [percent(knownShare), 'with logs, a rule or more', answer.trend.length > 0 ? 'trend' : 'gaps'],
    [groupDigits(gapsOf), 'gaps', 'gaps'],
    [groupDigits(cheap), 'of them with logs at hand: cheap to win', 'gaps'],
  ];
  if (since !== undefined)
    rows.push([
      groupDigits(recent.length),
      `new uses reported since the audit of ${since}`,
      recent.length === 0 ? undefined : 'recent',
    ]);
  if (seen.length > 0) rows.push([groupDigits(seen.length), 'techniques seen most in the sector', 'seen']);
  if (changes !== undefined)
    rows.push([
      sayDifference(changes.difference),
      `points deployed or tested since ${changes.asOf}`,
      'changes',
    ]);
  return keyNumbers(
    rows.map(([number, what, to]) => ({ number: to === undefined ? number : jump(number, LISTS[to]), what })),
  );
}

function sayDifference(difference: number): string {
  const points = (difference * 100).toFixed(1);
  return `${difference >= 0 ? '+' : ''}${points.replace('-', '−')}`;
}

function sayActivity({ activity }: DashboardAnswer): Content {
  const first = activity[0];
  return first === undefined
    ? 'No group is documented against organisations like this one.'
    : `The ${count(activity.length, 'group')} that count, by rank; ${nameCell(first.group)} counts for ${percent(first.share)}. Number and shade: techniques that the group uses; gauge: the share of them that is covered.`;
}

function trendBlocks(answer: DashboardAnswer): readonly Block[] {
  const { trend, trendBy, share } = answer;
  if (trend.length === 0) return [];
  const [first] = trend;
  const last = trend.at(-1);
  return [
    heading(2, LISTS.trend),
    {
      kind: 'figure',
      drawing: trendDrawing(answer),
      caption: `From ${percent(first?.share ?? 0)} (${first?.label ?? ''}) to ${percent(last?.share ?? 0)} (${last?.label ?? ''}) deployed or tested, by what is kept${trendBy === 'release' ? '' : `; today, with files of org.yaml, ${percent(share)}`}.`,
    },
  ];
}

function gapBlocks({ gaps }: DashboardAnswer): readonly Block[] {
  if (gaps.length === 0) return [];
  return [
    heading(2, LISTS.gaps),
    table(
      ['Technique', numberColumn('Expected'), 'Level', 'What is next', numberColumn('Groups')],
      gaps.map(({ coverage, usedBy }) => [
        thingNamed(coverage.technique),
        percent(coverage.weight),
        sayStage(coverage.stage),
        `${coverage.logsAtHand ? 'Cheap to win. ' : ''}${coverage.reasons.at(-1)?.sentence ?? ''}`,
        groupDigits(usedBy.length),
      ]),
    ),
  ];
}

function nothingRecent({ recent, since }: DashboardAnswer): readonly Inline[] {
  return since !== undefined && recent.length === 0
    ? [`Nothing new was reported of these groups since ${since}. `]
    : [];
}

function moreGaps({ gaps, gapsOf }: DashboardAnswer): readonly Inline[] {
  return gaps.length < gapsOf
    ? [`${groupDigits(gapsOf - gaps.length)} more gaps are listed with `, code(`--limit ${gapsOf}`), '. ']
    : [];
}

function recentBlocks({ recent, since }: DashboardAnswer): readonly Block[] {
  if (since === undefined || recent.length === 0) return [];
  return [
    heading(2, LISTS.recent),
    paragraph(
      `First reported of a group that counts after ${since}; ${count(recent.length, 'use')}, the newest first.`,
    ),
    table(
      ['Reported', 'Technique', 'Group', 'Level', 'Document'],
      recent
        .slice(0, MOST)
        .map(({ technique, group, date, level, citation }) => [
          date,
          thingNamed(technique),
          nameCell(group),
          sayStage(stageAt(level)),
          citationLink(citation),
        ]),
    ),
    ...(recent.length > MOST
      ? [paragraph(`${groupDigits(recent.length - MOST)} more with --json and in tables.`)]
      : []),
  ];
}

function seenBlocks({ seen }: DashboardAnswer): readonly Block[] {
  if (seen.length === 0) return [];
  return [
    heading(2, LISTS.seen),
    table(
      [
        'Technique',
        numberColumn('Sightings in the sector'),
        numberColumn('Share'),
        numberColumn('Organisations'),
        numberColumn('Own'),
        numberColumn('Own share'),
        'Level',
      ],
      seen.map(({ technique, seen: { sector, sectorShare, organisations, own, ownShare }, level }) => [
        thingNamed(technique),
        groupDigits(sector),
        percent(sectorShare),
        groupDigits(organisations),
        groupDigits(own),
        percent(ownShare),
        sayStage(stageAt(level)),
      ]),
    ),
  ];
}

function changesBlocks({ changes, share }: DashboardAnswer): readonly Block[] {
  if (changes === undefined) return [];
  const { asOf, shareBefore, joined, left, risen, fallen, expected, gone } = changes;
  const said: readonly (readonly [string, readonly string[]])[] = [
    ['Groups, new', joined],
    ['Groups, gone', left],
    ['Covered better', risen.map(({ technique, before, now }) => `${technique} ${before} → ${now}`)],
    ['Covered worse', fallen.map(({ technique, before, now }) => `${technique} ${before} → ${now}`)],
    ['Expected, new', expected],
    ['Expected, gone', gone],
  ];
  const held = said.filter(([, which]) => which.length > 0);
  return [
    heading(2, LISTS.changes),
    paragraph(
      `Since ${asOf}: ${percent(shareBefore)} was deployed or tested, `,
      strong(`now ${percent(share)}`),
      '.',
    ),
    held.length === 0
      ? paragraph('No group and no level of a technique is another than it was.')
      : table(
          ['What', numberColumn('Count'), 'Which'],
          held.map(([what, which]) => [what, groupDigits(which.length), shortList(which)]),
        ),
  ];
}

function shortList(items: readonly string[]): string {
  const shown = items.slice(0, NAMED).join(', ');
  return items.length > NAMED ? `${shown} and ${items.length - NAMED} more` : shown;
}
