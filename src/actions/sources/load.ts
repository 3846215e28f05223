import { choice, flag, LoadAnswer, option, path } from '../../answers/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { isCaseFile, loadSource, type LoadReport } from '../../home/index.ts';
import { loadDocument } from '../../report/index.ts';
import { defined } from '../../text/index.ts';
import { action } from '../action.ts';
import { loadCaseFile } from '../assertions/cases.ts';
import { afterLoading, endingOfLoading, placeOf, showProgress } from './loading.ts';

export const load = action({
  name: 'load',
  role: 'admin',
  summary:
    'load STIX, MISP galaxy clusters, mappings of controls or cases from files, URLs or standard input',
  details:
    'Plain, .gz or .zip. Every object is kept as given; broken ones are skipped and listed. A bundle is loaded as a whole or not at all.',
  given: {
    locations: path('<file...>', 'files (cases: .yaml, .csv), http(s) URLs, or - for standard input'),
    kind: choice(
      '--kind <kind>',
      ['attack', 'vendor-report', 'feed', 'incident', 'analyst'],
      'what kind of source it is',
      { fallback: 'recognised from the content' },
    ),
    release: option('--as-release <release>', 'release of an ATT&CK bundle that does not say it'),
    strict: flag('--strict', 'exit with 3 when any object had to be skipped'),
  },
  answer: LoadAnswer,
  hasTables: true,
  examples: [
    { line: 'load report.json', label: 'a vendor report as STIX' },
    { line: 'load enterprise-attack-16.1.json.gz', label: 'a release of ATT&CK from a file' },
    {
      line: 'load nist_800_53-rev5_attack-16.1-enterprise.json',
      label: 'which controls answer which techniques, as the Mappings Explorer publishes it',
    },
    { line: 'load - < bundle.json', label: 'from another program' },
  ],
  run: async ({ locations, kind, release, strict }, context) => {
    const { home, signs, bound, asNamed } = context;
    const overrides = defined({ kind, release });
    const reports: LoadReport[] = [];
    for (const location of locations)
      reports.push(
        isCaseFile(location)
          ? await loadCaseFile(home, location, undefined, bound)
          : await loadSource(home, location, overrides, showProgress(signs, asNamed)),
      );
    return {
      answer: { places: reports.map(placeOf), ...(await afterLoading(context, reports)) },
      ending: endingOfLoading(reports, strict),
      level: strictestLevel(reports.flatMap(({ ingested }) => ingested.map(({ source }) => source.level))),
    };
  },
  document: loadDocument,
});
