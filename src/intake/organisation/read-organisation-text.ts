import type { Issue } from '../../facts/index.ts';
import type { Organisation, OwnSighting, Partner } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { readYaml, type YamlFile } from '../yaml-file.ts';
import { CONTROL_KEYS, ORGANISATION_KEYS, PARTNER_KEYS, SIGHTING_KEYS } from './organisation-keys.ts';
import { ValueReader, type Path, type Understood } from './value-reader.ts';

/** What a file says of an organisation. */
export interface OrganisationReading {
  /** Absent where the file is no organisation at all, or has no name for it. */
  readonly organisation?: Organisation;
  /** What the words of vocabularies were taken for, in the order of the keys. */
  readonly understood: readonly Understood[];
  /** What is wrong with it; errors name what was left out. */
  readonly issues: readonly Issue[];
}

/**
 * Reads an organisation from YAML 1.2 (docs/organisation.md). Everything that is wrong is listed with line and column;
 * the rest is used.
 *
 * @param file name of the file, for issues
 * @param findFile the path of a file that the text names; undefined where there is none
 */
export function readOrganisationText(
  text: string,
  file: string,
  findFile: (told: string) => string | undefined,
): OrganisationReading {
  const issues = new IssueList(file);
  const yaml = readYaml(file, text);
  const reader = new ValueReader(yaml, issues);
  if (!isMapping(yaml, issues)) return { understood: [], issues: issues.toArray() };
  const organisation = organisationIn(reader, findFile);
  warnOfNothingToCompareBy(organisation, reader);
  return {
    ...(organisation.name === '' ? {} : { organisation }),
    understood: reader.understood,
    issues: issues.toArray().toSorted(byPlace),
  };
}

function isMapping({ faults, value }: YamlFile, issues: IssueList): boolean {
  for (const { message, place } of faults)
    issues.add(INTAKE_ISSUES.notAnOrganisation, `It is not YAML: ${message}`, place);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap && faults.length === 0)
    issues.add(INTAKE_ISSUES.notAnOrganisation, 'It is not a mapping of keys to values.', {
      line: 1,
      column: 1,
    });
  return isMap;
}

function organisationIn(reader: ValueReader, findFile: (told: string) => string | undefined): Organisation {
  reader.expectKeys([], ORGANISATION_KEYS);
  const name = reader.text(['name']) ?? '';
  if (name === '')
    reader.complain(INTAKE_ISSUES.unnamedOrganisation, 'The organisation has no `name`.', ['name']);
  const lastAudit = reader.day(['lastAudit']);
  return {
    name,
    sectors: reader.words(['sectors'], 'sectors'),
    countries: reader.words(['countries'], 'countries'),
    regions: reader.words(['regions'], 'regions'),
    platforms: reader.words(['platforms'], 'platforms'),
    products: textsAt(reader, ['products']),
    motives: reader.words(['motives'], 'motives'),
    crownJewels: textsAt(reader, ['crownJewels']),
    supplyChain: reader.entries(['supplyChain']).map((path) => partnerAt(reader, path)),
    controls: controlsIn(reader, findFile),
    ...(lastAudit === undefined ? {} : { lastAudit }),
    sightings: reader.entries(['sightings']).flatMap((path) => sightingAt(reader, path)),
  };
}

function textsAt(reader: ValueReader, path: Path): readonly string[] {
  return reader.texts(path).map(({ text }) => text);
}

function partnerAt(reader: ValueReader, path: Path): Partner {
  reader.expectKeys(path, PARTNER_KEYS);
  const name = reader.text([...path, 'name']);
  return {
    ...(name === undefined ? {} : { name }),
    sectors: reader.words([...path, 'sectors'], 'sectors'),
    countries: reader.words([...path, 'countries'], 'countries'),
  };
}

function controlsIn(
  reader: ValueReader,
  findFile: (told: string) => string | undefined,
): Organisation['controls'] {
  if (!reader.hasMapping(['controls'])) return { coverage: [], mitigations: [] };
  reader.expectKeys(['controls'], CONTROL_KEYS);
  const coverage = reader.texts(['controls', 'coverage']).flatMap(({ text, path }) => {
    const found = findFile(text);
    if (found === undefined)
      reader.complain(INTAKE_ISSUES.organisationFileNotFound, `There is no file \`${text}\`.`, path);
    return found ?? [];
  });
  const mitigations = reader.texts(['controls', 'mitigations']).flatMap(({ text, path }) => {
    const id = text.toUpperCase();
    if (/^M\d{4}$/.test(id)) return [id];
    reader.complain(INTAKE_ISSUES.oddMitigation, `\`${text}\` is no id of a mitigation.`, path);
    return [];
  });
  return { coverage, mitigations };
}

function sightingAt(reader: ValueReader, path: Path): readonly OwnSighting[] {
  reader.expectKeys(path, SIGHTING_KEYS);
  const told: Record<string, string | undefined> = { date: reader.day([...path, 'date']) };
  for (const key of ['group', 'software', 'technique', 'note'] as const)
    told[key] = reader.text([...path, key]);
  const { date, group, software, technique, note } = told;
  if (group === undefined && software === undefined && technique === undefined) {
    const message = 'A sighting names no group, software or technique.';
    reader.complain(INTAKE_ISSUES.emptySighting, message, path);
    return [];
  }
  return [
    {
      ...(date === undefined ? {} : { date }),
      ...(group === undefined ? {} : { group }),
      ...(software === undefined ? {} : { software }),
      ...(technique === undefined ? {} : { technique }),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

function warnOfNothingToCompareBy(organisation: Organisation, reader: ValueReader): void {
  const { sectors, countries, regions } = organisation;
  if (sectors.length + countries.length + regions.length > 0) return;
  const message = 'It names no sector, country or region that is known.';
  reader.complain(INTAKE_ISSUES.nothingToCompareBy, message, ['sectors']);
}

/** In the order of the file; what has no line comes last. */
function byPlace({ place: one }: Issue, { place: other }: Issue): number {
  const [line = Infinity, otherLine = Infinity] = [one?.line, other?.line];
  return line === otherLine ? (one?.column ?? 0) - (other?.column ?? 0) : line - otherLine;
}
