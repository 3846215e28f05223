import type { Defence, Profile } from '../../analysis/index.ts';
import { tableSheet } from '../spreadsheet/table-sheet.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { PROFILE_HEADS, profileRows } from './profile-table.ts';
import { dayOf, sayThing } from '../../draw/index.ts';

/** A profile as an Excel file: a sheet each for techniques, software, campaigns, mitigations and detection strategies. */
export function profileXlsx(profile: Profile, marking?: string): Uint8Array {
  return writeWorkbook({
    marking,
    sheets: [
      tableSheet('Techniques', PROFILE_HEADS, profileRows(profile)),
      tableSheet(
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
      tableSheet(
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
  return tableSheet(
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
