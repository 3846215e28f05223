import type { LabelledSet } from './labelled.ts';

/** Words of a title, at least: shorter ones are anybody’s. */
const LEAST_WORDS = 4;
/** Words that stand together in a text and in a report, and the share of them from which a text is a near copy. */
const TOGETHER = 4;
const COPIED = 0.5;

interface Cited {
  readonly type: string;
  readonly description?: string;
  readonly external_references?: readonly { readonly url?: string; readonly description?: string }[];
}

/**
 * Finds what must not be learnt where reports are there to measure: relationships that cite one of them, by address or title, or
 * whose text is nearly that of some of their sentences.
 */
export function leakFinder(sets: readonly LabelledSet[]): (object: Cited) => boolean {
  const reports = sets.flatMap((set) => set.reports);
  const addresses = new Set(reports.map(({ url }) => address(url)).filter(Boolean));
  const titles = new Set(
    reports.map(({ title }) => words(title)).flatMap((of) => (of.length < LEAST_WORDS ? [] : of.join(' '))),
  );
  const runs = new Set(sets.flatMap((set) => set.sentences).flatMap(({ text }) => runsIn(text)));
  return ({ type, description = '', external_references: references = [] }) => {
    if (type !== 'relationship') return false;
    const cites = references.some(
      ({ url = '', description: cited = '' }) =>
        addresses.has(address(url)) || titles.has(words(cited.replace(/^.{0,200}?\)\.\s*/u, '')).join(' ')),
    );
    const own = runsIn(description.replaceAll(/\(Citation:[^)]*\)|\]\([^)]*\)/gu, ' '));
    return cites || (own.length > 0 && own.filter((run) => runs.has(run)).length >= COPIED * own.length);
  };
}

function address(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[/#?]+$/u, '');
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
}

function runsIn(text: string): readonly string[] {
  const all = words(text);
  return all.slice(TOGETHER - 1).map((_, at) => all.slice(at, at + TOGETHER).join(' '));
}
