import { describe, expect, test } from 'vitest';
import { readBundle, readGalaxyCluster } from '../../../src/intake/index.ts';
import { expectedTechniques, prioritiesFor, threatsTo, victimsOf } from '../../../src/workbench/index.ts';
import { type Desk } from '../../../src/desk/index.ts';
import {
  about,
  bundle,
  cluster,
  idOf,
  labelled,
  object,
  relationship,
  release,
  value,
} from '../../support/world/build.ts';
import { organisation } from '../../support/organisation.ts';
import { knowledgeOf, deskOver } from '../../support/desk.ts';

const AS_OF = '2025-01-01';
const TEXT = 'Night Ferry targeted energy companies in Luxembourg.';

function deskOf(
  attack: readonly unknown[],
  clusters: Readonly<Record<string, readonly ReturnType<typeof value>[]>>,
): Desk {
  const galaxies = Object.entries(clusters).map(([type, values]) =>
    readGalaxyCluster(cluster(type, values), about(type)),
  );
  return deskOver(knowledgeOf(readBundle(bundle(release('1.0'), ...attack), about('attack')), ...galaxies));
}

const OTTER = labelled('intrusion-set', 1, 'G0901', 'Far Otter');

describe('a hidden campaign', () => {
  const desk = deskOf(
    [
      OTTER,
      labelled('campaign', 31, 'C0901', 'Night Ferry', {
        description: `[Night Ferry](https://a.example/C0901) targeted energy companies in Luxembourg.`,
      }),
      relationship(51, idOf('campaign', 31), 'attributed-to', idOf('intrusion-set', 1)),
      labelled('attack-pattern', 41, 'T0901', 'Whistle'),
      relationship(61, idOf('campaign', 31), 'uses', idOf('attack-pattern', 41), {
        description: 'Whistled.',
      }),
    ],
    {
      campaigns: [
        value(21, 'Night Ferry', { source: 'MITRE', campaign_attack_id: 'C0901' }, { description: TEXT }),
      ],
      groups: [
        value(
          22,
          'Far Otter',
          { source: 'MITRE', group_attack_id: 'G0901' },
          { description: `An otter.\n\n${TEXT.toUpperCase()}` },
        ),
      ],
    },
  );
  const utility = organisation({ countries: ['LU'], sectors: ['energy'] });

  const claimants = (hide: readonly string[]): readonly string[] => {
    const [otter] = threatsTo(desk, utility, {
      asOf: AS_OF,
      hide,
      explain: 'Far Otter',
    }).answer.groups;
    return [
      ...new Set(
        (otter?.factors ?? []).flatMap(({ factor, grounds }) =>
          factor === 'sector' || factor === 'country' ? grounds.map(({ by }) => by) : [],
        ),
      ),
    ];
  };

  test('is reported by ATT&CK, and by who repeats it', () => {
    expect(claimants([]).length).toBeGreaterThan(1);
  });

  test.for([['C0901'], ['c0901'], ['night ferry']])('%s is hidden wherever its words stand', (hide) => {
    expect(claimants(hide)).toEqual([]);
    const search = { asOf: AS_OF, hide };
    expect(expectedTechniques(desk, utility, search).answer.techniques).toEqual([]);
    expect(prioritiesFor(desk, utility, search).answer.total).toBe(0);
  });

  test('by the id of one object, what repeats its words is hidden too', () => {
    expect(claimants([idOf('campaign', 31)])).toEqual([]);
  });

  test('a source that is hidden takes nothing from others that report the same', () => {
    expect(claimants(['tidal'])).toEqual(['Enterprise ATT&CK 1.0']);
  });
});

test.for([
  { ids: ['G0901'], first: '2009-01-01', label: 'the group' },
  { ids: ['G0901', 'G0902'], first: '', label: 'nobody in particular' },
])('an entry that stands for $ids reports when $label was seen', ({ ids, first }) => {
  const desk = deskOf(
    [
      OTTER,
      labelled('intrusion-set', 2, 'G0902', 'Shy Stoat'),
      object('threat-actor', 3, { name: 'Mustelids', first_seen: '2009-01-01T00:00:00Z' }),
      ...ids.map((id, index) =>
        relationship(
          70 + index,
          idOf('threat-actor', 3),
          'similar-to',
          idOf('intrusion-set', Number(id.slice(-1))),
        ),
      ),
    ],
    {},
  );
  const { firstSeen, activity } = victimsOf(desk, 'G0901').answer;
  expect(firstSeen).toBe(first);
  // It is shown all the same.
  expect(activity.map(({ end, date }) => [end, date])).toEqual([['first', '2009-01-01']]);
});
