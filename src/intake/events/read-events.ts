import type { Issue } from '../../facts/index.ts';
import { probablyMeant, VOCABULARIES, type VictimEvent, type Vocabulary } from '../../threat/index.ts';
import { defined, parsedJson } from '../../text/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { isRaw, textOf, textsOf, type Raw } from '../../stix/index.ts';

/**
 * Reads events from JSON Lines: `{id, countries[], sectors[], bundle?, date?, hide[]?}`, one to a line. Empty lines
 * are passed over; a line that is no event is left out and reported, a word that no vocabulary has is left out of
 * its event and reported.
 */
export function readEvents(
  text: string,
  location: string,
): { readonly events: readonly VictimEvent[]; readonly issues: readonly Issue[] } {
  const issues = new IssueList(location);
  const events = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const event = readEvent(line, index + 1, issues);
    return event === undefined ? [] : [event];
  });
  return { events, issues: issues.toArray() };
}

function readEvent(text: string, line: number, issues: IssueList): VictimEvent | undefined {
  const raw = parsedJson(text);
  const id = isRaw(raw) ? idOf(raw) : '';
  if (!isRaw(raw) || id === '') {
    const lacks = isRaw(raw) ? 'has no `id`' : 'is no JSON object';
    issues.add(INTAKE_ISSUES.badEvent, `The line ${lacks}.`, { line });
    return undefined;
  }
  const date = textOf(raw, 'date');
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0];
  if (date !== '' && day === undefined)
    issues.add(INTAKE_ISSUES.ignoredInEvent, `“${date}” is no day; the event counts as undated.`, {
      line,
      field: 'date',
    });
  const release = releaseIn(textOf(raw, 'bundle'));
  const countries = textsOf(raw, 'countries');
  return {
    id,
    countries: understood(
      countries.filter((word) => !isRegion(word)),
      VOCABULARIES.countries,
      line,
      issues,
    ),
    regions: understood(countries.filter(isRegion), VOCABULARIES.regions, line, issues),
    sectors: understood(textsOf(raw, 'sectors'), VOCABULARIES.sectors, line, issues),
    ...defined({ release, date: day }),
    hide: textsOf(raw, 'hide'),
  };
}

/** A word among the countries that is none, but names a region. */
function isRegion(word: string): boolean {
  const { countries, regions } = VOCABULARIES;
  return countries.understand(word).length === 0 && regions.understand(word).length > 0;
}

/** Ids are texts or whole numbers. */
function idOf(raw: Raw): string {
  const id = raw['id'];
  return typeof id === 'number' ? String(id) : textOf(raw, 'id');
}

/** `enterprise-attack-18.1.json.gz`, `v18.1` and `18.1` name the release 18.1. */
function releaseIn(bundle: string): string | undefined {
  return /(?<![\d.])\d+\.\d+(?![\d.]*\d)/.exec(bundle)?.[0];
}

function understood(
  words: readonly string[],
  vocabulary: Vocabulary,
  line: number,
  issues: IssueList,
): readonly string[] {
  const names = words.flatMap((word) => {
    const found = vocabulary.understand(word);
    if (found.length === 0) {
      const near = probablyMeant(word, vocabulary);
      const meant = near === undefined ? '' : ` Was “${near}” meant?`;
      issues.add(
        INTAKE_ISSUES.ignoredInEvent,
        `“${word}” is no ${vocabulary.noun} that the vocabulary knows.${meant}`,
        { line },
      );
    }
    return found;
  });
  return [...new Set(names)];
}
