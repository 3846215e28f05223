import type { GroupVictims, SourcedFacts, Victimology } from '../../src/analysis/index.ts';
import { earliestDay, yearsBefore } from '../../src/analysis/score/evidence-date.ts';
import { evidenceOf, reportedRowsOf } from '../../src/analysis/profile/sourced-facts.ts';
import type { Desk } from '../../src/desk/index.ts';
import { daysLater } from '../../src/text/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { countryNamed } from '../../src/threat/places/places.ts';
import { DEMONYMS } from '../../src/threat/places/demonyms.ts';
import type { Event } from './events.ts';

/** An event that is known from the title of a dated report, ranked as of the day before. */
export interface TitleEvent extends Event {
  readonly date: string;
}

/** Words of the names of countries that are looked for, the longest first. */
const LENGTHS = [4, 3, 2, 1];

/** Letters up to which a name is taken for another word. */
const SHORTEST_NAME = 3;

/** First year of the reports: there is too little to rank by before. */
const FROM = '2014';

/**
 * Events out of the titles of dated reports: what a source cites for what one group alone did, and whose title or address names a country
 * that the group is not held to come from. The profile may not use the report. Documents that campaigns cite are left out, as
 * campaigns are events of their own.
 */
export function titleEventsIn(
  desk: Desk,
  sourced: SourcedFacts,
  { groups }: Victimology,
): readonly TitleEvent[] {
  const ofCampaigns = new Set(
    desk.view.catalogue
      .ofType(typesOf('campaign'))
      .flatMap((campaign) => citedFor(sourced, campaign).map(({ name }) => name)),
  );
  const citing = new Map<string, number>();
  const cited = groups.map((victims) => ({ victims, documents: citedFor(sourced, victims.group) }));
  for (const { documents } of cited)
    for (const { name } of documents) citing.set(name, (citing.get(name) ?? 0) + 1);
  return cited.flatMap(({ victims, documents }) =>
    documents.flatMap(({ name, title, published }): readonly TitleEvent[] => {
      if (citing.get(name) !== 1 || ofCampaigns.has(name) || published < FROM) return [];
      const origins = originsOf(victims);
      const countries = countriesIn(title).filter((code) => !origins.has(code));
      if (countries.length === 0) return [];
      const date = daysLater(earliestDay(published), -1);
      return [
        {
          id: name,
          group: victims.group,
          countries,
          sectors: [],
          hide: [name],
          set: 'titles of reports',
          date,
        },
      ];
    }),
  );
}

/** The same, ranked a year earlier: then no report of the same wave counts. */
export function aYearEarlier(event: TitleEvent): TitleEvent {
  return { ...event, date: yearsBefore(event.date, 1) };
}

interface Document {
  readonly name: string;
  /** The reference and its address. */
  readonly title: string;
  readonly published: string;
}

/** Dated documents that are cited for what somebody is reported to use, each once. */
function citedFor(sourced: SourcedFacts, term: number): readonly Document[] {
  const found = new Map<string, Document>();
  for (const row of reportedRowsOf(sourced, 'uses', term))
    for (const { citations } of evidenceOf(sourced, { relation: 'uses', row }))
      for (const { name, description = '', url = '', published } of citations)
        if (published !== undefined)
          found.set(name, { name, title: `${description} ${slugOf(url)}`, published });
  return [...found.values()];
}

/** The last part of an address, as words. */
function slugOf(url: string): string {
  return (url.split('/').findLast((part) => part !== '') ?? '').replaceAll(/[-_.]+/gu, ' ');
}

function originsOf({ claims }: GroupVictims): ReadonlySet<string> {
  return new Set(claims.filter(({ kind }) => kind === 'origin').map(({ value }) => value));
}

/** Codes of the countries that a text names, by name or adjective. */
function countriesIn(text: string): readonly string[] {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const codes = words.flatMap((_, at) => {
    const names = LENGTHS.map((length) => words.slice(at, at + length).join(' '));
    return names.map(codeOf).find((code) => code !== undefined) ?? [];
  });
  return [...new Set(codes)];
}

function codeOf(name: string): string | undefined {
  // Codes are words of their own: `in`, `to`, `us`.
  return name.length <= SHORTEST_NAME
    ? undefined
    : (ADJECTIVES.get(name.toLowerCase()) ?? countryNamed(name)?.code);
}

const ADJECTIVES: ReadonlyMap<string, string> = new Map(
  DEMONYMS.flatMap(({ adjectives, code }) => adjectives.map((word) => [word.toLowerCase(), code] as const)),
);
