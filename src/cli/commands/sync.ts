import { argument, flag, option, SyncAnswer } from '../../answers/index.ts';
import { syncSources } from '../../home/index.ts';
import { syncDocument } from '../../report/index.ts';
import { homeCommand } from '../call/home-command.ts';
import { afterLoading, exitCodeOfLoading, issuesNamed, placeOf, showProgress } from '../terminal/loading.ts';

export const sync = homeCommand({
  name: 'sync',
  summary: 'load ATT&CK and MISP galaxy from their publishers, or from a mirror',
  details:
    'Looks in the configured mirrors first, then asks MITRE’s repository. A release that is loaded already is not fetched again.',
  given: {
    sources: argument(
      '[source...]',
      'enterprise-attack, mobile-attack, ics-attack, misp-galaxy, or one of the configuration (default: as configured)',
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
    { line: 'sync --due', label: 'for a scheduler: what has not been asked for lately' },
  ],
  run: async ({ sources, release, offline, due, strict }, call) => {
    const wanted = { offline, due, ...(release === undefined ? {} : { release }) };
    const reports = await syncSources(await call.home(), sources, wanted, showProgress(call.terminal));
    const places = reports.map(({ source, from, issues, ...report }) => ({
      source,
      from,
      ...placeOf(report),
      issues: issuesNamed(issues),
    }));
    return {
      answer: { places, ...(await afterLoading(call, reports)) },
      exitCode: exitCodeOfLoading(reports, strict),
    };
  },
  document: syncDocument,
});
