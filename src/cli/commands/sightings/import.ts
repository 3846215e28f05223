import { basename } from 'node:path';
import { flag, option, path, SightingsImportAnswer, type ImportedInput } from '../../../answers/index.ts';
import { errorOf, sayLevel, strictestLevel } from '../../../facts/index.ts';
import { findInputs, importSightings, type ImportOptions, type ImportReport } from '../../../home/index.ts';
import { sectorNamed } from '../../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../../sightings/index.ts';
import { sightingsImportDocument } from '../../../report/index.ts';
import { defined, isDay } from '../../../text/index.ts';
import { tlpNamed } from '../../../threat/index.ts';
import { knownWords } from '../../../workbench/index.ts';
import { EXIT } from '../../call/command.ts';
import { homeCommand } from '../../call/home-command.ts';
import { CLI_ISSUES } from '../../issues.ts';
import { issuesNamed } from '../../terminal/loading.ts';

export const sightingsImport = homeCommand({
  name: 'sightings import',
  summary: 'import sightings of techniques from alerts, findings, feeds and lists',
  details:
    'Each input is one batch, stored as a whole or not at all; the same input again changes nothing. What is not understood is left out and written to a file of rejects, with line and reason. See docs/sightings.md for every format.',
  given: {
    places: path('<path...>', 'files, plain or .gz, folders of them, or - for standard input'),
    readAs: option('--read-as <format>', 'read it as this format', {
      fallback: 'recognised from the content',
    }),
    sector: option('--sector <sector>', 'sector of what names none, as a name or code of NACE or NAICS'),
    organisation: option('--organisation <name>', 'who saw it, where a record does not say it'),
    source: option('--source <name>', 'product or feed, where a record does not say it'),
    date: option('--date <day>', 'when it was seen, where the input has no times'),
    release: option('--release <release>', 'carry techniques to this release of ATT&CK', {
      fallback: 'the newest loaded',
    }),
    tlp: option('--tlp <level>', 'how far it may go: clear, green, amber, amber+strict or red', {
      fallback: 'as the input is marked',
    }),
    rejects: path('--rejects <file>', 'write what is left out to this file, not beside the input'),
    dryRun: flag('--dry-run', 'say what would come of it, and store nothing'),
  },
  answer: SightingsImportAnswer,
  examples: [
    { line: 'sightings import findings.ndjson --sector energy', label: 'findings in OCSF' },
    { line: 'sightings import alerts/ --tlp amber', label: 'every file of a folder' },
    { line: 'sightings import - --dry-run < alerts.json', label: 'what would come of it' },
  ],
  run: async ({ places, release: asked, tlp, sector: word, date, dryRun, ...given }, call) => {
    const home = await call.home();
    const { release, carry, groupNamed } = knownWords(await home.knowledgeBase(), asked);
    const sector = word === undefined ? undefined : sectorMeant(word);
    if (date !== undefined && !isDay(date))
      throw errorOf(SIGHTING_INPUT_ISSUES.needsDate, `“${date}” is no day such as 2026-05-02.`);
    const { readAs, organisation, source, rejects } = given;
    const options: ImportOptions = {
      words: { carry, groupNamed, sectors: new Map(), otherwise: defined({ organisation, source }) },
      ...defined({ readAs, sector, date, rejects }),
      level: levelMeant(tlp),
      release,
      how: JSON.stringify({ sector, organisation, source, date }),
      isTrial: dryRun,
      now: new Date().toISOString(),
    };
    const store = await home.sightings();
    const reports: ImportReport[] = [];
    for (const place of await findInputs(places))
      reports.push(
        await importSightings(store, place, options, home.config.limits, (step, done, total) =>
          call.terminal.progress(`${step} ${place}${share(done, total)}`),
        ),
      );
    call.terminal.progress('');
    return {
      answer: { release, inputs: reports.map(inputOf) },
      level: strictestLevel(reports.map(({ batch }) => batch?.level)),
      exitCode: reports.some(({ outcome }) => outcome === 'refused') ? EXIT.input : EXIT.ok,
    };
  },
  document: sightingsImportDocument,
});

function share(done: number | undefined, total: number | undefined): string {
  return done === undefined || total === undefined || total === 0
    ? ''
    : ` ${Math.floor((100 * done) / total)} %`;
}

function sectorMeant(word: string): string {
  const sector = sectorNamed(word);
  if (sector !== undefined) return sector;
  throw errorOf(SIGHTING_INPUT_ISSUES.unknownSectors, `“${word}” is no sector that is known.`);
}

function levelMeant(tlp: string | undefined) {
  const level = tlp === undefined ? undefined : tlpNamed(tlp)?.name;
  if (tlp === undefined || level !== undefined) return level;
  throw errorOf(CLI_ISSUES.noLevel, `“${tlp}” is no level of the Traffic Light Protocol.`);
}

/** What came of an input, as answers say it: without the folders of the machine. */
function inputOf({
  file,
  format,
  outcome,
  batch,
  carried,
  rejected,
  rejects,
  issues,
}: ImportReport): ImportedInput {
  return {
    file: basename(file),
    format,
    outcome,
    ...(batch === undefined ? {} : { batch: batchOf(batch) }),
    carried,
    rejected: [...rejected].map(([code, records]) => ({ code, name: NAMES.get(code) ?? '', records })),
    ...(rejects === undefined ? {} : { rejects: basename(rejects) }),
    issues: issuesNamed(issues),
  };
}

const NAMES = new Map(Object.values(SIGHTING_INPUT_ISSUES).map(({ code, name }) => [code, name]));

function batchOf({ id, rows, sightings, first, last, level }: NonNullable<ImportReport['batch']>) {
  return { id, rows, sightings, first, last, ...(level === undefined ? {} : { level: sayLevel(level) }) };
}
