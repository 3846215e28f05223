import type { HiddenPart } from '../../answers/index.ts';
import { harmlessWord, type Batch, type HiddenSightings, type SightingStore } from '../../sightings/index.ts';

/** Sightings that are to be left out. */
export interface LeftOut {
  readonly hidden: HiddenSightings;
  readonly parts: readonly HiddenPart[];
  /** Names that lead to no sightings; nothing is left out for them. */
  readonly unknown: readonly string[];
}

/** Fewer digits of a batch may begin several. */
const FEWEST_DIGITS = 6;

/**
 * Understands names of sightings that are to be left out: id or name of a batch, name of a product or feed, of a rule or analytic; a name that is several is each of them.
 * The engine is only asked where there are names.
 */
export async function leftOutOf(
  store: SightingStore,
  batches: readonly Batch[],
  names: readonly string[],
): Promise<LeftOut> {
  if (names.length === 0) return { hidden: {}, parts: [], unknown: [] };
  const rows = await store.ask({ by: ['source', 'detector'], measures: ['rows'] });
  const words = rows.flatMap(({ by: [source = '', detector = ''] }): readonly HiddenPart[] => [
    { by: 'source', name: source },
    { by: 'detector', name: detector },
  ]);
  const known: readonly HiddenPart[] = [
    ...batches.map(({ id, name }) => ({ by: 'batch' as const, id, name })),
    ...words.filter(({ name }) => name !== ''),
  ];
  const found = names.map((name) => known.filter((part) => isCalled(part, name)));
  const parts = [
    ...new Map(found.flat().map((part) => [`${part.by} ${part.id ?? part.name}`, part])).values(),
  ];
  const named = (by: HiddenPart['by']): readonly string[] =>
    parts.flatMap((part) => (part.by === by ? [part.id ?? part.name] : []));
  return {
    hidden: { batches: named('batch'), sources: named('source'), detectors: named('detector') },
    parts,
    unknown: names.filter((_, index) => found[index]?.length === 0),
  };
}

function isCalled({ id = '', name }: HiddenPart, asked: string): boolean {
  const digits = asked.trim().toLowerCase();
  return plain(name) === plain(asked) || (digits.length >= FEWEST_DIGITS && id.startsWith(digits));
}

function plain(name: string): string {
  return harmlessWord(name).toLowerCase();
}

/** What was left out, in a sentence; undefined where nothing was. */
export function leftOutNote(parts: readonly HiddenPart[]): string | undefined {
  if (parts.length === 0) return undefined;
  const listed = parts.map(
    ({ by, id, name }) => `${WORD[by]} “${name}”${id === undefined ? '' : ` (${id.slice(0, 8)})`}`,
  );
  return `Sightings were left out, as asked: ${listed.join(', ')}.`;
}

const WORD: Readonly<Record<HiddenPart['by'], string>> = {
  batch: 'batch',
  source: 'product',
  detector: 'rule',
};
