import { mention } from '../../analysis/index.ts';
import type {
  GivenReport,
  NamedGroup,
  ReportAnswer,
  ReportSentence,
  ReportSuggestion,
} from '../../answers/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import { compareText, defined } from '../../text/index.ts';
import { reportLabel, reportSeries, type KeptReport, type ReportDecision } from '../../threat/index.ts';
import { fieldSuggestions } from './suggestions/field-suggestions.ts';
import { sourcesOfFact } from './suggestions/known-already.ts';
import { nearProcedures } from './suggestions/near-procedures.ts';
import { proseSuggestions } from './suggestions/prose-suggestions.ts';
import { otherDomainOf } from './technique-domain.ts';
import { readReport, type ReportReading } from './read-report.ts';
import { softwareSuggestions } from './suggestions/software-suggestions.ts';
import { suggestionKey, type Suggested } from './suggestions/suggested.ts';
import { techniqueSuggestions } from './suggestions/technique-suggestions.ts';

/** Which suggestions are asked for, and how much of each. */
export interface SuggestionSearch {
  readonly tier?: ReportSuggestion['tier'] | undefined;
  readonly undecided?: boolean | undefined;
  readonly evidence?: number | undefined;
}

/** Sentences of each suggestion that are given where nothing is said. */
const EVIDENCE = 3;

/** What a report is read to state, with what was decided of it. */
export async function reportAnswer(
  desk: Knowledge['view'],
  report: GivenReport,
  search: SuggestionSearch,
  kept?: Pick<KeptReport, 'id' | 'addedAt' | 'decisions'>,
): Promise<ReportAnswer> {
  const { view } = desk;
  const reading = await readReport(desk, report);
  const fields = fieldSuggestions(desk, report);
  const suggested = merged([
    ...fields.suggestions,
    ...techniqueSuggestions(view, reading),
    ...softwareSuggestions(view, reading),
    ...proseSuggestions(view, reading),
  ]);
  const decided = new Map((kept?.decisions ?? []).map((each) => [each.suggestion, each]));
  const label = kept === undefined ? undefined : reportLabel(kept.id);
  const series = kept === undefined ? undefined : reportSeries(kept.id);
  const suggestions = suggested.map((each) => suggestionOf(desk, reading, each, decided, search, series));
  const asked = suggestions.filter(
    ({ tier, decision }) =>
      (search.tier === undefined || tier === search.tier) &&
      (search.undecided !== true || decision === undefined),
  );
  const { mentions: _mentions, text, full: _full, ...head } = report;
  return {
    ...head,
    ...defined({ label, addedAt: kept?.addedAt }),
    isLoaded: series !== undefined && desk.base.sources().some((source) => source.series === series),
    isInWords: reading.isLearnt,
    characters: text.length,
    sentences: reading.sentences.length,
    groups: groupsOf(desk, reading),
    software: reading.software.map(({ term }) => mention(view.catalogue, term)),
    unknown: fields.unknown,
    counts: countsOf(suggestions),
    suggestions: asked,
  };
}

/** What the same report says twice is one suggestion: of all ways the surest, with all sentences. */
function merged(all: readonly Suggested[]): readonly Suggested[] {
  const known = new Map<string, Suggested>();
  for (const each of all) {
    const key = `${each.relation} ${each.subject ?? ''} ${each.object.id}`;
    const before = known.get(key);
    known.set(key, before === undefined ? each : both(before, each));
  }
  return [...known.values()].toSorted(bySurety);
}

function both(one: Suggested, other: Suggested): Suggested {
  const probability = Math.max(one.probability ?? 0, other.probability ?? 0);
  return {
    ...one,
    candidates: [...new Set([...one.candidates, ...other.candidates])],
    statedBy: [...new Set([...one.statedBy, ...other.statedBy])],
    tier: one.tier === 'accept' ? one.tier : other.tier,
    ...(probability === 0 ? {} : { probability }),
    places: [...new Set([...one.places, ...other.places])],
    fields: [...new Set([...one.fields, ...other.fields])],
  };
}

