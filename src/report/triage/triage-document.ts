import { sayMention, sayNames } from '../../answers/index.ts';
import type {
  Envelope,
  LookFor,
  SeenTechnique,
  TriageAnswer,
  TriageCandidate,
  TriageQuestion,
} from '../../answers/index.ts';
import { bullets, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import { count, groupDigits, percent } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayNewest } from '../say-newest.ts';
import { describeVictim } from '../threats/threats-document.ts';
import { labelList, listed, thingMentioned } from '../words.ts';

/** What a page with candidates says of what it is and is not. */
const MEANING =
  'It says whose reported ways are like what was seen. It is no evidence of who did it: techniques are shared, and many groups are in no catalogue.';

/** Groups and detections named in a cell. */
const IN_A_CELL = 4;
/** Matches named in a cell. */
const RAREST = 3;

/** What the techniques are, whose reported ways they are like, and what to look for next; or one group, down to each technique. */
export function triageDocument(
  answer: TriageAnswer,
  { question: { group, all } }: Pick<Envelope<Pick<TriageQuestion, 'group' | 'all'>>, 'question'>,
): Document {
  const [first] = answer.candidates;
  return group !== undefined && first !== undefined
    ? groupDocument(answer, first)
    : incidentDocument(answer, all);
}

function incidentDocument(answer: TriageAnswer, all: boolean): Document {
  const { techniques, candidates, next } = answer;
  return {
    title:
      answer.incident === undefined
        ? 'What was seen, and whose ways it is like'
        : `What ${answer.incident} means`,
    lead: `${describeIncident(answer)} ${MEANING}`,
    blocks: [
      heading(2, 'Groups whose reported ways are like it'),
      paragraph(answer.why),
      ...(candidates.length === 0 ? [] : [candidateTable(answer), paragraph(sayMeasured(answer))]),
      ...nextBlocks(next),
      ...(techniques.length === 0 ? [] : [heading(2, 'What was seen'), seenTable(techniques, all)]),
      ...unknownBlocks(answer),
    ],
  };
}

/** `7 techniques, 1 malware; telecommunications in Luxembourg; 2026-03-01.` */
function describeIncident({ techniques, software, date, ...victim }: TriageAnswer): string {
  const places = describeVictim(victim);
  const parts = [
    `${count(techniques.length, 'technique')}${software.length === 0 ? '' : `, with ${listed(software.map(({ name }) => name))}`}`,
    ...(places === '' ? [] : [places]),
    ...(date === '' ? [] : [date]),
  ];
  return `${parts.join('; ')}.`;
}

function candidateTable({ candidates, asOf }: TriageAnswer): Block {
  const inputs = (candidates[0]?.parts ?? []).map(({ part }) => part);
  return table(
    [
      numberColumn('#'),
      'Group',
      numberColumn('Likely'),
      ...(inputs.length > 1 ? [`Score: ${inputs.join(' + ')}`] : []),
      numberColumn('Ahead by'),
      'Matched (others that do)',
      inputs.includes('software') ? 'Software, rarest techniques (groups)' : 'Rarest of them (groups)',
      'Reports; newest',
    ],
    candidates.map((row) => [
      String(row.rank),
      thingMentioned(row.group),
      sayProbability(row.probability),
      ...(inputs.length > 1 ? [row.parts.map(({ adds }) => adds.toFixed(1)).join(' + ')] : []),
      row.margin.toFixed(2),
      `${row.matched.length} of ${row.matched.length + row.unmatched.length} (${row.supersets})`,
      [
        ...row.parts.flatMap(({ part, found }) => (part === 'software' && found !== '' ? [found] : [])),
        ...row.matched
          .slice(0, RAREST)
          .map(({ technique, groups }) => `${technique.label || technique.name} (${groups})`),
      ].join(', '),
      `${row.reports}${row.newest === '' ? '' : `; ${sayNewest(row.newest, asOf)}`}`,
    ]),
  );
}

/** In whole per cent: what was measured bears no more. */
function sayProbability(probability: number): string {
  return probability < 0.005 ? '< 1 %' : `${Math.round(probability * 100)} %`;
}

function sayMeasured({ measured, notListed }: TriageAnswer): string {
  const { incidents, first, firstFive, firstTen, unlisted, on } = measured;
  return `How far to believe it: on ${count(incidents, 'later incident')} (${on}) a list like this had the right group first in ${sayShare(first)}, among the first five in ${sayShare(firstFive)}, among the first ten in ${sayShare(firstTen)}. Of new incidents ${sayShare(unlisted)} belonged to groups that no catalogue had yet: “none of these” has ${sayProbability(notListed)} here. “Others that do” are known for all that a group matches.`;
}

function sayShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function nextBlocks(next: readonly LookFor[]): readonly Block[] {
  if (next.length === 0) return [];
  const isCoverageKnown = next.some(({ covered }) => covered !== undefined);
  return [
    heading(2, 'What to look for next'),
    table(
      [
        'Technique',
        'Tactic',
        numberColumn('Expected'),
        'Of',
        'Detections',
        ...(isCoverageKnown ? ['Would we see it?'] : []),
      ],
      next.map(({ technique, tactics, expectation, groups, detections, covered }) => [
        thingMentioned(technique),
        sayNames(tactics),
        expectation.toFixed(2),
        shortened(groups.map(({ name }) => name)),
        labelList(detections, IN_A_CELL),
        ...(isCoverageKnown ? [covered === true ? 'yes' : 'no'] : []),
      ]),
    ),
  ];
}

/** Techniques shown where not all are wanted. */
const SHOWN = 15;

function seenTable(techniques: readonly SeenTechnique[], all: boolean): Block {
  const shown = all ? techniques : techniques.slice(0, SHOWN);
  const isCoverageKnown = techniques.some(({ covered }) => covered !== undefined);
  return table(
    [
      'Technique',
      'Tactics',
      'What it is',
      numberColumn('Groups'),
      'Most reported of',
      'Detections',
      ...(isCoverageKnown ? ['Covered'] : []),
    ],
    shown.map(({ technique, tactics, description, groups, users, detections, covered }) => [
      thingMentioned(technique),
      sayNames(tactics),
      description,
      String(groups),
      sayNames(users),
      labelList(detections, IN_A_CELL),
      ...(isCoverageKnown
        ? [covered === undefined || covered.level === 0 ? 'no' : percent(covered.level)]
        : []),
    ]),
  );
}

/** Texts that are not known, where all of them would bury the rest. */
const MOST_UNKNOWN = 50;

/** Ids that count as others, and what is not known, with why. */
function unknownBlocks({ unknown, carried }: TriageAnswer): readonly Block[] {
  const reasons = new Map(carried.map(({ from, reason }) => [from, reason]));
  const moved = carried.filter(({ to }) => to.length > 0);
  return [
    ...(moved.length === 0
      ? []
      : [
          heading(2, 'Ids of other releases'),
          table(
            ['Seen', 'Counts as', 'How sure', 'Why'],
            moved.map(({ from, to, standing, reason }) => [from, to.join(', '), standing, reason]),
          ),
        ]),
    ...(unknown.length === 0
      ? []
      : [
          heading(2, 'Not known'),
          bullets(
            unknown.slice(0, MOST_UNKNOWN).map((text) => [text, reasons.get(text) ?? []].flat().join(': ')),
          ),
          ...(unknown.length > MOST_UNKNOWN
            ? [paragraph(`And ${groupDigits(unknown.length - MOST_UNKNOWN)} more; \`--json\` has all.`)]
            : []),
        ]),
  ];
}

/** One group: what speaks for it, what against, and what to look for. */
function groupDocument(answer: TriageAnswer, candidate: TriageCandidate): Document {
  const { group, rank, parts, matched, unmatched } = candidate;
  return {
    title: `How far what was seen is like the reported ways of ${sayMention(group)}`,
    lead: `${describeIncident(answer)} Number ${rank} of ${count(answer.of, 'group')}, ${sayProbability(candidate.probability)}. ${MEANING}`,
    blocks: [
      paragraph(answer.why),
      paragraph(
        `Its profile has ${count(candidate.profile, 'technique')} from ${count(candidate.reports, 'report')}${candidate.newest === '' ? '' : `, the newest of ${sayNewest(candidate.newest, answer.asOf)}`}. ${sayShare(candidate.new)} of what was seen is new to it; ${count(candidate.supersets, 'other group is', 'other groups are')} known for all that it matches.`,
      ),
      table(
        ['Evidence', numberColumn('Adds'), 'Found'],
        [
          ...parts.map(({ part, adds, found }) => [part, adds.toFixed(2), found || 'nothing']),
          ['sum', candidate.score.toFixed(2), ''],
        ],
      ),
      heading(2, 'Known for'),
      table(
        [
          'Technique',
          numberColumn('Groups'),
          numberColumn('Reports'),
          'Through software',
          numberColumn('Adds'),
        ],
        matched.map(({ technique, groups, reports, through, adds }) => [
          thingMentioned(technique),
          String(groups),
          String(reports),
          sayNames(through),
          adds.toFixed(2),
        ]),
      ),
      ...(unmatched.length === 0
        ? []
        : [heading(2, 'Not known for'), bullets(unmatched.map(thingMentioned))]),
      ...nextBlocks(answer.next),
      ...unknownBlocks(answer),
      paragraph(sayMeasured(answer)),
    ],
  };
}

function shortened(words: readonly string[]): string {
  const rest = words.length - IN_A_CELL;
  return [...words.slice(0, IN_A_CELL), ...(rest > 0 ? [`+ ${rest}`] : [])].join(', ');
}
