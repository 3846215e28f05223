import type { Issue } from '../../facts/index.ts';
import { probablyMeant, VOCABULARIES, type VictimEvent, type Vocabulary } from '../../threat/index.ts';
import { defined } from '../../text/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { textOf, textsOf } from '../../stix/index.ts';
import { dayIn, identifiedLines, releaseIn, type IdentifiedLine } from './identified-lines.ts';

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
  const events = identifiedLines(text, issues, INTAKE_ISSUES.badEvent).map((each) => readEvent(each, issues));
  return { events, issues: issues.toArray() };
}

function readEvent({ id, line, raw }: IdentifiedLine, issues: IssueList): VictimEvent {
  const { date, day } = dayIn(raw);
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