/** Techniques, software, the rest; each the most likely first, and in the order of the report. */
function bySurety(one: Suggested, other: Suggested): number {
  return (
    (other.probability ?? 0) - (one.probability ?? 0) ||
    kindOf(one) - kindOf(other) ||
    (one.places[0] ?? 0) - (other.places[0] ?? 0) ||
    compareText(one.object.label, other.object.label)
  );
}

function kindOf({ relation, object }: Suggested): number {
  if (relation !== 'uses') return 2;
  return object.type === 'attack-pattern' ? 0 : 1;
}

function suggestionOf(
  desk: Knowledge['view'],
  reading: ReportReading,
  suggested: Suggested,
  decided: ReadonlyMap<string, ReportDecision>,
  { evidence = EVIDENCE }: SuggestionSearch,
  ownSeries: string | undefined,
): ReportSuggestion {
  const { view } = desk;
  const { catalogue } = view;
  const { relation, object, statedBy, tier, probability, candidates } = suggested;
  const subject = suggested.subject === undefined ? undefined : mention(catalogue, suggested.subject);
  const key = suggestionKey(relation, subject, object);
  const decision = decided.get(key);
  const [first] = suggested.places;
  const reasons =
    statedBy.includes('words') && first !== undefined
      ? nearProcedures(view, reading, first, object.label)
      : { words: [], near: [] };
  return {
    key,
    relation,
    ...defined({ subject, probability, domain: otherDomainOf(view, object.label) }),
    candidates: candidates.map((term) => mention(catalogue, term)),
    object,
    statedBy: [...statedBy],
    tier,
    sentences: sentencesOf(reading, suggested).slice(0, evidence),
    ...reasons,
    knownFrom: knownFrom(desk, suggested, ownSeries),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            verdict: decision.verdict,
            ...defined({ subject: decision.subject, object: decision.object, status: decision.status }),
            decidedAt: decision.decidedAt,
          },
        }),
  };
}

function knownFrom(
  { view }: Knowledge['view'],
  { relation, subject, object }: Suggested,
  ownSeries: string | undefined,
): readonly string[] {
  const term = view.catalogue.termOf(object.id);
  return subject === undefined || term === undefined
    ? []
    : sourcesOfFact(view, { relation, subject, object: term }, ownSeries);
}

function sentencesOf({ sentences }: ReportReading, { places, fields }: Suggested): readonly ReportSentence[] {
  return [
    ...places.flatMap((place) => {
      const sentence = sentences[place];
      return sentence === undefined
        ? []
        : [
            {
              text: sentence.text,
              place,
              ...defined({ before: sentences[place - 1]?.text, after: sentences[place + 1]?.text }),
            },
          ];
    }),
    ...fields.map((text) => ({ text })),
  ];
}

function groupsOf({ view }: Knowledge['view'], { groups, spokenOf }: ReportReading): readonly NamedGroup[] {
  return groups.map((group) => ({
    names: group.names,
    means: group.candidates.map(({ term, claimants, isSure }) => ({
      group: mention(view.catalogue, term),
      claimants,
      isSure,
    })),
    mentions: group.mentions,
    sentences: spokenOf.filter((each) => each.length === 1 && each[0] === group).length,
  }));
}

function countsOf(suggestions: readonly ReportSuggestion[]): ReportAnswer['counts'] {
  const count = (test: (suggestion: ReportSuggestion) => boolean): number => suggestions.filter(test).length;
  return {
    suggestions: suggestions.length,
    accept: count(({ tier }) => tier === 'accept'),
    review: count(({ tier }) => tier === 'review'),
    open: count(({ subject }) => subject === undefined),
    decided: count(({ decision }) => decision !== undefined),
    new: count(({ subject, knownFrom: known }) => subject !== undefined && known.length === 0),
  };
}
