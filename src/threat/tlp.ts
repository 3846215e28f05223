import { strictness, type MarkingLevel } from '../facts/index.ts';

/** A level of the Traffic Light Protocol, version 2.0 (FIRST), and what stands for it. */
export interface TlpLevel {
  readonly name: MarkingLevel;
  /** Marking objects that stand for it: OASIS's TLP 2.0 extension first, then STIX 2.1, section 7.2.1.4. */
  readonly markings: readonly [string, ...string[]];
  /** What else it is called. */
  readonly spellings: readonly string[];
  /** Colour of its label, which stands on black (TLP 2.0, section 5). */
  readonly color: string;
}

/** The levels, from the freest to the strictest. */
export const TLP_LEVELS: readonly TlpLevel[] = [
  {
    name: 'clear',
    markings: [
      'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
      'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
    ],
    spellings: ['white'],
    color: '#ffffff',
  },
  {
    name: 'green',
    markings: [
      'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
      'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
    ],
    spellings: [],
    color: '#33ff00',
  },
  {
    name: 'amber',
    markings: [
      'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
      'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
    ],
    spellings: [],
    color: '#ffc000',
  },
  {
    name: 'amber+strict',
    markings: ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003'],
    spellings: ['amber-strict', 'amber strict', 'amber_strict'],
    color: '#ffc000',
  },
  {
    name: 'red',
    markings: [
      'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
      'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
    ],
    spellings: [],
    color: '#ff2b2b',
  },
];

/** The level that a text names: `amber`, `TLP:AMBER`; undefined where it names none. */
export function tlpNamed(text: string): TlpLevel | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^tlp:\s*/, '');
  return TLP_LEVELS.find((level) => level.name === name || level.spellings.includes(name));
}

const LEVEL_OF_MARKING = new Map(
  TLP_LEVELS.flatMap((level) => level.markings.map((id) => [id, level] as const)),
);

/** The level that a marking object stands for; undefined for a marking of another kind. */
export function tlpOfMarking(id: string): TlpLevel | undefined {
  return LEVEL_OF_MARKING.get(id);
}

/** Id of the marking object that stands for a level in what we write. */
export function markingOfLevel(level: MarkingLevel): string {
  const row = TLP_LEVELS[strictness(level) - 1];
  if (row === undefined) throw new RangeError(`${level} is no level.`);
  return row.markings[0];
}
