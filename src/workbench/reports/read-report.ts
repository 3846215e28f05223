import {
  groupMentions,
  groupsStated,
  reportNames,
  type ReportName,
  type StatedGroup,
} from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import {
  nameFinder,
  reportSentences,
  techniquesStated,
  type ReportSentence,
  type ReportText,
  type SentenceSignals,
  type StatedTechnique,
  type TechniqueModel,
} from '../../reading/index.ts';
import { addTo, keptFor } from '../../text/index.ts';
import { techniqueIdsIn } from './technique-ids.ts';
import { techniqueReader } from './model/technique-reader.ts';

/** What a report states, in terms of what is in view. */
export interface ReportReading {
  readonly sentences: readonly ReportSentence[];
  /** What in each of them speaks for techniques. */
  readonly signals: readonly SentenceSignals[];
  readonly techniques: readonly ReportTechnique[];
  /** Best first. */
  readonly groups: readonly StatedGroup[];
  /** For each sentence the groups that it speaks of: several where that is unclear. */
  readonly spokenOf: readonly (readonly StatedGroup[])[];
  /** Software that it names, in the order of the text. */
  readonly software: readonly NamedSoftware[];
  /** Why a sentence is taken for a technique. */
  readonly because: TechniqueModel['because'];
  /** False where nothing in view states how techniques are used: ids and names are found alone. */
  readonly isLearnt: boolean;
}

/** A technique that a report states, and how. */
export interface ReportTechnique extends StatedTechnique {
  /** In its sentences, or beside the article. */
  readonly statedBy: readonly ('id' | 'name' | 'words')[];
}

/** Software that a report names. */
export interface NamedSoftware {
  readonly term: number;
  /** Places of the sentences that name it. */
  readonly sentences: readonly number[];
}

const finderIn = keptFor((view: Knowledge['view']['view']) => nameFinder(reportNames(view)));

/**
 * Reads a report: ids of techniques, names of groups and software, and techniques that sentences state in their own words.
 *
 * @param sentences of its text, where somebody has found them already
 * @throws FoeprintError W730 where there is nothing to learn techniques from
 */
export async function readReport(
  desk: Knowledge['view'],
  report: ReportText,
  sentences: readonly ReportSentence[] = reportSentences(report.text),
): Promise<ReportReading> {
  const { view } = desk;
  const { model, procedures, isLearnt } = await techniqueReader(desk);
  const idsIn = techniqueIdsIn(desk);
  const found = finderIn(view)(report.text);
  const placeOf = placesIn(sentences);
  const named = found.map(({ start, entries }) => ({ place: placeOf(start), entries }));
  const techniqueNames = bearersAt(named, 'technique');
  const signals = sentences.map(({ text }, place): SentenceSignals => ({
    model: model.read(text),
    ids: idsIn(text),
    names: (techniqueNames.get(place) ?? []).map((term) => view.catalogue.label(term)),
  }));
  // What stands beside the article is no sentence, but its ids are.
  const inText = new Set(signals.flatMap(({ ids }) => ids));
  const beside = idsIn(report.full ?? '').filter((id) => !inText.has(id));
  const { groups, spokenOf } = groupsStated(report, sentences, groupMentions(view, found));
  const stated = techniquesStated(
    beside.length === 0 ? signals : [...signals, idsAlone(beside)],
    procedures.of,
    procedures.within,
  );
  const isSentence = (place: number): boolean => place < sentences.length;
  const given = new Set([...inText, ...beside]);
  const namedIds = new Set(signals.flatMap(({ names }) => names));
  return {
    sentences,
    signals,
    techniques: stated.map((each) => ({
      ...each,
      sentences: each.sentences.filter(isSentence),
      statedBy: waysOf(each.technique, given, namedIds),
    })),
    groups,
    spokenOf,
    software: softwareIn(bearersAt(named, 'software')),
    because: model.because,
    isLearnt,
  };
}

function waysOf(
  technique: string,
  given: ReadonlySet<string>,
  named: ReadonlySet<string>,
): ReportTechnique['statedBy'] {
  const ways = [
    ...(given.has(technique) ? ['id' as const] : []),
    ...(named.has(technique) ? ['name' as const] : []),
  ];
  return ways.length === 0 ? ['words'] : ways;
}

/** The place of the sentence that a character is in, or behind; to be asked from left to right. */
function placesIn(sentences: readonly ReportSentence[]): (start: number) => number {
  let place = 0;
  return (start) => {
    while ((sentences[place + 1]?.start ?? Infinity) <= start) place += 1;
    return place;
  };
}

/** Terms of the things of a kind that are named, by sentence. */
function bearersAt(
  named: readonly { readonly place: number; readonly entries: readonly ReportName[] }[],
  kind: ReportName['kind'],
): ReadonlyMap<number, readonly number[]> {
  const at = new Map<number, number[]>();
  for (const { place, entries } of named)
    for (const { bearers } of entries.filter((entry) => entry.kind === kind))
      for (const bearer of bearers) addTo(at, place, bearer);
  return at;
}

function softwareIn(bearers: ReadonlyMap<number, readonly number[]>): readonly NamedSoftware[] {
  const places = new Map<number, number[]>();
  for (const [place, terms] of bearers) for (const term of new Set(terms)) addTo(places, term, place);
  return [...places].map(([term, sentences]) => ({ term, sentences }));
}

function idsAlone(ids: readonly string[]): SentenceSignals {
  return { model: { shares: [], none: 1, near: new Map(), likeness: 0, known: 0 }, ids, names: [] };
}
