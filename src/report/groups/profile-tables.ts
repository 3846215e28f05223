import type {
  Defence,
  ProfileAnswer,
  ProfiledCampaign,
  ProfiledSoftware,
  ProfiledTechnique,
} from '../../answers/index.ts';
import { dayOf, sayThing } from '../../draw/index.ts';
import { sayNames } from '../../answers/index.ts';
import type { DataTable } from '../../render/index.ts';

/** A profile as tables: techniques, software, campaigns, mitigations, detection strategies. Several values of a cell are separated by `; `. */
export function profileTables(profile: ProfileAnswer): readonly DataTable[] {
  return [
    {
      name: 'Techniques',
      heads: [
        'technique',
        'name',
        'tactics',
        'score',
        'status',
        'reason',
        'use',
        'through',
        'reported as',
        'first evidence',
        'last evidence',
        'sources',
        'publishers',
        'citation',
        'address',
        'sentence',
      ],
      rows: profile.techniques.map((each) => techniqueRow(each, profile)),
    },
    {
      name: 'Software',
      heads: [
        'software',
        'name',
        'first evidence',
        'last evidence',
        'sources',
        'citation',
        'address',
        'sentence',
      ],
      rows: profile.software.map(softwareRow),
    },
    {
      name: 'Campaigns',
      heads: ['campaign', 'name', 'first seen', 'last seen', 'citation', 'address'],
      rows: profile.campaigns.map(campaignRow),
    },
    defenceTable('Mitigations', profile.mitigations),
    defenceTable('Detection strategies', profile.detections),
  ];
}

function techniqueRow(each: ProfiledTechnique, { tactics }: ProfileAnswer): DataTable['rows'][number] {
  const served = tactics.filter(({ techniques }) => techniques.includes(each.technique.id));
  return [
    each.technique.label || each.technique.id,
    each.technique.name,
    sayNames(
      served.map(({ tactic }) => tactic),
      '; ',
    ),
    each.score,
    each.status,
    each.reason,
    each.use,
    sayNames(each.through, '; '),
    each.reportedAs?.join('; '),
    each.first?.date,
    each.last?.date,
    each.publishers.length,
    each.publishers.join('; '),
    each.citation?.name,
    each.citation?.url,
    each.sentence,
  ];
}

function softwareRow({ software, ...each }: ProfiledSoftware): DataTable['rows'][number] {
  return [
    software.label || software.id,
    software.name,
    each.first?.date,
    each.last?.date,
    each.publishers.length,
    each.citation?.name,
    each.citation?.url,
    each.sentence,
  ];
}

function campaignRow({ campaign, ...each }: ProfiledCampaign): DataTable['rows'][number] {
  return [
    campaign.label || campaign.id,
    campaign.name,
    dayOf(each.firstSeen),
    dayOf(each.lastSeen),
    each.citation?.name,
    each.citation?.url,
  ];
}

function defenceTable(name: string, defences: readonly Defence[]): DataTable {
  return {
    name,
    heads: ['id', 'name', 'techniques', 'for'],
    rows: defences.map(({ defence, techniques }) => [
      defence.label || defence.id,
      defence.name,
      techniques.length,
      techniques.map(sayThing).join('; '),
    ]),
  };
}
