import { readBundle, readGalaxyCluster } from '../../src/intake/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { about, bundle, idOf, labelled, object, relationship, release } from './fictional.ts';
import { cluster, value } from './fictional-galaxy.ts';
import { knowledgeOf, deskOver } from './desk.ts';

/**
 * Five fictional groups, and what three fictional sources report of whom they attack:
 *
 * - G0901 Wily Weasel: a galaxy and Tidal report victims in LU and FR, in telecommunications; from RU, says the galaxy
 * - G0902 Shy Stoat: the galaxy reports victims in BE, in energy; from CN; shares the name “Team Stoat” with G0903
 * - G0903 Lone Mole: “Team Stoat”, too; Tidal reports victims in US, in finance, for financial gain
 * - G0904 Quiet Quail: no source reports anything of its victims; one technique, reported on in 2024
 * - G0905 Far Otter: a campaign attributed to it targets telecommunications
 */
export function victimsDesk(more: readonly unknown[] = []): Desk {
  const group = (number: number, label: string, name: string, aliases: readonly string[] = []): unknown =>
    labelled('intrusion-set', number, label, name, { aliases: [name, ...aliases] });
  const attack = bundle(
    release('1.0'),
    group(1, 'G0901', 'Wily Weasel'),
    group(2, 'G0902', 'Shy Stoat', ['Team Stoat']),
    group(3, 'G0903', 'Lone Mole', ['Team Stoat']),
    group(4, 'G0904', 'Quiet Quail'),
    group(5, 'G0905', 'Far Otter'),
    labelled('campaign', 31, 'C0901', 'Night Ferry', {
      first_seen: '2023-02-01T00:00:00Z',
      last_seen: '2023-04-01T00:00:00Z',
    }),
    relationship(51, idOf('campaign', 31), 'attributed-to', idOf('intrusion-set', 5)),
    object('identity', 32, {
      name: 'Phone companies',
      identity_class: 'class',
      sectors: ['telecommunications'],
    }),
    relationship(52, idOf('campaign', 31), 'targets', idOf('identity', 32)),
    labelled('attack-pattern', 41, 'T0901', 'Whistle', { x_mitre_platforms: ['Windows'] }),
    labelled('attack-pattern', 42, 'T0902', 'Burrow', { x_mitre_platforms: ['Linux'] }),
    uses(61, 1, 41, 'Wily Weasel whistled at Example Mailer servers.', 'Gazette 2025', '2025, May 4'),
    uses(62, 1, 42, 'Wily Weasel burrowed.', 'Gazette 2015', '2015, January 9'),
    uses(64, 4, 41, 'Quiet Quail whistled.', 'Gazette 2024', '2024, March 3'),
    ...more,
  );
  const galaxy = cluster('threat-actor', [
    value(11, 'Wily Weasel', {
      'cfr-suspected-victims': ['Luxembourg', 'France'],
      'cfr-target-category': ['Telecoms'],
      country: 'RU',
      refs: ['https://gazette.example/weasel'],
    }),
    value(12, 'Shy Stoat', {
      synonyms: ['Team Stoat'],
      'cfr-suspected-victims': ['Belgium'],
      'cfr-target-category': ['Energy'],
      country: 'CN',
    }),
  ]);
  const tidal = cluster('groups', [
    value(21, 'Wily Weasel', {
      source: 'MITRE',
      group_attack_id: 'G0901',
      observed_countries: ['LU'],
      target_categories: ['Telecommunications'],
    }),
    value(23, 'Lone Mole', {
      source: 'MITRE',
      group_attack_id: 'G0903',
      observed_countries: ['US'],
      target_categories: ['Financial Services'],
      observed_motivations: ['Financial Gain'],
    }),
  ]);
  const clusters = Object.entries({ galaxy, tidal }).map(([name, raw]) =>
    readGalaxyCluster(raw, about(name)),
  );
  return deskOver(knowledgeOf(readBundle(attack, about('attack')), ...clusters));
}

/** A use reported in a sentence that cites one dated document. */
function uses(
  number: number,
  group: number,
  technique: number,
  sentence: string,
  document: string,
  day: string,
): unknown {
  return relationship(number, idOf('intrusion-set', group), 'uses', idOf('attack-pattern', technique), {
    description: `${sentence}(Citation: ${document})`,
    external_references: [
      {
        source_name: document,
        description: `Gazette. (${day}). A report.`,
        url: `https://gazette.example/${number}`,
      },
    ],
  });
}
