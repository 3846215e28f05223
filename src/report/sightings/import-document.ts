import type { ImportedInput, SightingsImportAnswer } from '../../answers/index.ts';
import { bullets, heading, paragraph, type Block, type Document } from '../../render/index.ts';
import { count, groupDigits, sum } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { sayIssue } from '../words.ts';

/** What came of importing sightings, input by input. */
export function sightingsImportDocument(answer: SightingsImportAnswer): Document {
  const { inputs, release, issues, template } = answer;
  if (template !== undefined)
    return { title: 'A mapping to start from', blocks: [paragraph(`It stands in ${template}.`)] };
  return {
    title: 'Sightings imported',
    ...(inputs.length > 1 ? { lead: sayTotal(inputs) } : {}),
    blocks: [
      ...(issues.length === 0 ? [] : [bullets(issues.map(sayIssue))]),
      ...inputs.flatMap((input) => inputBlocks(input, release)),
      ...(inputs.length === 0 ? [paragraph(NO_INPUT)] : []),
    ],
  };
}

/** `12 inputs: 10 stored, with 1,200 sightings; 1 the same as before; 1 refused; 3 records rejected.` */
function sayTotal(inputs: readonly ImportedInput[]): string {
  const of = (outcome: ImportedInput['outcome']): readonly ImportedInput[] =>
    inputs.filter((input) => input.outcome === outcome);
  const records = sum(inputs.flatMap(({ rejected }) => rejected.map((each) => each.records)));
  const [stored, tried, known, refused] = [of('stored'), of('tried'), of('known'), of('refused')];
  const parts = [
    ...(stored.length === 0 ? [] : [`${stored.length} stored, with ${saySightings(stored)}`]),
    ...(tried.length === 0 ? [] : [`${tried.length} only tried, with ${saySightings(tried)}`]),
    ...(known.length === 0 ? [] : [`${known.length} the same as before`]),
    ...(refused.length === 0 ? [] : [`${refused.length} refused`]),
    ...(records === 0 ? [] : [`${count(records, 'record')} rejected`]),
  ];
  return `${count(inputs.length, 'input')}: ${parts.join('; ')}.`;
}

function saySightings(inputs: readonly ImportedInput[]): string {
  return count(sum(inputs.map(({ batch }) => batch?.sightings ?? 0)), 'sighting');
}

const NO_INPUT =
  'There is nothing to import: no file is in the folders that were named (what is hidden, links and rejects do not count), and no source that is loaded holds sightings.';

function inputBlocks(input: ImportedInput, release: string): readonly Block[] {
  const { file, carried, rejected, rejects, issues } = input;
  return [
    heading(2, file === '-' ? 'Standard input' : file),
    paragraph(sayOutcome(input)),
    ...tableSection(
      release === '' ? 'Techniques as they were given' : `Techniques carried to ATT&CK ${release}`,
      ['Given', 'Kept as', 'How sure', numberColumn('Rows')],
      carried
        .slice(0, MOST_SHOWN)
        .map(({ from, to, standing, rows }) => [from, to, standing, groupDigits(rows)]),
      3,
    ),
    ...(carried.length > MOST_SHOWN ? [paragraph(`${carried.length - MOST_SHOWN} more with --json.`)] : []),
    ...tableSection(
      rejects === undefined ? 'Rejected' : `Rejected, see ${rejects}`,
      ['Code', 'Reason', numberColumn('Records')],
      rejected.map(({ code, name, records }) => [code, name, groupDigits(records)]),
      3,
    ),
    ...(issues.length === 0 ? [] : [bullets(issues.map(sayIssue))]),
  ];
}

/** Techniques shown before the rest is only counted. */
const MOST_SHOWN = 20;

const OUTCOMES: Readonly<Record<ImportedInput['outcome'], string>> = {
  stored: 'Stored',
  known: 'The same was imported before, and nothing was done',
  refused: 'Nothing of it was stored',
  tried: 'It was only tried, and would be stored',
};

function sayOutcome({ outcome, format, batch }: ImportedInput): string {
  if (format === '') return `${OUTCOMES[outcome]}.`;
  if (batch === undefined) return `Read as ${format}. ${OUTCOMES[outcome]}.`;
  const { id, rows, sightings, first, last, level } = batch;
  const days = rows === 0 ? '' : `, from ${first} to ${last}`;
  const marked = level === undefined ? '' : `, ${level}`;
  return `Read as ${format}. ${OUTCOMES[outcome]}: batch ${id.slice(0, 12)}${marked}, ${count(sightings, 'sighting')} in ${count(rows, 'row')}${days}.`;
}
