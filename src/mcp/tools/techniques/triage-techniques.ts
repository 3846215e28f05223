import * as z from 'zod/mini';
import {
  as,
  count,
  list,
  number,
  oneOf,
  options,
  shape,
  text,
  TRIAGE_OUTCOMES,
  TriageQuestion,
} from '../../../answers/index.ts';
import { defined, percent } from '../../../text/index.ts';
import { whyAddress } from '../../addresses.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { REPORT_TEXT, reportGiven } from '../reports/report-given.ts';

/** More groups than any catalogue has. */
const ALL = 10_000;
const MOST = { matched: 15, unmatched: 10, next: 15, seen: 50 } as const;

const Match = shape('MatchedTechnique', 'A technique of the incident that a candidate is known for.', {
  technique: NamedThing,
  groups: count('groups that are reported to use it: the fewer, the more it says'),
  adds: number('what it adds to the score'),
  why: text('address of the reasons'),
});

const Candidate = shape('Candidate', 'A group whose reported ways are like what was seen.', {
  rank: count('1 for the first'),
  group: NamedThing,
  probability: number('0 … 1, by later incidents: all groups and “none of them” come to 1'),
  score: number('what techniques, software and victim add up to'),
  matched: list(Match, 'what speaks for it, the rarest first; at most 15'),
  unmatched: list(NamedThing, 'techniques of the incident that it is not known for; at most 10'),
});

const Next = shape('NextToLookFor', 'A technique to look for next.', {
  technique: NamedThing,
  expectation: number('0 … 1, in what share of the reports on the candidates it stands'),
  detections: list(NamedThing, 'detection strategies against it; at most 3'),
});

export const triageTechniques = tool({
  name: 'triage_techniques',
  title: 'Triage of an incident',
  description:
    'Says whose reported ways an incident is like: give the techniques that were seen (ids or names), or a text to read them out of, with software, sector and country where known. Gives candidates with what speaks for and against each, how likely it is none of them, and what to look for next. Below three usable techniques it ranks nothing. It never says who did it: neither should you.',
  asks: ['triage', 'report-extract'],
  input: {
    techniques: options('--technique <technique>', 'techniques that were seen, by id or name'),
    text: z.optional(REPORT_TEXT),
    software: TriageQuestion.shape.software,
    sectors: TriageQuestion.shape.sector,
    countries: TriageQuestion.shape.country,
    date: TriageQuestion.shape.date,
    release: TriageQuestion.shape.release,
    ...PAGED,
  },
  output: {
    outcome: oneOf(
      TRIAGE_OUTCOMES,
      'ranked; weak: little that distinguishes groups; none-stands-out: the first is hardly before the next; too-little: nothing is ranked',
    ),
    why_so: text('why it came out so'),
    seen: list(NamedThing, 'techniques that are known, the rarest first'),
    unknown: list(text('as given'), 'what is not known'),
    candidates: list(Candidate, 'in order; none where nothing is ranked'),
    ...PAGE,
    none_of_these: number('0 … 1, probability that it is none of the groups that are known'),
    next: list(Next, 'what to look for next; at most 15'),
    measured: as(
      shape('RankingMeasured', 'How good such lists were on later incidents.', {
        incidents: count('incidents measured'),
        first: number('0 … 1, share of which the right group was first'),
        first_ten: number('0 … 1, share of which it was among the first ten'),
        on: text('what they were measured on'),
      }),
      'how far to believe it',
    ),
  },
  example: { techniques: ['T9001', 'T9001.001', 'T9002', 'T9003'] },
  answer: async (given, { ask, listKey }) => {
    const { techniques, text: words, software, sectors, countries, date, release, ...page } = given;
    const read =
      words === undefined
        ? undefined
        : await ask('report-extract', {
            report: reportGiven(words),
            tier: 'accept',
            ...defined({ release }),
          });
    const stated = (read?.answer.suggestions ?? [])
      .filter(({ object }) => object.type === 'attack-pattern')
      .map(({ object }) => object.label);
    const triage = await ask('triage', {
      incident: { techniques: [...new Set([...techniques, ...stated])] },
      software,
      sector: sectors,
      country: countries,
      top: ALL,
      all: true,
      ...defined({ date, release }),
    });
    const { answer } = triage;
    const { rows, ...pages } = pageOf(answer.candidates, page, listKey);
    const { incidents, first, firstTen, on } = answer.measured;
    return {
      output: {
        outcome: answer.outcome,
        why_so: answer.why,
        seen: answer.techniques.slice(0, MOST.seen).map(({ technique }) => named(technique)),
        unknown: answer.unknown.slice(0, MOST.seen),
        candidates: rows.map(({ rank, group, probability, score, matched, unmatched }) => ({
          rank,
          group: named(group),
          probability,
          score,
          matched: matched.slice(0, MOST.matched).map(({ technique, groups, adds }) => ({
            technique: named(technique),
            groups,
            adds,
            why: whyAddress(group, technique),
          })),
          unmatched: unmatched.slice(0, MOST.unmatched).map(named),
        })),
        ...pages,
        none_of_these: answer.notListed,
        next: answer.next.slice(0, MOST.next).map(({ technique, expectation, detections }) => ({
          technique: named(technique),
          expectation,
          detections: detections.slice(0, 3).map(named),
        })),
        measured: { incidents, first, first_ten: firstTen, on },
      },
      text:
        rows.length === 0
          ? answer.why
          : `${answer.outcome}: ${rows
              .slice(0, 5)
              .map(({ group, probability }) => `${group.name} (${percent(probability)})`)
              .join(
                ', ',
              )}; none of these: ${percent(answer.notListed)}. Ways alike are no proof of who did it.`,
      from: read === undefined ? [triage] : [triage, read],
      why: rows.flatMap(({ group, matched: [rarest] }) =>
        rarest === undefined ? [] : whyAddress(group, rarest.technique),
      ),
      links: rows.flatMap(({ group }) => linkOf(group)),
    };
  },
});
