import { basename } from 'node:path';
import { choice, CoverageImportAnswer, flag, option, path } from '../../answers/index.ts';
import { errorOf, FoeprintError, strictestLevel } from '../../facts/index.ts';
import { inventoryId, keepCoverage, readCoverage, withNames } from '../../home/index.ts';
import { coverageImportDocument } from '../../report/index.ts';
import { defined, isDay } from '../../text/index.ts';
import { type CoverageClaim, type CoverageInventory, type CoverageStage } from '../../threat/index.ts';
import { countedInventory, WORKBENCH_ISSUES } from '../../workbench/index.ts';
import { action } from '../action.ts';
import { levelNamed } from '../level-named.ts';
import { issuesNamed } from '../sources/loading.ts';

/** What files that do not say it themselves may be said to hold. */
const STAGES = ['rule', 'deployed', 'tested'] as const;

export const coverageImport = action({
  name: 'coverage import',
  role: 'analyst',
  summary: 'keep what rules, layers and lists say is covered, under a name and a day',
  details:
    'Sigma, Elastic and Splunk rules, DeTT&CT technique and data source files, Navigator layers, tables and lists: files, folders and archives (docs/coverage.md). A later import of the same name takes the place of the earlier one from its day on, so that trends can be shown; the same again changes nothing. `coverage show` and `coverage gaps` read it.',
  given: {
    places: path('<path...>', 'files, folders or archives'),
    name: option('--name <name>', 'what to keep it as', { fallback: 'name of the first path' }),
    date: option('--date <day>', 'the day from which it holds', { fallback: 'today' }),
    stage: choice('--stage <stage>', STAGES, 'how far detection has come, where a file does not say it', {
      fallback: 'rule for rules, deployed for layers and lists',
    }),
    tlp: option('--tlp <level>', 'how far it may go: clear, green, amber, amber+strict or red', {
      fallback: 'as the files are marked',
    }),
    idsInText: flag('--ids-in-text', 'of a text of no known format, every technique id counts'),
    dryRun: flag('--dry-run', 'say what would come of it, and keep nothing'),
  },
  answer: CoverageImportAnswer,
  hasTables: true,
  examples: [
    {
      line: 'coverage import sigma/rules/ --name sigmahq',
      label: 'a repository of rules: to hand, not deployed',
    },
    { line: 'coverage import siem-export.ndjson --name siem --stage deployed', label: 'what runs' },
    { line: 'coverage import data-sources.yaml techniques.yaml --name dettect', label: 'DeTT&CT' },
  ],
  run: async ({ places, name, date, stage, tlp, idsInText, dryRun }, { home, signs }) => {
    const now = new Date().toISOString();
    if (date !== undefined && !isDay(date))
      throw errorOf(WORKBENCH_ISSUES.notADay, `“${date}” is no day such as 2026-05-02.`);
    const asked = levelNamed(tlp);
    signs.progress(`reading ${places.join(', ')}`);
    const read = await readCoverage(places, { limits: home.config.limits, idsInText });
    signs.progress('');
    const level = strictestLevel([asked, read.coverage.marking]);
    const content = {
      name: name ?? basename(places[0] ?? ''),
      date: date ?? now.slice(0, 10),
      claims: withNames(places, read.claims).map((claim) => staged(claim, stage)),
      logSources: withNames(places, read.logSources),
      ...defined({ level }),
    };
    if (content.claims.length + content.logSources.length === 0) throw new FoeprintError(read.issues);
    const inventory: CoverageInventory = {
      id: inventoryId(content),
      importedAt: now,
      formats: read.formats,
      ...content,
    };
    const isNew = dryRun || (await keepCoverage(home.paths.coverage, inventory));
    return {
      answer: {
        isNew,
        isTrial: dryRun,
        inventory: countedInventory(inventory),
        issues: issuesNamed(read.issues),
      },
      level,
    };
  },
  document: coverageImportDocument,
});

/** Visibility stays what it is, whatever the rest of the files is said to be. */
function staged(claim: CoverageClaim, stage: CoverageStage | undefined): CoverageClaim {
  return stage === undefined || claim.stage !== undefined || claim.kind === 'visibility'
    ? claim
    : { ...claim, stage };
}
