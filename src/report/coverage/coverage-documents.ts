import {
  type CoverageCounts,
  type CoverageEvidence,
  type CoverageGapsAnswer,
  type CoverageScope,
  type CoverageShowAnswer,
  type TechniqueCoverage,
} from '../../answers/index.ts';
import { coverageDrawing } from '../../draw/index.ts';
import { bullets, figure, heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, groupDigits, groupedBy, percent } from '../../text/index.ts';
import { sayStage, STAGE_LABELS, type CoverageStage } from '../../threat/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { labelCell, listed, nameCell, sayThing } from '../words.ts';

/** How far the detection of techniques has come. */
export function coverageShowDocument(answer: CoverageShowAnswer): Document {
  const { techniques, found } = answer;
  return {
    title: `Coverage: ${sayScope(answer.scope)}`,
    blocks: [
      ...opening(answer),
      ...pictures(answer),
      table(
        ['Level', 'Id', 'Technique', 'Platforms', 'By', numberColumn('Evidence')],
        techniques.map((each) => [
          sayStage(each.stage),
          labelCell(each.technique),
          nameCell(each.technique),
          sayPlatforms(each),
          sayEvidence(each),
          groupDigits(each.of),
        ]),
      ),
      ...moreOf(techniques.length, found),
      ...techniques.flatMap(logBlocks),
      ...lostIds(answer),
    ],
  };
}

/** Techniques that are not covered, with the reason why. */
export function coverageGapsDocument(answer: CoverageGapsAnswer): Document {
  const { gaps, of, cheap, share, atLeast, scope, counts, gate } = answer;
  const stage = STAGE_LABELS[atLeast];
  const weighed = scope.of === 'groups' || scope.of === 'organisation';
  const covered = `${percent(share)} ${weighed ? 'of what counts' : 'of the techniques'} is ${stage}`;
  return {
    title: `Gaps in coverage: ${sayScope(scope)}`,
    blocks: [
      ...opening(answer),
      paragraph(
        `${covered}. ${count(of, 'gap')} of ${count(counts.of, 'technique')}; of ${groupDigits(cheap)} the logs are at hand: cheap to win.`,
      ),
      ...gateBlocks(gate),
      ...pictures(answer),
      ...tableSection(
        'Gaps, what counts most first',
        [numberColumn('Weight'), 'Level', 'Id', 'Technique', 'Why, and what is next'],
        gaps.map((each) => [
          sayWeight(each.weight),
          `${sayStage(each.stage)}${each.logsAtHand ? ' · cheap' : ''}`,
          labelCell(each.technique),
          nameCell(each.technique),
          each.reasons.map(({ sentence }) => sentence).join(' '),
        ]),
      ),
      ...moreOf(gaps.length, of),
      ...lostIds(answer),
    ],
  };
}

function gateBlocks(gate: CoverageGapsAnswer['gate']): readonly Block[] {
  if (gate === undefined) return [];
  const { passes, failUnder, baseline, fallen } = gate;
  const asked = [
    ...(failUnder === undefined ? [] : [`at least ${percent(failUnder)}`]),
    ...(baseline === undefined ? [] : [`nothing behind ${baseline || 'the baseline'}`]),
  ];
  return [
    paragraph(`Asked for: ${asked.join(', and ')}. ${passes ? 'That holds.' : 'That does not hold.'}`),
    ...tableSection(
      'Fallen',
      ['Technique', numberColumn('Before'), numberColumn('Now')],
      fallen.map(({ technique, before, now }) => [technique, String(before), String(now)]),
    ),
  ];
}

/** Techniques fewer than this are no picture. */
const PICTURED = 8;

/** Coverage and threat as a picture, for each domain. */
function pictures({ columns, counts }: Common): readonly Block[] {
  if (counts.of < PICTURED) return [];
  return [...groupedBy(columns, ({ domain }) => domain).values()].map((each) =>
    figure(
      coverageDrawing(each),
      'Under each tactic, what counts most on top; how many are deployed or tested, of how many.',
    ),
  );
}

type Common = Pick<
  CoverageShowAnswer,
  'columns' | 'scope' | 'counts' | 'carried' | 'readable' | 'unknownLogs'
>;

