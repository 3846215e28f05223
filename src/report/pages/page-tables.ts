import {
  sayNames,
  type CampaignAnswer,
  type SoftwareAnswer,
  type Statement,
  type TechniqueAnswer,
  type UsedTechnique,
} from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { detectionTable, mitigationTable } from '../techniques/defence-tables.ts';
import { idCell, thingColumns } from '../words.ts';

/** One technique as tables: who uses it and how that is known, defences, mappings, other releases. */
export function techniqueTables(answer: TechniqueAnswer): readonly DataTable[] {
  const { groups, derived, campaigns, software, exploited, enabled } = answer;
  return [
    usersTable({ groups, derived, campaigns, software }),
    mitigationTable(answer.mitigations),
    detectionTable(answer.detections),
    dataTable('Controls', answer.controls, {
      framework: ({ framework }) => framework.name,
      control: ({ control }) => idCell(control.thing),
      name: ({ control }) => control.thing.name,
      sentence: ({ control }) => control.sentence,
    }),
    dataTable(
      'Vulnerabilities',
      [
        ...exploited.newest.map((each) => ({ ...each, how: 'exploited through it' })),
        ...enabled.newest.map((each) => ({ ...each, how: 'leads to it' })),
      ],
      {
        ...thingColumns('thing', 'vulnerability'),
        how: ({ how }) => how,
        sentence: ({ sentence }) => sentence,
      },
    ),
    dataTable('Releases', answer.releases, {
      release: ({ release }) => release,
      id: ({ to }) => to,
      standing: ({ standing }) => standing,
      reason: ({ reason }) => reason,
      candidates: ({ candidates }) => candidates.join('; '),
    }),
  ];
}

/** One piece of software as tables: who uses it, and what it does. */
export function softwareTables({
  groups,
  derived,
  campaigns,
  techniques,
}: SoftwareAnswer): readonly DataTable[] {
  return [usersTable({ groups, derived, campaigns }), techniqueTable(techniques)];
}

/** One campaign as tables: techniques, software, attributions. */
export function campaignTables({ techniques, software, attributedTo }: CampaignAnswer): readonly DataTable[] {
  return [
    techniqueTable(techniques),
    dataTable('Software', software, { ...thingColumns('thing', 'software'), ...EVIDENCE }),
    dataTable('Attributions', attributedTo, { ...thingColumns('thing', 'group'), ...EVIDENCE }),
  ];
}

type Lists = Partial<Pick<TechniqueAnswer, 'groups' | 'derived' | 'campaigns' | 'software'>>;

function usersTable(lists: Lists): DataTable {
  const { groups, derived, campaigns, software } = lists;
  const rows = [
    ...(groups?.newest ?? []).map((each) => ({ ...each, known: 'direct' })),
    ...(derived?.newest ?? []).map((each) => ({ ...each, known: 'derived' })),
    ...(campaigns?.newest ?? []).map((each) => ({ ...each, known: 'direct' })),
    ...(software?.newest ?? []).map((each) => ({ ...each, known: 'direct' })),
  ];
  return dataTable('Users', rows, {
    ...thingColumns('thing', 'user'),
    type: ({ thing }) => thing.type,
    known: ({ known }) => known,
    through: ({ through }) => sayNames(through, '; '),
    ...EVIDENCE,
  });
}

function techniqueTable(techniques: readonly UsedTechnique[]): DataTable {
  const rows = techniques.map(({ technique, tactics }) => ({ ...technique, tactics }));
  return dataTable('Techniques', rows, {
    ...thingColumns('thing', 'technique'),
    ...EVIDENCE,
    tactics: ({ tactics }) => sayNames(tactics, '; '),
  });
}

const EVIDENCE = {
  'first evidence': ({ first }: Statement) => first?.date,
  'last evidence': ({ last }: Statement) => last?.date,
  publishers: ({ publishers }: Statement) => publishers.join('; '),
  citation: ({ citation }: Statement) => citation?.name,
  address: ({ citation }: Statement) => citation?.url,
  sentence: ({ sentence }: Statement) => sentence,
};
