import type { Caveat } from '../../answers/index.ts';
import type { CaveatOf } from '../../analysis/index.ts';
import { objectsOf, reportedIn, type Reading } from '../../desk/index.ts';
import { eachReported, originsOf, hasType } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { readCaveat, type Caveat as ReadCaveat } from '../../reading/index.ts';
import { descriptionOf } from '../../stix/index.ts';
import { keptFor } from '../../text/index.ts';
import { platformSpellings, typesOf } from '../../threat/index.ts';

/** What the sources of a view say of how far each of its mitigations answers a technique; nothing of what counts whole. */
const readIn = keptFor((view: KnowledgeView): ReadonlyMap<string, ReadCaveat> => {
  const { catalogue, facts } = view;
  const found = new Map<string, ReadCaveat>();
  eachReported(facts, 'mitigates', (mitigation, technique, row) => {
    if (!hasType(catalogue, mitigation, typesOf('mitigation'))) return;
    const read = originsOf(facts, { relation: 'mitigates', row }).map((stored) =>
      readCaveat(descriptionOf(view.object(stored).raw)),
    );
    // Of several sources the one that makes most of it counts.
    const [first, ...others] = read;
    if (first === undefined || others.includes(undefined)) return;
    const most = others.reduce(
      (one, other) => ((other?.counts ?? 1) > (one?.counts ?? 1) ? other : one),
      first,
    );
    if (most !== undefined) found.set(keyOf(mitigation, technique), most);
  });
  return found;
});

function keyOf(mitigation: number, technique: number): string {
  return `${mitigation} ${technique}`;
}

/**
 * How far mitigations answer techniques by the words of their sources.
 *
 * @param platforms those that count; none: all that a technique works on
 */
export function caveatsIn(desk: Reading, platforms: readonly string[] = []): CaveatOf {
  const read = readIn(desk.view);
  return (mitigation, technique) => {
    const found = read.get(keyOf(mitigation, technique));
    return found && counted(found, () => platformsThatCount(desk, technique, platforms));
  };
}

function counted(
  { rule, sentence, counts, platform }: ReadCaveat,
  platforms: () => readonly string[],
): Caveat | undefined {
  if (counts !== undefined) return { rule, sentence, counts };
  const named = platforms();
  // What is not for its platform at all counts whole, as nobody knows what the source means by it.
  if (named.length < 2 || platform === undefined || !named.includes(platform)) return undefined;
  return { rule, sentence, counts: 1 / named.length };
}

function platformsThatCount(desk: Reading, technique: number, wanted: readonly string[]): readonly string[] {
  const names = objectsOf(reportedIn(desk), 'on-platform', technique).map((term) =>
    desk.view.catalogue.name(term),
  );
  const meant = platformSpellings(wanted);
  return wanted.length === 0 ? names : names.filter((name) => meant.has(name));
}