function opening({ scope, counts, readable, unknownLogs }: Common): readonly Block[] {
  const { inventories, asOf, given, platforms } = scope;
  const kept = inventories.map(({ name, date }) => `${name} (from ${date})`);
  const rests = [
    ...(kept.length === 0 ? [] : [`what is kept as ${listed(kept)}`]),
    ...(given === 0 ? [] : [`${count(given, 'claim')} of files given with the question`]),
  ];
  return [
    paragraph(sayCounts(counts)),
    ...(rests.length === 0
      ? []
      : [paragraph(`By ${rests.join(', and ')}${asOf === '' ? '' : `, as of ${asOf}`}.`)]),
    ...(platforms.length === 0
      ? []
      : [
          paragraph(
            platforms.length === 1
              ? `On ${listed(platforms)}.`
              : `On ${listed(platforms)}: a technique is as far as on the least of them.`,
          ),
        ]),
    ...(readable.of === 0
      ? []
      : [
          paragraph(
            `Of ${count(readable.of, 'log')} that ATT&CK’s analytics of these techniques name, rules of Sigma can be held against ${percent(readable.known / readable.of)}.`,
          ),
        ]),
    ...(unknownLogs.length === 0
      ? []
      : [
          paragraph(
            `No analytic in view reads ${listed(unknownLogs.slice(0, 8))}${unknownLogs.length > 8 ? ' …' : ''}.`,
          ),
        ]),
  ];
}

/** `Of 396 techniques, 17 are tested, 57 deployed; for 89 a rule is to hand, …` */
function sayCounts({ of, byStage }: CoverageCounts): string {
  const at = (stage: CoverageStage): string => groupDigits(byStage[stage] ?? 0);
  return `Of ${count(of, 'technique')}, ${at('tested')} are tested and ${at('deployed')} deployed; for ${at('rule')} a rule is to hand, for ${at('log-source')} there are only logs, and of ${at('none')} nothing is known.`;
}

function sayScope({ of, names }: CoverageScope): string {
  return of === 'all' ? 'all techniques' : listed(names);
}

/** `Windows 3, Linux 0`; one number where all are the same. */
function sayPlatforms({ platforms, level }: TechniqueCoverage): string {
  if (platforms.every((each) => each.level === level))
    return platforms.map(({ platform }) => platform).join(', ');
  return platforms
    .toSorted((one, other) => other.level - one.level)
    .map((each) => `${each.platform} ${each.level}`)
    .join(', ');
}

function sayEvidence({ parts, evidence, of }: TechniqueCoverage): string {
  const names = evidence.slice(0, 1).map(nameOf);
  const more = of > names.length ? ` and ${groupDigits(of - names.length)} more` : '';
  const own = names.length === 0 ? '' : `${names.join('; ')}${more}`;
  if (parts === undefined) return own;
  const { reached, subtechniques, mean } = parts;
  return `${reached} of ${count(subtechniques, 'sub-technique')} deployed, mean ${mean.toFixed(1)}${own === '' ? '' : `; of itself ${own}`}`;
}

function nameOf({ title, rule, file }: CoverageEvidence): string {
  return title ?? rule ?? file.slice(file.lastIndexOf('/') + 1);
}

function logBlocks({ technique, logs }: TechniqueCoverage): readonly Block[] {
  return logs.length === 0
    ? []
    : [
        heading(2, `Where to look for ${sayThing(technique)}`),
        table(
          [
            'Log source',
            'Channel',
            'Data component',
            'Platforms',
            'Analytic',
            'At hand',
            numberColumn('Rules'),
          ],
          logs.map((each) => [
            each.logSource,
            each.channel,
            each.component,
            each.platforms.join(', '),
            labelCell(each.analytic),
            each.isAvailable ? 'yes' : '–',
            groupDigits(each.readBy),
          ]),
        ),
      ];
}

function lostIds({ carried }: Common): readonly Block[] {
  const { moved, lost } = carried;
  if (carried.carried.length === 0) return [];
  const shown = carried.carried
    .slice(0, LOST_SHOWN)
    .map(({ from, to, reason }) =>
      to === undefined ? `${from} counts for nothing: ${reason}` : `${from} counts as ${to}: ${reason}`,
    );
  const more = carried.carried.length - shown.length;
  return [
    heading(2, 'Ids of other releases'),
    paragraph(
      `${count(moved, 'id')} of the files ${moved === 1 ? 'counts' : 'count'} as another one in the release in view, and ${groupDigits(lost)} for nothing.`,
    ),
    bullets([...shown, ...(more > 0 ? [`and ${groupDigits(more)} more with --json`] : [])]),
  ];
}

/** Ids shown before the rest is only counted. */
const LOST_SHOWN = 12;

function moreOf(shown: number, of: number): readonly Block[] {
  return shown < of ? [paragraph(`${groupDigits(of - shown)} more: --limit ${of}.`)] : [];
}

/** Shares of 1 in whole points, as the rest of the page has them. */
function sayWeight(weight: number): string {
  return String(Math.round(weight * 100));
}
