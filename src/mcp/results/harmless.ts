import { plainLine } from '../../text/index.ts';

/** How long a text may be, by the field that it stands in; a list has the bound of its field. */
const MOST_CHARACTERS: Readonly<Record<string, number>> = {
  quoted_text: 600,
  name: 100,
  also_called: 100,
  url: 500,
  // Of a refusal, which may list what a name could mean; and of what is said of a result.
  message: 1000,
  text: 1500,
};

/** Of everything else: sentences of ours, which may have names in them. */
const OTHERWISE = 400;

/** What every text of a result goes through, whatever tool it is of: one line, without what is not seen, within a bound. */
export function harmless<Value>(value: Value): Value;
export function harmless(value: unknown): unknown {
  return harmlessIn(value, '');
}

function harmlessIn(value: unknown, field: string): unknown {
  if (typeof value === 'string') return plainLine(value, MOST_CHARACTERS[field] ?? OTHERWISE);
  if (Array.isArray(value)) return value.map((item) => harmlessIn(item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, harmlessIn(held, key)]));
}
