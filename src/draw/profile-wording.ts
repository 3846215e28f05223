import type { Mention, SeenDate } from '../answers/index.ts';
import type { Citation } from '../facts/index.ts';
import { link } from '../render/index.ts';
import type { Inline } from '../render/index.ts';

/** A thing as tables name it: `T1059.003 Windows Command Shell`. */
export function sayThing({ label, name }: Mention): string {
  return label === '' ? name : `${label} ${name}`;
}

export { sayKnown, sayNames, sayPeriod, sayUse } from '../answers/index.ts';

/** A citation with its date, as a link where it has an address. */
export function citationLink(citation: Citation | undefined): Inline {
  if (citation === undefined) return '';
  const { name, published, url } = citation;
  const text = published === undefined ? name : `${name} (${published})`;
  return url === undefined ? text : link(text, url);
}

/** `1 technique`, `2 techniques`. */
export function count(number: number, singular: string, plural: string = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** A share as a percentage with at most one decimal: `98.5 %`; of nothing, `0 %`. */
export function sayShare(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Number(((100 * part) / whole).toFixed(1))} %`;
}

/** The day of a timestamp; empty where there is none. */
export function dayOf(timestamp: string | undefined): string {
  return timestamp?.slice(0, 10) ?? '';
}

/** `First seen 2019 (Almanac 1, in prose), 2021-04-01 (Gazette). Last seen 2024-02-01 (Gazette).`; empty where nobody says. */
export function saySeen(seen: readonly SeenDate[]): string {
  const ends = [
    ['First seen', 'first'],
    ['Last seen', 'last'],
  ] as const;
  return ends
    .map(([label, end]) => [label, seen.filter((each) => each.end === end)] as const)
    .filter(([, dates]) => dates.length > 0)
    .map(
      ([label, dates]) => `${label} ${dates.map(({ date, by }) => `${date} (${by.join('; ')})`).join(', ')}.`,
    )
    .join(' ');
}
