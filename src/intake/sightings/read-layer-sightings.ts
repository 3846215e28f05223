import { isMapping } from '../../text/index.ts';
import { levelOfLayers, type Layer } from '../../threat/index.ts';
import { readLayers } from '../navigator/read-layers.ts';
import type { GivenSighting, GivenSightings } from './given-sighting.ts';
import { sectorNamed } from './understood-words.ts';

/** A layer of the Navigator as counts: the score of a technique says how often it was seen. The sector is the layer’s, where it is named so, or ends so: `Seen in 2019 - energy`. */
export function readLayerSightings(raw: unknown): GivenSightings {
  const { layers } = readLayers(isMapping(raw) ? raw : {});
  return { sightings: layers.flatMap(sightingsOf), level: levelOfLayers(layers) };
}

function sightingsOf({ name, cells }: Layer): readonly GivenSighting[] {
  const counts = new Map<string, number>();
  for (const { technique, score = 0, enabled } of cells) {
    // One technique under several tactics is one technique.
    const count = Math.max(counts.get(technique) ?? 0, enabled ? Math.round(score) : 0);
    if (count > 0) counts.set(technique, count);
  }
  const sector = sectorOf(name);
  return [...counts].map(([technique, count]) => ({
    place: technique,
    sector,
    detector: name,
    count,
    techniques: [technique],
  }));
}

function sectorOf(name: string): string {
  const last = name.split(/\s[-–—|/]\s|[:()]/u).findLast((part) => part.trim() !== '');
  return sectorNamed(name) ?? sectorNamed(last ?? '') ?? '';
}
