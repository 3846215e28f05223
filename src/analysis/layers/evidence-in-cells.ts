import { sayMention, type EvidenceDate, type Mention } from '../../answers/index.ts';
import type { Citation } from '../../facts/index.ts';
import type { LayerLink } from '../../threat/index.ts';

/** `Example Heron walks in where a door is open. [Doors, 2015-05-04]`; the group first where the words do not name it. */
export function quoted(group: Mention, words: string, citation: Citation | undefined): string {
  const named = words.includes(group.name) ? words : `${sayMention(group)}: ${words}`;
  const cited = citation && [citation.name, citation.published].filter(Boolean).join(', ');
  return cited === undefined ? named : `${named} [${cited}]`;
}

/** When the newest of some evidence is from: `newest 2021-07`, `not dated`. */
export function sayNewest(dates: readonly (EvidenceDate | undefined)[]): string {
  const newest = dates
    .flatMap((each) => each?.date ?? [])
    .toSorted()
    .at(-1);
  return newest === undefined ? 'not dated' : `newest ${newest.slice(0, 7)}`;
}

/** Links to what is cited, each address once. */
export function linksTo(citations: readonly (Citation | undefined)[]): readonly LayerLink[] {
  const links = new Map<string, LayerLink>();
  for (const citation of citations) {
    if (citation?.url === undefined || links.has(citation.url)) continue;
    const { name, url, published } = citation;
    links.set(url, { label: published === undefined ? name : `${name} (${published})`, url });
  }
  return [...links.values()];
}
