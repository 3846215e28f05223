import { basename } from 'node:path';
import { DEFAULT_LIMITS, placeName, readFileBytes, silent } from '../../acquisition/index.ts';
import { flag, option, path, SightingsImportAnswer, type ImportedInput } from '../../answers/index.ts';
import { errorOf, FoeprintError, sayLevel, strictestLevel } from '../../facts/index.ts';
import {
  findInputs,
  importEach,
  importSightings,
  RejectsFile,
  loadedSightings,
  pseudonyms,
  type ImportOptions,
  type ImportReport,
  type LoadedSightings,
} from '../../home/index.ts';
import { readMapping, readOrganisations, sectorNamed } from '../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES, type ColumnMapping } from '../../sightings/index.ts';
import { sightingsImportDocument } from '../../report/index.ts';
import { defined, isDay } from '../../text/index.ts';
import { knownWords } from '../../workbench/index.ts';
import { action, type ActionContext, type Came, type Given } from '../action.ts';
import { levelNamed } from '../level-named.ts';
import { issuesNamed } from '../sources/loading.ts';

const GIVEN = {
  places: path(
    '[path...]',
    'files, plain or .gz, archives (zip, tar, tar.gz) and folders of them, or - for standard input',
  ),
  loaded: flag('--loaded', 'also what STIX bundles that are loaded hold of sightings'),
  readAs: option('--read-as <format>', 'read it as this format', {
    fallback: 'recognised from the content',
  }),
  sector: option('--sector <sector>', 'sector of what names none, as a name or code of NACE or NAICS'),
  organisation: option('--organisation <name>', 'who saw it, where a record does not say it'),
  source: option('--source <name>', 'product or feed, where a record does not say it'),
  mapping: path('--mapping <file>', 'which columns of a table hold what (YAML)'),
  organisations: path('--organisations <file>', 'sectors of organisations (CSV: name, sector)'),
  pseudonyms: flag('--pseudonyms', 'keep a keyed hash of each organisation in place of its name'),
  pseudonymKey: path('--pseudonym-key <file>', 'the key for that, in place of the one of the home'),
  date: option('--date <day>', 'when it was seen, where the input has no times'),
  release: option('--release <release>', 'carry techniques to this release of ATT&CK', {
    fallback: 'the newest loaded',
  }),
  tlp: option('--tlp <level>', 'how far it may go: clear, green, amber, amber+strict or red', {
    fallback: 'as the input is marked',
  }),
  dryRun: flag('--dry-run', 'say what would come of it, and store nothing'),
};

export const sightingsImport = action({
  name: 'sightings import',
  role: 'analyst',
  summary: 'import sightings of techniques from alerts, findings, feeds and lists',
  details:
    'Each input is one batch, stored as a whole or not at all; the same input again changes nothing. What is not understood is left out and written to a file of rejects, with line and reason. See docs/sightings.md for every format.',
  given: GIVEN,
  answer: SightingsImportAnswer,
  examples: [
    { line: 'sightings import findings.ndjson --sector energy', label: 'findings in OCSF' },
    { line: 'sightings import alerts/ --tlp amber', label: 'every file of a folder' },
    { line: 'sightings import my-alerts.csv --mapping my-mapping.yaml', label: 'a table of one’s own' },
    { line: 'sightings import - --dry-run < alerts.json', label: 'what would come of it' },
  ],
  run: async (given, context) => await importInto(given, context),
  document: sightingsImportDocument,
});

/**
 * Imports what is given.
 *
 * @param rejectsTo file for what is left out, in place of one beside each input
 */
export async function importInto(
  { places, release: asked, tlp, sector: word, date, dryRun, ...given }: Given<typeof GIVEN>,
  { home, signs, bound, asNamed = false }: ActionContext,
  rejectsTo?: string,
): Promise<Came<SightingsImportAnswer>> {
  if (places.length === 0 && !given.loaded)
    throw errorOf(SIGHTING_INPUT_ISSUES.noInput, 'No input is named.');
  const { release, carry, groupNamed } = knownWords(await home.knowledgeBase(), asked);
  const sector = word === undefined ? undefined : sectorMeant(word);
  if (date !== undefined && !isDay(date))
    throw errorOf(SIGHTING_INPUT_ISSUES.needsDate, `“${date}” is no day such as 2026-05-02.`);
  const { readAs, organisation, source, pseudonymKey } = given;
  const rejects = rejectsTo === undefined ? undefined : new RejectsFile(rejectsTo);
  const mapping = given.mapping === undefined ? undefined : await mappingIn(given.mapping);
  const { sectors, issues } = await organisationsIn(given.organisations);
  const isHidden = given.pseudonyms || pseudonymKey !== undefined;
  const pseudonymOf = isHidden ? await pseudonyms(home.paths.folder, pseudonymKey) : undefined;
  const options: ImportOptions = {
    words: { carry, groupNamed, sectors, pseudonymOf, otherwise: defined({ organisation, source }) },
    ...defined({ readAs, sector, date, rejects, mapping }),
    level: levelNamed(tlp),
    // Nobody has the folder that was sent files lie in.
    ...(asNamed ? { keepsRejects: false } : {}),
    release,
    how: JSON.stringify([sector, organisation, source, date, mapping, [...sectors], pseudonymOf?.('')]),
    isTrial: dryRun,
    now: new Date().toISOString(),
  };
  const store = await home.sightings();
  const named = await findInputs(places);
  const loaded = given.loaded ? await loadedSightings(home, bound) : [];
  const inputs: readonly Input[] = [
    ...named.map((place) => ({ path: place, name: place })),
    ...loaded.map((each) => ({ ...each, name: each.called })),
  ];
  const reports = await importEach(inputs, async ({ path: place, called, level, name }) => {
    const own = { ...options, ...defined({ called }), level: strictestLevel([options.level, level]) };
    const imported = await importSightings(store, place, own, home.config.limits, (step, done, total) =>
      signs.progress(`${step} ${asNamed ? placeName(name) : name}${share(done, total)}`),
    );
    if (!dryRun && imported.some(({ outcome }) => outcome !== 'refused')) signs.kept(placeName(name));
    return imported;
  });
  signs.progress('');
  return {
    answer: { release, inputs: reports.map(inputOf), issues: issuesNamed(issues) },
    level: strictestLevel(reports.map(({ batch }) => batch?.level)),
    ending: endingOf(reports),
  };
}

/** What is imported: a file, or the copy kept of a source. */
type Input = Pick<LoadedSightings, 'path'> & Partial<LoadedSightings> & { readonly name: string };

function endingOf(reports: readonly ImportReport[]): Came<unknown>['ending'] {
  if (reports.some(({ outcome }) => outcome === 'refused')) return 'input';
  return reports.length === 0 ? 'nothing' : undefined;
}

/** A file of text by its path. @throws FoeprintError A4xx */
async function textIn(file: string): Promise<string> {
  return new TextDecoder().decode(await readFileBytes(file, DEFAULT_LIMITS, silent));
}

/** @throws FoeprintError S940 with all that is wrong */
async function mappingIn(file: string): Promise<ColumnMapping> {
  const { mapping, issues } = readMapping(await textIn(file), file);
  if (mapping === undefined || issues.length > 0) throw new FoeprintError(issues);
  return mapping;
}

async function organisationsIn(file: string | undefined): Promise<ReturnType<typeof readOrganisations>> {
  return file === undefined
    ? { sectors: new Map(), issues: [] }
    : readOrganisations(await textIn(file), file);
}

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
    file: placeName(file),
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
