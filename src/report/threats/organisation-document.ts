import type {
  OrgCheckAnswer,
  OrgKeepAnswer,
  OrgRemoveAnswer,
  OrgShowAnswer,
  UnderstoodWord,
} from '../../answers/index.ts';
import { bullets, heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { sayLevel, type Issue } from '../../facts/index.ts';
import { VOCABULARIES } from '../../threat/index.ts';
import type { Organisation, OwnSighting, Partner, Vocabulary } from '../../threat/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { sayIssue } from '../words.ts';

/** What is understood of an organisation, and what is wrong with its file. */
export function organisationDocument(answer: OrgCheckAnswer): Document {
  const { organisation, coverage, issues, file } = answer;
  return {
    title: organisation.name,
    lead: `As in ${file}.`,
    blocks: [
      table(['What', 'Understood'], rowsOf(organisation)),
      ...renamedBlocks(answer.understood),
      ...coverageBlocks(coverage),
      ...issueBlocks(issues),
    ],
  };
}

/** The organisation that a home keeps. */
export function keptOrganisationDocument({ kept }: OrgShowAnswer): Document {
  if (kept === undefined)
    return {
      title: 'No organisation is kept',
      blocks: [paragraph('Keep yours with `foeprint org keep org.yaml`: questions are then about it.')],
    };
  return { title: kept.organisation.name, lead: sinceWhen(kept), blocks: keptBlocks(kept.organisation) };
}

/** An organisation that is kept from now on. */
export function orgKeepDocument({ isNew, kept, before, coverage, issues }: OrgKeepAnswer): Document {
  const name = kept.organisation.name;
  const instead = before === undefined || before === name ? '' : ` in the place of ${before}`;
  const claims =
    coverage === undefined
      ? []
      : [
          `What its coverage files say is kept as the coverage “${coverage.name}” from ${coverage.date}: ${count(coverage.techniques, 'technique')}.`,
        ];
  return {
    title: isNew ? `${name} is kept${instead}` : `${name} was kept already`,
    lead: 'Questions are about it where nobody else is named.',
    blocks: [
      ...keptBlocks(kept.organisation),
      ...claims.map((claim) => paragraph(claim)),
      ...(issues.length === 0 ? [] : issueBlocks(issues)),
    ],
  };
}

/** One that is kept no more. */
export function orgRemoveDocument({ removed }: OrgRemoveAnswer): Document {
  return {
    title: `${removed.organisation.name} is no longer kept`,
    lead: 'Its coverage stays, see `foeprint coverage list`.',
    blocks: keptBlocks(removed.organisation),
  };
}

function sinceWhen({
  file,
  keptAt,
  level,
}: Pick<NonNullable<OrgShowAnswer['kept']>, 'file' | 'keptAt' | 'level'>): string {
  const marked = level === undefined ? '' : `, ${sayLevel(level)}`;
  return `Kept since ${keptAt.slice(0, 10)}, from ${file}${marked}. Questions are about it where nobody else is named.`;
}

function keptBlocks(organisation: Organisation): readonly Block[] {
  const { misread = [] } = organisation;
  return [
    table(['What', 'Understood'], rowsOf(organisation)),
    ...(misread.length === 0 ? [] : [heading(2, 'Left out'), bullets(misread)]),
  ];
}

/** Whether a word was taken for another than it is. */
export function isRenamed({ given, meant }: UnderstoodWord): boolean {
  return meant.length !== 1 || meant[0] !== given;
}

/** `telecoms → telecommunications`, `lux → LU (Luxembourg)`. */
export function sayUnderstood({ field, given, meant }: UnderstoodWord): string {
  const list = /\w+$/u.exec(field)?.[0] ?? '';
  return `${given} → ${meant.map((name) => sayName(list, name)).join(', ')}`;
}

/** A name of a vocabulary; codes with what they stand for. */
function sayName(list: string, name: string): string {
  return list === 'countries' ? `${name} (${VOCABULARIES.countries.say(name)})` : name;
}

const ROWS: readonly (readonly [
  what: string,
  valuesOf: (organisation: Organisation) => readonly string[],
])[] = [
  ['Sectors', ({ sectors }) => sectors],
  ['Countries', ({ countries }) => named(countries, VOCABULARIES.countries)],
  ['Regions', ({ regions }) => named(regions, VOCABULARIES.regions)],
  ['Platforms', ({ platforms }) => platforms],
  ['Products', ({ products }) => products],
  ['Motives feared', ({ motives }) => motives],
  ['Crown jewels', ({ crownJewels }) => crownJewels],
  ['Supply chain', ({ supplyChain }) => supplyChain.map(sayPartner)],
  ['Mitigations in place', ({ controls }) => controls.mitigations],
  ['Mapped controls in place', ({ controls }) => controls.mapped ?? []],
  ['Last audit', ({ lastAudit }) => (lastAudit === undefined ? [] : [lastAudit])],
  ['Sightings stand under', ({ name, sightingsAs = [] }) => [name, ...sightingsAs]],
  ['Sightings', ({ sightings }) => sightings.map(saySighting)],
];

function rowsOf(organisation: Organisation): readonly (readonly string[])[] {
  return ROWS.map(([what, valuesOf]) => [what, valuesOf(organisation).join('; ') || '–']);
}

function named(names: readonly string[], vocabulary: Vocabulary): readonly string[] {
  return names.map((name) => vocabulary.say(name));
}

function sayPartner({ name, sectors, countries }: Partner): string {
  const about = [...sectors, ...named(countries, VOCABULARIES.countries)].join(', ');
  if (name === undefined) return about;
  return about === '' ? name : `${name} (${about})`;
}

function saySighting({ date, group, software, technique, note }: OwnSighting): string {
  const what = [group, software, technique].filter((each) => each !== undefined).join(', ');
  return [date, what, note === undefined ? undefined : `“${note}”`]
    .filter((each) => each !== undefined)
    .join(' ');
}

function renamedBlocks(understood: readonly UnderstoodWord[]): readonly Block[] {
  const renamed = understood.filter(isRenamed);
  return renamed.length === 0
    ? []
    : [heading(2, 'Taken for'), bullets([...new Set(renamed.map(sayUnderstood))])];
}

function coverageBlocks(coverage: OrgCheckAnswer['coverage']): readonly Block[] {
  return tableSection(
    'Coverage',
    ['File', numberColumn('Techniques covered'), numberColumn('Visible')],
    coverage.map(({ file, covered, visible }) => [file, groupDigits(covered), groupDigits(visible)]),
  );
}

function issueBlocks(issues: readonly Issue[]): readonly Block[] {
  if (issues.length === 0) return [paragraph('Nothing is wrong with it.')];
  return [heading(2, count(issues.length, 'remark')), bullets(issues.map(sayIssue))];
}
