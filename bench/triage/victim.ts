import { rankCandidates, triageProfilesOf } from '../../src/analysis/index.ts';
import { THREAT_FACTORS, type FactorWeights } from '../../src/threat/index.ts';
import { victimologyIn } from '../../src/workbench/groups/victimology.ts';
import { rankEvent } from '../../src/workbench/index.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import { eventsIn } from '../threats/events.ts';
import { openWorld } from '../threats/world.ts';
import { leaveOneCampaignOut } from './incidents.ts';
import { placeIn } from './measure.ts';
import type { Place } from './place.ts';
import type { Release } from './release.ts';

const OF_VICTIM: ReadonlySet<string> = new Set(['country', 'region', 'sector']);
const WEIGHTS: FactorWeights = Object.fromEntries(
  THREAT_FACTORS.map(({ name, weight }) => [name, OF_VICTIM.has(name) ? weight : 0]),
);

/**
 * Campaigns left out, as in task A, whose text names a victim country: by techniques, by the victim, by both. What is known of
 * victims comes from MISP galaxy, too, but neither from campaigns nor from Tidal, nor from what the campaign cites.
 */
export function placesWithVictims(release: Release): Readonly<Record<string, readonly Place[]>> {
  const desk = openWorld();
  const { catalogue } = desk.view;
  const campaigns = new Map(
    leaveOneCampaignOut(release).map((incident) => [incident.id.split('-')[1], incident]),
  );
  const cases = eventsIn(desk, sourcedFactsOf(desk), victimologyIn(desk)).flatMap((event) => {
    const incident = campaigns.get(catalogue.label(catalogue.termOf(event.id) ?? -1));
    return incident === undefined ? [] : [{ event, incident }];
  });
  const named = new Map(release.groups.map((label, place) => [label, release.index.groups[place] ?? -1]));
  const found: Record<string, Place[]> = { techniques: [], victim: [], both: [] };
  for (const { event, incident } of cases) {
    const { ranked } = rankEvent(desk, { regions: [], ...event }, WEIGHTS);
    const victimFit = new Map(
      ranked.flatMap(({ group, score }) =>
        named.has(group) ? [[named.get(group) ?? -1, score] as const] : [],
      ),
    );
    const techniques = incident.techniques.map(
      (id) => release.index.techniques[release.labels.indexOf(id)] ?? -1,
    );
    const profiles = triageProfilesOf(release.index, incident.hidden);
    for (const [name, seen] of Object.entries({
      techniques: { techniques },
      victim: { techniques: [], victimFit },
      both: { techniques, victimFit },
    })) {
      const scores = new Map(
        rankCandidates(profiles, seen).candidates.map(({ group, score }) => [group, score]),
      );
      const right = release.groups.indexOf(incident.group ?? '');
      const byPlace = release.index.groups.map((group) => scores.get(group) ?? 0);
      found[name]?.push(placeIn(profiles, right, incident.group ?? '', byPlace, undefined));
    }
  }
  return found;
}
