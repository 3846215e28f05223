import type { Pairs } from '../../src/analysis/triage/use-index.ts';
import { eachReported, hasType, originsOf, type FactBase } from '../../src/facts/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { addTo } from '../../src/text/index.ts';
import type { Report } from './reports.ts';
import type { Release } from './release.ts';

/** What somebody saw, and the group that did it. */
export interface Incident {
  readonly id: string;
  /** The release that profiles come from. */
  readonly release: string;
  /** Label of the group; absent where the release does not have it. */
  readonly group?: string;
  /** ATT&CK ids, of whichever release. */
  readonly techniques: readonly string[];
  readonly software: readonly string[];
  readonly date?: string;
  readonly hidden: { readonly relationships: readonly string[]; readonly documents: readonly string[] };
}

/** Fewest and most techniques of an incident. */
const [FEWEST, MOST] = [5, 64];

/** What a report says that a group, or a campaign of it, did. */
interface Act {
  readonly report: Report;
  readonly group: number;
  readonly techniques: readonly number[];
  readonly software: readonly number[];
}

/** What each report supports of each group, if it is enough for an incident. */
export function actsIn({ index, reports }: Release): readonly Act[] {
  const reportOf = new Map<number, Report[]>();
  for (const report of reports) for (const statement of report.statements) addTo(reportOf, statement, report);
  const said = new Map<Report, Map<number, { techniques: Set<number>; software: Set<number> }>>();
  const collect = ({ left, right, first, reports: stated }: Pairs, kind: 'techniques' | 'software'): void => {
    left.forEach((group, pair) => {
      for (const statement of stated.slice(first[pair], first[pair + 1]))
        for (const report of reportOf.get(statement) ?? []) {
          const groups =
            said.get(report) ?? new Map<number, { techniques: Set<number>; software: Set<number> }>();
          said.set(report, groups);
          const act = groups.get(group) ?? { techniques: new Set<number>(), software: new Set<number>() };
          groups.set(group, act);
          act[kind].add(right[pair] ?? 0);
        }
    });
  };
  collect(index.uses, 'techniques');
  collect(index.tools, 'software');
  return [...said].flatMap(([report, groups]) =>
    [...groups].flatMap(([group, { techniques, software }]) =>
      techniques.size < FEWEST || techniques.size > MOST
        ? []
        : [{ report, group, techniques: [...techniques], software: [...software] }],
    ),
  );
}

/** How much is hidden beside the report itself: nothing, what came out about the same time, or whatever came later. */
export type Hiding = 'nothing' | 'strict' | 'window' | 'as-of';

/** Days before an incident in which reports are taken to be about the same. */
const [WINDOW, BEFORE] = [60, 30];

/** Task B: leave one report out. */
export function leaveOneReportOut(release: Release, hiding: Hiding): readonly Incident[] {
  return actsIn(release).flatMap(({ report, group, techniques, software }, number): Incident[] => {
    const { day } = report;
    if (day === undefined && (hiding === 'window' || hiding === 'as-of')) return [];
    const hide = release.reports.filter((other) => {
      if (hiding === 'nothing') return false;
      if (other === report) return true;
      if (hiding === 'strict') return false;
      if (hiding === 'window')
        return other.day !== undefined && Math.abs(daysBetween(other.day, day ?? '')) <= WINDOW;
      return other.day === undefined || daysBetween(other.day, day ?? '') <= BEFORE;
    });
    return [
      {
        id: `b-${release.name}-${number}`,
        release: release.name,
        group: release.groups[group] ?? '',
        techniques: techniques.map((technique) => release.labels[technique] ?? ''),
        software: software.map((each) => release.software[each] ?? ''),
        ...(day === undefined ? {} : { date: day }),
        hidden: { relationships: [], documents: hide.flatMap(({ names }) => names) },
      },
    ];
  });
}

/** Days from one day to another. */
function daysBetween(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}

