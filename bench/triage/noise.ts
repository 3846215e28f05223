import { mulberry32 } from '../mulberry32.ts';
import type { Incident } from './incidents.ts';

/** An incident of which some was not seen, or something else was. */
export interface Noise {
  readonly name: string;
  /** Share of the techniques that was not seen. */
  readonly drop?: number;
  /** Techniques that were not done, as a share of those seen. */
  readonly add?: number;
  /** So many techniques alone; incidents that have no more are left out. */
  readonly only?: number;
}

export const NOISES: readonly Noise[] = [
  { name: 'drop30', drop: 0.3 },
  { name: 'drop50', drop: 0.5 },
  { name: 'add20', add: 0.2 },
  { name: 'drop30add20', drop: 0.3, add: 0.2 },
  { name: 'k10', only: 10 },
  { name: 'k5', only: 5 },
  { name: 'k3', only: 3 },
];

/** Draws of each incident. */
const DRAWS = 5;

/** Five draws of every incident; what was not done comes from all incidents, so that what is common comes often. */
export function withNoise(
  incidents: readonly Incident[],
  { name, drop = 0, add = 0, only }: Noise,
): readonly Incident[] {
  const random = mulberry32(20_261_128);
  const common = incidents.flatMap(({ techniques }) => techniques);
  const drawn = (list: readonly string[], count: number): readonly string[] =>
    list
      .map((item) => ({ item, key: random() }))
      .toSorted((one, other) => one.key - other.key)
      .slice(0, count)
      .map(({ item }) => item);
  return incidents
    .filter(({ techniques }) => only === undefined || techniques.length > only)
    .flatMap((incident) =>
      Array.from({ length: DRAWS }, (_, draw): Incident => {
        const { techniques } = incident;
        const seen = drawn(techniques, only ?? Math.max(1, Math.round(techniques.length * (1 - drop))));
        const wrong = Array.from(
          { length: Math.round(seen.length * add) },
          () => common[Math.floor(random() * common.length)] ?? '',
        );
        return {
          ...incident,
          id: `${incident.id}-${name}-${draw}`,
          techniques: [...new Set([...seen, ...wrong])],
        };
      }),
    );
}
