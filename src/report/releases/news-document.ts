import {
  sayMention,
  type CoverageMove,
  type GapNews,
  type GroupNews,
  type NewsAnswer,
  type RunChanges,
} from '../../answers/index.ts';
import {
  bullets,
  code,
  heading,
  paragraph,
  strong,
  table,
  type Block,
  type Content,
  type Document,
  type Inline,
} from '../../render/index.ts';
import { count, percent } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { orderBlocks, sayKnowledge, sayWhy, versionBlocks } from '../playbook/changes-section.ts';
import { citationLink, inARow, listed, stressed, thingMentioned, thingNamed } from '../words.ts';
import { groupBlocks } from './diff-document.ts';

/** Lines where not everything is asked for. */
const LINES = 10;

/** Of these about groups that moved among the first, and about gaps. */
const MOVED = 4;

/** Things named in a line. */
const NAMED = 3;

/** Characters of a sentence that is quoted in a line. */
const QUOTED = 110;

/** What changed: in ten lines, or at length. */
export function newsDocument(news: NewsAnswer, isAll: boolean): Document {
  const lines = linesOf(news);
  if (lines.length === 0) return { title: TITLE, lead: `Nothing is new. ${sayCompared(news)}`, blocks: [] };
  const short = [
    bullets(lines.slice(0, LINES)),
    ...(lines.length > LINES && !isAll
      ? [paragraph(`And ${lines.length - LINES} more, with `, code('--all'), '.')]
      : []),
  ];
  return {
    title: TITLE,
    lead: sayCompared(news),
    contentsAt: short.length,
    blocks: [...short, ...(isAll ? atLength(news) : [])],
  };
}

const TITLE = 'What is new';

const COMPARED: Readonly<Record<NewsAnswer['comparedWith'], (since: string) => string>> = {
  loaded: (since) => `Compared with what was loaded before ${since}`,
  published: (since) => `Nothing was loaded before ${since}: compared with what was published by then`,
  releases: () => 'No day was given: compared with the release before of each series',
  run: (since) => `Compared with the run of ${since}`,
};

function sayCompared({ comparedWith, since, before, organisation, lookedAt }: NewsAnswer): string {
  const releases = before
    .filter(({ series }) => series?.endsWith('-attack') === true)
    .map(({ name }) => name);
  const forWhom = organisation === '' ? '' : ` For ${organisation}.`;
  const named = releases.length === 0 ? '' : ` (${listed(releases)})`;
  return `${COMPARED[comparedWith](since)}${named}.${forWhom} ${count(lookedAt, 'group')} looked at.`;
}

/** Everything that is new, a line for each, what matters most first. */
function linesOf(news: NewsAnswer): readonly Content[] {
  const moved = rankingLines(news.ranking);
  return [
    ...knowledgeLine(news),
    ...(news.comparedWith === 'run' ? settingLines(news.ranking) : []),
    ...moved.slice(0, MOVED),
    ...gapLines(news.gaps),
    ...news.groups.map(groupLine),
    ...moved.slice(MOVED),
  ];
}

function knowledgeLine({ knowledge }: NewsAnswer): readonly Content[] {
  if (knowledge.length === 0) return [];
  return [[strong('Knowledge: '), firstOf(knowledge.map(sayKnowledge), '; ')]];
}

function rankingLines(ranking: RunChanges | undefined): readonly Content[] {
  if (ranking === undefined) return [];
  const { groups, top } = ranking;
  const order = ['entered', 'left', 'moved'];
  const sorted = groups.toSorted(
    (one, other) =>
      order.indexOf(one.change) - order.indexOf(other.change) ||
      Math.abs((other.from ?? 0) - (other.to ?? 0)) - Math.abs((one.from ?? 0) - (one.to ?? 0)),
  );
  return sorted.map((change): Content => {
    const place = `${change.from ?? 'not in view'} → ${change.to ?? 'not in view'}`;
    const how = { entered: `enters the first ${top}`, left: `leaves the first ${top}`, moved: 'moves' }[
      change.change
    ];
    return [...stressed(thingMentioned(change.group)), ` ${how} (${place}): ${shortened(sayWhy(change))}`];
  });
}

function settingLines(ranking: RunChanges | undefined): readonly Content[] {
  return (ranking?.settings ?? []).map(({ what, before, after }) => [
    strong('Asked otherwise: '),
    `${what}: ${before} → ${after}`,
  ]);
}

