import { groupMentions, groupsStated, reportNames, type StatedGroup } from '../../analysis/index.ts';
import type { Knowledge } from '../../desk/index.ts';
import {
  nameFinder,
  reportSentences,
  techniquesStated,
  type ReportSentence,
  type ReportText,
  type SentenceSignals,
  type StatedTechnique,
} from '../../reading/index.ts';
import { groupedBy, keptFor } from '../../text/index.ts';
import { techniqueIdsIn } from './technique-ids.ts';
import { techniqueReader } from './technique-reader.ts';

/** What a report states, in terms of what is in view. */
export interface ReportReading {
  readonly sentences: readonly ReportSentence[];
  readonly techniques: readonly StatedTechnique[];
  /** Best first. */
  readonly groups: readonly StatedGroup[];
  /** For each sentence the groups that it speaks of: several where that is unclear. */
  readonly spokenOf: readonly (readonly StatedGroup[])[];
  /** Terms of software that it names, each once, in the order of the text. */
  readonly software: readonly number[];
}

const finderIn = keptFor((view: Knowledge['view']['view']) => nameFinder(reportNames(view)));

/**
 * Reads a report: ids of techniques, names of groups and software, and techniques that sentences state in their own words.
 *
 * @throws FoeprintError W730 where there is nothing to learn techniques from
 */
export async function readReport(desk: Knowledge['view'], report: ReportText): Promise<ReportReading> {
  const { view } = desk;
  const { model, procedures } = await techniqueReader(desk);
  const idsIn = techniqueIdsIn(desk);
  const sentences = reportSentences(report.text);
  const found = finderIn(view)(report.text);
  const namedAt = techniquesNamed(view, sentences, found);
  const signals = sentences.map(({ text }, place): SentenceSignals => ({
    model: model.read(text),
    ids: idsIn(text),
    names: namedAt(place),
  }));
  // What stands beside the article is no sentence, but its ids are.
  const inText = new Set(signals.flatMap(({ ids }) => ids));
  const beside = idsIn(report.full ?? '').filter((id) => !inText.has(id));
  const { groups, spokenOf } = groupsStated(report, sentences, groupMentions(view, found));
  const software = found.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'software'));
  const stated = techniquesStated(
    beside.length === 0 ? signals : [...signals, idsAlone(beside)],
    procedures.of,
    procedures.within,
  );
  const isSentence = (place: number): boolean => place < sentences.length;
  return {
    sentences,
    techniques: stated.map((each) => ({ ...each, sentences: each.sentences.filter(isSentence) })),
    groups,
    spokenOf,
    software: [...new Set(software.flatMap(({ bearers }) => bearers))],
  };
}

/** ATT&CK ids of the techniques that each sentence names in full. */
function techniquesNamed(
  { catalogue }: Knowledge['view']['view'],
  sentences: readonly ReportSentence[],
  found: ReturnType<ReturnType<typeof finderIn>>,
): (place: number) => readonly string[] {
  const techniques = found.flatMap(({ start, entries }) =>
    entries
      .filter(({ kind }) => kind === 'technique')
      .flatMap(({ bearers }) => bearers.map((term) => ({ start, id: catalogue.label(term) }))),
  );
  let place = 0;
  const placed = groupedBy(techniques, ({ start }) => {
    while (place < sentences.length - 1 && (sentences[place + 1]?.start ?? Infinity) <= start) place += 1;
    return place;
  });
  return (at) => (placed.get(at) ?? []).map(({ id }) => id);
}

function idsAlone(ids: readonly string[]): SentenceSignals {
  return { model: { shares: [], none: 1, near: new Map(), likeness: 0, known: 0 }, ids, names: [] };
}
