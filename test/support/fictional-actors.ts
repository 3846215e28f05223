import { readBundle, readGalaxyCluster } from '../../src/intake/index.ts';
import type { KnowledgeView } from '../../src/knowledge/index.ts';
import { about, bundle, labelled, object, release } from './fictional.ts';
import { BARN_LABS, cluster, related, uuid, value } from './fictional-galaxy.ts';
import { knowledgeOf } from './desk.ts';

/**
 * Adversaries as fictional sources describe them:
 *
 * - ATT&CK: Wily Weasel (G0901, also Team Stoat), Shy Stoat (G0902, also Team Stoat), Lone Mole (G0903)
 * - a galaxy: SATIN MONGOOSE (G0901, also Team Stoat), VELVET STOAT (similar to SATIN MONGOOSE, to Lone Mole),
 *   DUST MOLE (also Lone Mole, says Barn Labs), FAR OTTER, on its own
 * - Tidal: Lone Mole (G0903)
 *
 * @param more objects of ATT&CK besides
 * @param report objects of a report of somebody else's
 */
export function actorsView(more: readonly unknown[] = [], report: readonly unknown[] = []): KnowledgeView {
  const group = (number: number, label: string, name: string, aliases: readonly string[]): unknown =>
    labelled('intrusion-set', number, label, name, {
      aliases: [name, ...aliases],
      external_references: [
        { source_name: 'mitre-attack', external_id: label },
        { source_name: 'Team Stoat', description: '(Citation: Farm Gazette)' },
      ],
    });
  const attack = bundle(
    release('1.0'),
    group(1, 'G0901', 'Wily Weasel', ['Team Stoat']),
    group(2, 'G0902', 'Shy Stoat', ['Team Stoat']),
    group(3, 'G0903', 'Lone Mole', []),
    ...more,
  );
  const galaxy = cluster('threat-actor', [
    value(11, 'SATIN MONGOOSE', {
      synonyms: ['Team Stoat', 'G0901'],
      'name-attribution': [`Team Stoat:${BARN_LABS}`],
      country: 'LU',
    }),
    value(
      12,
      'VELVET STOAT',
      {},
      { related: [related('similar', 11, 'roughly-even-chance'), related('similar', 3)] },
    ),
    value(13, 'DUST MOLE', { synonyms: ['Lone Mole'], 'origin:Lone Mole': 'Barn Labs' }),
    value(14, 'FAR OTTER', {}),
  ]);
  const tidal = cluster('groups', [value(21, 'Lone Mole', { source: 'MITRE', group_attack_id: 'G0903' })]);
  const producer = cluster('producer', [{ value: 'Barn Labs', uuid: BARN_LABS }]);
  const clusters = Object.entries({ galaxy, tidal, producer }).map(([name, raw]) =>
    readGalaxyCluster(raw, about(name)),
  );
  const reports = report.length > 0 ? [readBundle(bundle(...report), about('report'))] : [];
  return knowledgeOf(readBundle(attack, about('attack')), ...clusters, ...reports).view();
}

/** A reported relationship between adversaries of {@link actorsView}, by their ids. */
export function link(number: number, one: string, relation: string, other: string): unknown {
  return object('relationship', number, { relationship_type: relation, source_ref: one, target_ref: other });
}

/** Id of an entry of the galaxy of {@link actorsView}. */
export const actorId = (number: number): string => `threat-actor--${uuid(number)}`;