function gapLines(gaps: GapNews | undefined): readonly Content[] {
  if (gaps === undefined) return [];
  const { closed, opened, expected, inventories, shareBefore, share } = gaps;
  const by = inventories.length === 0 ? '' : ` by ${listed(inventories)}`;
  const shares = `${percent(shareBefore)} → ${percent(share)} of what is expected is deployed`;
  return [
    ...(closed.length === 0
      ? []
      : [[strong(`${count(closed.length, 'gap')} closed`), `${by}: `, ...namedMoves(closed), `; ${shares}`]]),
    ...(opened.length === 0
      ? []
      : [[strong(`${count(opened.length, 'gap')} opened again: `), ...namedMoves(opened)]]),
    ...(expected.length === 0
      ? []
      : [[strong(`${count(expected.length, 'new gap')}, newly to be expected: `), ...namedMoves(expected)]]),
  ];
}

function namedMoves(moves: readonly CoverageMove[]): readonly Inline[] {
  const named = moves.slice(0, NAMED).map(({ technique }) => thingNamed(technique));
  return [...inARow(named), moves.length > NAMED ? ` and ${moves.length - NAMED} more` : ''];
}

function groupLine({ uses, names, traits, reports }: GroupNews): Content {
  const [first] = uses.added;
  const parts: readonly (readonly Inline[])[] = [
    ...(first === undefined
      ? []
      : [
          [
            `newly reported to use `,
            ...thingNamed(first.used),
            ...(uses.added.length > 1 ? [` and ${uses.added.length - 1} more`] : []),
            ...(first.sentence === '' ? [] : [` – “${shortened(first.sentence)}”`]),
            ...(first.citation === undefined ? [] : [' – ', first.citation.name]),
          ],
        ]),
    ...(uses.removed.length === 0
      ? []
      : [[`no longer reported: ${firstOf(uses.removed.map(({ used }) => sayMention(used)))}`]]),
    ...(traits.length === 0
      ? []
      : [
          [
            `newly reported of it: ${firstOf(traits.map(({ label }) => label))}, by ${traits[0]?.by[0] ?? ''}`,
          ],
        ]),
    ...(names.length === 0 ? [] : [[`also called ${firstOf(names)}`]]),
    ...(first === undefined && reports.length > 0 ? [[count(reports.length, 'newly cited report')]] : []),
    ...(uses.carried.length === 0 ? [] : [[`${count(uses.carried.length, 'use')} under a new id`]]),
    ...(uses.reworded.length === 0 ? [] : [[`${count(uses.reworded.length, 'use')} in other words`]]),
  ];
  return [...stressed(thingMentioned(uses.group)), ': ', ...inARow(parts, '; ')];
}

function firstOf(words: readonly string[], between = ', '): string {
  const shown = words.slice(0, NAMED).join(between);
  return words.length > NAMED ? `${shown} and ${words.length - NAMED} more` : shown;
}

function shortened(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED).replace(/\s+\S*$/u, '')} …`;
}

function atLength({ knowledge, ranking, gaps, groups }: NewsAnswer): readonly Block[] {
  return [
    ...(knowledge.length === 0 ? [] : [heading(2, 'Sources'), bullets(knowledge.map(sayKnowledge))]),
    ...(ranking === undefined
      ? []
      : [heading(2, 'The first groups'), ...versionBlocks(ranking), ...orderBlocks(ranking)]),
    ...(gaps === undefined ? [] : gapBlocks(gaps)),
    ...groups.flatMap((each) => [...groupBlocks(each.uses), ...besideUses(each)]),
  ];
}

function gapBlocks(gaps: GapNews): readonly Block[] {
  const lists = [
    ['Closed', gaps.closed],
    ['Opened again', gaps.opened],
    ['Newly to be expected', gaps.expected],
  ] as const;
  const some = lists.filter(([, moves]) => moves.length > 0);
  return [
    heading(2, 'Gaps'),
    paragraph(
      `Of what is to be expected, ${percent(gaps.shareBefore)} was deployed or tested, and ${percent(gaps.share)} is now.${gaps.inventories.length === 0 ? '' : ` Coverage that counts only now: ${listed(gaps.inventories)}.`}`,
    ),
    ...some.flatMap(([title, moves]) => [
      heading(3, `${title} (${moves.length})`),
      table(
        ['Technique', numberColumn('Level before'), numberColumn('Now')],
        moves.map(({ technique, before, now }) => [thingNamed(technique), String(before), String(now)]),
      ),
    ]),
  ];
}

function besideUses({ names, traits, reports }: GroupNews): readonly Block[] {
  const lines: readonly Content[] = [
    ...(names.length === 0 ? [] : [[strong('Also called, only now: '), names.join(', ')]]),
    ...traits.map(({ kind, label, by }): Content => [strong(`New ${kind}: `), `${label} – ${listed(by)}`]),
    ...reports.map((report): Content => [strong('Newly cited: '), citationLink(report)]),
  ];
  return lines.length === 0 ? [] : [bullets(lines)];
}