/** Task C: profiles of an older release, reports that only a newer one has. */
export function laterReports(older: Release, newer: Release): readonly Incident[] {
  const known = new Set(older.reports.flatMap(({ keys }) => keys));
  const { catalogue } = older.view;
  return actsIn(newer).flatMap(({ report, group, techniques, software }, number): Incident[] => {
    if (report.keys.some((key) => known.has(key))) return [];
    const id = newer.view.catalogue.id(newer.index.groups[group] ?? -1);
    const before = catalogue.termOf(id);
    const term =
      before === undefined || !catalogue.isWithdrawn(before) ? before : catalogue.successor(before);
    return [
      {
        id: `c-${older.name}-${newer.name}-${number}`,
        release: older.name,
        ...(term === undefined ? {} : { group: catalogue.label(term) }),
        techniques: techniques.map((technique) => newer.labels[technique] ?? ''),
        software: software.map((each) => newer.software[each] ?? ''),
        ...(report.day === undefined ? {} : { date: report.day }),
        hidden: { relationships: [], documents: [] },
      },
    ];
  });
}

/** Fewest techniques of a campaign that makes an incident. */
const FEWEST_OF_CAMPAIGN = 3;

/** Task A: leave one campaign out, with what only its sources report and their weight elsewhere. */
export function leaveOneCampaignOut(release: Release): readonly Incident[] {
  const { catalogue } = release.view;
  const reportOf = new Map<string, Report>();
  for (const report of release.reports) for (const name of report.names) reportOf.set(name, report);
  const { index } = release;
  return catalogue.ofType(typesOf('campaign')).flatMap((campaign): Incident[] => {
    const entry = catalogue.entry(campaign);
    const links = attributionsOf(release, campaign);
    const [first] = links;
    if (first === undefined || entry.stored === undefined) return [];
    const stated = statedOf(release, campaign);
    const done = new Set(stated.map(({ used }) => used));
    const techniques = index.techniques.flatMap((term, place) =>
      done.has(term) ? [release.labels[place] ?? ''] : [],
    );
    if (techniques.length < FEWEST_OF_CAMPAIGN) return [];
    const origins = [
      entry.stored,
      ...links.map(({ stored }) => stored),
      ...stated.map(({ stored }) => stored),
    ];
    const cited = origins.flatMap((stored) => release.evidence(stored).citations.map(({ name }) => name));
    return links.map(({ group }) => ({
      id: `a-${catalogue.label(campaign)}-${catalogue.label(group)}`,
      release: release.name,
      group: catalogue.label(group),
      techniques,
      software: index.software.flatMap((term, place) =>
        done.has(term) ? [release.software[place] ?? ''] : [],
      ),
      hidden: {
        relationships: origins.slice(1).map((stored) => release.evidence(stored).reportedIn),
        documents: [...new Set(cited.flatMap((name) => reportOf.get(name)?.names ?? name))],
      },
    }));
  });
}

function attributionsOf(
  { view }: Release,
  campaign: number,
): readonly { readonly group: number; readonly stored: number }[] {
  return originsIn(view.facts, 'attributed-to', campaign).flatMap(({ object, stored }) =>
    hasType(view.catalogue, object, typesOf('group')) ? [{ group: object, stored }] : [],
  );
}

function statedOf(
  { view }: Release,
  campaign: number,
): readonly { readonly used: number; readonly stored: number }[] {
  return originsIn(view.facts, 'uses', campaign).map(({ object, stored }) => ({ used: object, stored }));
}

function originsIn(
  facts: FactBase,
  relation: string,
  subject: number,
): readonly { readonly object: number; readonly stored: number }[] {
  const found: { object: number; stored: number }[] = [];
  eachReported(facts, relation, (each, object, row) => {
    if (each === subject)
      for (const stored of originsOf(facts, { relation, row })) found.push({ object, stored });
  });
  return found;
}
