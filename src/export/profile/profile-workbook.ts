import type { Defence, Profile } from '../../analysis/index.ts';
import type { CsvValue } from '../csv.ts';
import type { CellStyle, Sheet, SheetCell } from '../spreadsheet/workbook.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { PROFILE_HEADS, profileRows } from './profile-table.ts';
import { dayOf, sayThing } from './wording.ts';

const HEAD: CellStyle = { bold: true, fill: '#e8ebf0', border: true, wrap: true };

/** Widths of columns in characters; others are {@link WIDTH}. */
const WIDTHS: Readonly<Record<string, number>> = {
  name: 30,
  tactics: 28,
  score: 7,
  reason: 40,
  through: 24,
  sources: 8,
  publishers: 28,
  citation: 32,
  address: 40,
  sentence: 80,
  techniques: 11,
  for: 80,
};
const WIDTH = 14;

/** A profile as an Excel file: a sheet each for techniques, software, campaigns, mitigations and detection strategies. */
export function profileXlsx(profile: Profile): Uint8Array {
  return writeWorkbook({
    sheets: [
      sheetOf('Techniques', PROFILE_HEADS, profileRows(profile)),
      sheetOf(
        'Software',
        ['software', 'name', 'first evidence', 'last evidence', 'sources', 'citation', 'address', 'sentence'],
        profile.software.map(({ software, ...each }) => [
          software.label || software.id,
          software.name,
          each.first?.date,
          each.last?.date,
          each.publishers.length,
          each.citation?.name,
          each.citation?.url,
          each.sentence,
        ]),
      ),
      sheetOf(
        'Campaigns',
        ['campaign', 'name', 'first seen', 'last seen', 'citation', 'address'],
        profile.campaigns.map(({ campaign, ...each }) => [
          campaign.label || campaign.id,
          campaign.name,
          dayOf(each.firstSeen),
          dayOf(each.lastSeen),
          each.citation?.name,
          each.citation?.url,
        ]),
      ),
      defenceSheet('Mitigations', profile.mitigations),
      defenceSheet('Detection strategies', profile.detections),
    ],
  });
}

function defenceSheet(name: string, defences: readonly Defence[]): Sheet {
  return sheetOf(
    name,
    ['id', 'name', 'techniques', 'for'],
    defences.map(({ defence, techniques }) => [
      defence.label || defence.id,
      defence.name,
      techniques.length,
      techniques.map(sayThing).join('; '),
    ]),
  );
}

function sheetOf(name: string, heads: readonly string[], rows: readonly (readonly CsvValue[])[]): Sheet {
  return {
    name,
    widths: heads.map((head) => WIDTHS[head] ?? WIDTH),
    rows: [
      { cells: heads.map((value) => ({ value, style: HEAD })) },
      ...rows.map((row) => ({ cells: row.map(cellOf) })),
    ],
    frozen: { rows: 1, columns: 2 },
    filterRow: 0,
  };
}

function cellOf(value: CsvValue): SheetCell | undefined {
  if (value === undefined || value === '') return undefined;
  return typeof value === 'number' ? { value } : { value: String(value), style: { wrap: true } };
}
