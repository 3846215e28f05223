import type * as z from 'zod/mini';
import type { UnderstoodWord } from '../../answers/index.ts';
import type { Issue, IssueDeclaration } from '../../facts/index.ts';
import { VOCABULARIES, suggestion, type Organisation } from '../../threat/index.ts';
import { defined } from '../../text/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { fieldOf, inOrder, readValues, valueAt, type Path } from '../read-values.ts';
import { readYaml } from '../yaml-file.ts';
import { ORGANISATION_FILE, type Word } from './organisation-schema.ts';

/** What a file says of an organisation. */
export interface OrganisationReading {
  /** Absent where the file is no organisation at all, or has no name for it. */
  readonly organisation?: Organisation;
  /** What the words of vocabularies were taken for, in the order of the keys. */
  readonly understood: readonly UnderstoodWord[];
  /** What is wrong with it; errors name what was left out. */
  readonly issues: readonly Issue[];
}

type OrganisationValues = z.output<typeof ORGANISATION_FILE>;

const DECLARATIONS: Readonly<Record<string, IssueDeclaration>> = {
  format: INTAKE_ISSUES.notAnOrganisation,
  key: INTAKE_ISSUES.unknownOrganisationKey,
  word: INTAKE_ISSUES.unknownOrganisationWord,
  day: INTAKE_ISSUES.wrongOrganisationDate,
  mitigation: INTAKE_ISSUES.oddMitigation,
  sighting: INTAKE_ISSUES.emptySighting,
};

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
  findFile: (given: string) => string | undefined,
): OrganisationReading {
  const yaml = readYaml(file, text);
  const { values, issues: wrong } = readValues(yaml, ORGANISATION_FILE, (kind, path) =>
    path.length === 0
      ? INTAKE_ISSUES.notAnOrganisation
      : (DECLARATIONS[kind] ?? INTAKE_ISSUES.wrongOrganisationValue),
  );
  if (values === undefined) return { understood: [], issues: wrong };
  const issues = new IssueList(file);
  const complain: Complain = (declaration, message, path, given) => {
    const at = given === undefined ? path : pathOf(yaml.value, path, given);
    issues.add(declaration, message, { ...yaml.locate(at), field: fieldOf(at) });
  };
  const organisation = organisationIn(values, findFile, complain);
  return {
    ...(organisation.name === '' ? {} : { organisation }),
    understood: understoodIn(values),
    issues: inOrder([...wrong, ...issues.toArray()]),
  };
}

type Complain = (declaration: IssueDeclaration, message: string, path: Path, given?: string) => void;

function organisationIn(
  values: OrganisationValues,
  findFile: (given: string) => string | undefined,
  complain: Complain,
): Organisation {
  const { name = '', platforms, products, crownJewels, controls, lastAudit, sightingsAs } = values;
  if (name === '') complain(INTAKE_ISSUES.unnamedOrganisation, 'The organisation has no `name`.', ['name']);
  for (const { given } of platforms.filter(({ isKnown }) => !isKnown)) {
    const message = `\`${given}\` is no platform that is known. ${suggestion(given, VOCABULARIES.platforms)}`;
    complain(INTAKE_ISSUES.unknownPlatform, message.trimEnd(), ['platforms'], given);
  }
  const coverage = (controls?.coverage ?? []).flatMap((given) => {
    const found = findFile(given);
    const message = `There is no file \`${given}\`.`;
    if (found === undefined)
      complain(INTAKE_ISSUES.organisationFileNotFound, message, ['controls', 'coverage'], given);
    return found ?? [];
  });
  const sectors = namesOf(values.sectors);
  // Benelux is as much a region to those who write it as the EU, and three countries here.
  const places = [...values.countries, ...values.regions];
  const countries = namesOf(places.filter(({ of }) => of === VOCABULARIES.countries));
  const regions = namesOf(places.filter(({ of }) => of === VOCABULARIES.regions));
  if (sectors.length + countries.length + regions.length === 0)
    complain(INTAKE_ISSUES.nothingToCompareBy, 'It names no sector, country or region that is known.', [
      'sectors',
    ]);
  return {
    name,
    sectors,
    countries,
    regions,
    platforms: namesOf(platforms),
    products,
    motives: namesOf(values.motives),
    crownJewels,
    supplyChain: values.supplyChain.map((partner) =>
      defined({ ...partner, sectors: namesOf(partner.sectors), countries: namesOf(partner.countries) }),
    ),
    controls: {
      coverage,
      mitigations: controls?.mitigations ?? [],
      ...(controls === undefined || controls.mapped.length === 0 ? {} : { mapped: controls.mapped }),
    },
    ...defined({ lastAudit, sightingsAs: sightingsAs.length === 0 ? undefined : sightingsAs }),
    sightings: values.sightings.map(defined),
  };
}

/** Names in a vocabulary, each once, in the order given. */
function namesOf(words: readonly Word[]): readonly string[] {
  return [...new Set(words.flatMap(({ meant }) => meant))];
}

function understoodIn({ supplyChain, ...values }: OrganisationValues): readonly UnderstoodWord[] {
  const { sectors, countries, regions, platforms, motives } = values;
  const lists = supplyChain.flatMap((partner, index) =>
    Object.entries({ sectors: partner.sectors, countries: partner.countries }).map(
      ([key, words]) => [`supplyChain[${String(index)}].${key}`, words] as const,
    ),
  );
  return [...Object.entries({ sectors, countries, regions, platforms, motives }), ...lists].flatMap(
    ([field, words]) =>
      words.filter(({ isKnown }) => isKnown).map(({ given, meant }) => ({ field, given, meant })),
  );
}

/** Where a text stands in a list, or alone in place of one. */
function pathOf(whole: unknown, path: Path, text: string): Path {
  const list = valueAt(whole, path);
  return Array.isArray(list) ? [...path, list.findIndex((each) => String(each).trim() === text)] : path;
}
