import type { Knowledge } from '../../desk/index.ts';
import { techniquesOfSentence, type ReportSentence } from '../../reading/index.ts';
import { otherDomainOf } from './technique-domain.ts';
import { readReport, type ReportReading } from './read-report.ts';

/** What one of many reports states, in few words. */
export interface ExtractedReport {
  /** ATT&CK ids of Enterprise, the most likely first. */
  readonly techniques: readonly string[];
  /** ATT&CK ids, best first; a name of several groups stands for all of them. */
  readonly groups: readonly string[];
}

/** What a sentence of a report states. */
export interface ExtractedSentence {
  /** ATT&CK ids with how likely the sentence by itself states them, 0 … 1, the most likely first. */
  readonly ranked: readonly (readonly [technique: string, probability: number])[];
  /** Techniques of which the report as a whole is sure, and for which this sentence speaks. */
  readonly accepted: readonly string[];
}

/** What a report states. */
export async function extractTechniques(
  desk: Knowledge['view'],
  report: { readonly title: string; readonly text: string },
): Promise<ExtractedReport> {
  const reading = await readReport(desk, report);
  return {
    techniques: reading.techniques
      .map(({ technique }) => technique)
      .filter((technique) => otherDomainOf(desk.view, technique) === undefined),
    groups: groupIds(desk, reading),
  };
}

/** What each sentence of a report states, in their order. */
export async function extractSentences(
  desk: Knowledge['view'],
  texts: readonly string[],
): Promise<readonly ExtractedSentence[]> {
  const { signals, techniques } = await readReport(
    desk,
    { title: '', text: texts.join('\n') },
    sentencesAt(texts),
  );
  const accepted = techniques.filter(({ tier }) => tier === 'accept');
  return signals.map((each, place) => ({
    ranked: techniquesOfSentence(each).map(({ technique, probability }) => [
      technique,
      Number(probability.toFixed(4)),
    ]),
    accepted: accepted.filter(({ sentences }) => sentences.includes(place)).map(({ technique }) => technique),
  }));
}

/** Sentences that somebody else has found, as lines of one text. */
function sentencesAt(texts: readonly string[]): readonly ReportSentence[] {
  let start = 0;
  return texts.map((text) => {
    const sentence = { text, start, end: start + text.length };
    start = sentence.end + 1;
    return sentence;
  });
}

function groupIds({ view }: Knowledge['view'], { groups }: ReportReading): readonly string[] {
  const labels = groups.flatMap(({ candidates }) => candidates.map(({ term }) => view.catalogue.label(term)));
  return [...new Set(labels.filter((label) => label !== ''))];
}
