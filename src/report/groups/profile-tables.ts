import { sayNames, type Defence, type ProfileAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { dayOf, sayThing, thingColumns } from '../words.ts';

/** A profile as tables: techniques, software, campaigns, mitigations, detection strategies. Several values of a cell are separated by `; `. */
export function profileTables(profile: ProfileAnswer): readonly DataTable[] {
  return [
    dataTable('Techniques', profile.techniques, {
      ...thingColumns('technique'),
      tactics: ({ technique }) => sayTactics(profile, technique.id),
      score: ({ score }) => score,
      status: ({ status }) => status,
      reason: ({ reason }) => reason,
      use: ({ use }) => use,
      through: ({ through }) => sayNames(through, '; '),
      'reported as': ({ reportedAs }) => reportedAs?.join('; '),
      'first evidence': ({ first }) => first?.date,
      'last evidence': ({ last }) => last?.date,
      sources: ({ publishers }) => publishers.length,
      publishers: ({ publishers }) => publishers.join('; '),
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
      sentence: ({ sentence }) => sentence,
    }),
    dataTable('Software', profile.software, {
      ...thingColumns('software'),
      'first evidence': ({ first }) => first?.date,
      'last evidence': ({ last }) => last?.date,
      sources: ({ publishers }) => publishers.length,
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
      sentence: ({ sentence }) => sentence,
    }),
    dataTable('Campaigns', profile.campaigns, {
      ...thingColumns('campaign'),
      'first seen': ({ firstSeen }) => dayOf(firstSeen),
      'last seen': ({ lastSeen }) => dayOf(lastSeen),
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
    }),
    defenceTable('Mitigations', profile.mitigations),
    defenceTable('Detection strategies', profile.detections),
  ];
}

function sayTactics({ tactics }: ProfileAnswer, technique: string): string {
  const served = tactics.filter(({ techniques }) => techniques.includes(technique));
  return served.map(({ tactic }) => tactic.name).join('; ');
}

function defenceTable(name: string, defences: readonly Defence[]): DataTable {
  return dataTable(name, defences, {
    ...thingColumns('defence', 'id'),
    techniques: ({ techniques }) => techniques.length,
    for: ({ techniques }) => techniques.map(sayThing).join('; '),
  });
}
