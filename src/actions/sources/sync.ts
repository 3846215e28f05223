import { argument, flag, option, SyncAnswer } from '../../answers/index.ts';
import { FoeprintError, strictestLevel } from '../../facts/index.ts';
import { syncSources } from '../../home/index.ts';
import { syncDocument } from '../../report/index.ts';
import { action } from '../action.ts';
import { afterLoading, endingOfLoading, issuesNamed, placeOf, showProgress } from './loading.ts';

const NOTHING = { derived: [], remarks: [], mappings: [] };

export const sync = action({
  name: 'sync',
  role: 'admin',
  summary:
    'load ATT&CK and MISP galaxy from their publishers, or from a mirror; reports from feeds, TAXII and MISP',
  details:
    'Looks in the configured mirrors first, then asks MITRE’s repository. A release that is loaded already is not fetched again. Servers of the configuration are asked for what is new since the last time; one source that cannot be had leaves the others.',
  given: {
    sources: argument(
      '[source...]',
      'enterprise-attack, mobile-attack, ics-attack, misp-galaxy, or one of the configuration: its name, or feed:NAME, taxii:NAME, misp:NAME (default: all of the configuration)',
    ),
    release: option('--release <release>', 'load this release, e.g. 16.1', { fallback: 'the newest' }),
    due: flag('--due', 'only what is due by its `every` in the configuration'),
    offline: flag('--offline', 'look in the mirrors only, never ask the network'),
    strict: flag('--strict', 'exit with 3 when any object had to be skipped'),
  },
  answer: SyncAnswer,
  hasTables: true,
  examples: [
    { line: 'sync', label: 'the newest release of the configured domains (ATT&CK Enterprise)' },
    {
      line: 'sync enterprise-attack --release 16.1',
      label: 'an older release, beside those that are loaded',
    },
    { line: 'sync mobile-attack ics-attack', label: 'the other two domains' },
    { line: 'sync misp-galaxy', label: 'actors, aliases, victims and motives beside ATT&CK' },
    {
      line: 'sync taxii:NAME',
      label: 'what was added to the collections of a TAXII server of the configuration',
    },
    {
      line: 'sync feed:NAME misp:NAME',
      label: 'new entries of a feed and events of a MISP server, kept as reports',
    },
    { line: 'sync --due', label: 'for a scheduler: what has not been asked for lately' },
  ],
  run: async ({ sources, release, offline, due, strict }, context) => {
    const { home, signs, asNamed } = context;
    const wanted = { offline, due, ...(release === undefined ? {} : { release }) };
    const reports = await syncSources(home, sources, wanted, showProgress(signs, asNamed));
    const places = reports.map(({ source, from, issues, reports: sent = [], ...report }) => ({
      source,
      from,
      ...placeOf(report),
      reports: sent.map(({ label, title, outcome }) => ({ label, title, outcome })),
      issues: issuesNamed(issues),
    }));
    const [failure] = reports.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
    // Where nothing was ever loaded, as of a home that only keeps reports, nothing follows.
    const after = home.isEmpty ? NOTHING : await afterLoading(context, reports);
    const level = strictestLevel(
      reports.flatMap(({ ingested, reports: sent = [] }) => [
        ...ingested.map(({ source }) => source.level),
        ...sent.map((report) => report.level),
      ]),
    );
    return {
      answer: { places, ...after },
      level,
      ending: failure === undefined ? endingOfLoading(reports, strict) : new FoeprintError([failure]),
    };
  },
  document: syncDocument,
});
