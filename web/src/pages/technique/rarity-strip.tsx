import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { rarityPath } from '../../marks/rarity.ts';
import './technique.css';

type TechniqueCount = AnswerOf<'prevalence'>['techniques'][number];

/** All techniques that groups are reported to use, the most used first: a bar for each, and the marker on one of them. */
export function RarityStrip({
  of,
  id,
  name,
}: {
  readonly of: readonly TechniqueCount[];
  /** STIX id of the technique that is marked. */
  readonly id: string;
  readonly name: string;
}): ReactElement | null {
  const at = of.findIndex(({ technique }) => technique.id === id);
  const [first] = of;
  const last = of.at(-1);
  if (first === undefined || last === undefined) return null;
  const { area, marker } = rarityPath(
    of.map(({ groups }) => groups),
    at,
    WIDTH,
    HEIGHT,
  );
  const own = of[at];
  return (
    <figure className="rarity">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={
          own === undefined
            ? `${of.length} techniques by how many groups are reported to use each; ${name} is none of them`
            : `${of.length} techniques by how many groups are reported to use each; ${name} has ${own.groups}`
        }
      >
        <path className="area" d={area} />
        {marker === '' ? null : <path className="marker" d={marker} />}
      </svg>
      <figcaption>
        <span>
          {first.technique.name} {first.groups}
        </span>
        <span>{last.groups === 1 ? '1 group' : `${last.groups} groups`}</span>
      </figcaption>
    </figure>
  );
}

const WIDTH = 330;
const HEIGHT = 64;
