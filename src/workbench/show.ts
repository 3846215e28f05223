import type { Mention } from '../answers/index.ts';
import { compareMentions, mention } from '../analysis/index.ts';
import { eachPair, toldTo } from '../desk/index.ts';
import type { Citation, Source } from '../facts/index.ts';
import { descriptionOf, pageOf, readEvidence, versionOf } from '../stix/index.ts';
import type { Reading } from '../desk/index.ts';
import { findEntry } from './find-one.ts';

/** Everything that is known of one thing. */
export interface Details {
  readonly thing: Mention;
  readonly aliases: readonly string[];
  /** Plain text; empty where the source gives none. */
  readonly description: string;
  /** Page of the thing at its source. */
  readonly url: string | undefined;
  readonly created: string | undefined;
  readonly modified: string | undefined;
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  /** Told facts about it, by relation. */
  readonly relations: readonly RelatedThings[];
  readonly citations: readonly Citation[];
  readonly sources: readonly Pick<Source, 'id' | 'name'>[];
  /** What other objects say of it beside the one that says what it is: another publisher's telling, a vendor's own object for it. */
  readonly tellings: readonly TellingOfThing[];
  /** Versions of it that are stored, newest first, each with the sources that told it. */
  readonly versions: readonly { readonly modified: string; readonly sources: readonly string[] }[];
  readonly notes: readonly string[];
}

/** How a source tells of a thing that another one defines. */
export interface TellingOfThing {
  /** Id of the telling object. */
  readonly id: string;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly description: string;
}

/** Things that stand in one relation to the thing shown. */
export interface RelatedThings {
  readonly relation: string;
  /** `from`: the thing is the first term, e.g. what a group uses; `to`: the second, e.g. who uses a technique. */
  readonly direction: 'from' | 'to';
  readonly things: readonly Mention[];
}

/** @throws FoeprintError W601, W602 when the name leads to nothing, or to several things */
export function show(desk: Reading, name: string): Details {
  const { view } = desk;
  const { term, notes } = findEntry(view, name);
  const { id, aliases, stored } = view.catalogue.entry(term);
  const object = stored === undefined ? undefined : view.object(stored);
  const evidence = object === undefined ? undefined : readEvidence(object);
  return {
    thing: mention(view.catalogue, term),
    aliases,
    description: object === undefined ? '' : descriptionOf(object.raw),
    url: object === undefined ? undefined : pageOf(object.raw),
    created: evidence?.created,
    modified: evidence?.modified,
    firstSeen: evidence?.firstSeen,
    lastSeen: evidence?.lastSeen,
    relations: relationsOf(desk, term),
    citations: evidence?.citations ?? [],
    sources: object?.sources.map((source) => ({ id: source.id, name: source.name })) ?? [],
    tellings: view.catalogue.beside(term).map((telling) => {
      const { raw, sources } = view.object(telling.stored);
      return {
        id: telling.id,
        sources: sources.map(({ name: source }) => source),
        names: telling.names,
        description: descriptionOf(raw),
      };
    }),
    versions: view.versions(id).map((version) => ({
      modified: versionOf(version.raw),
      sources: version.sources.map((source) => source.id),
    })),
    notes,
  };
}

/**
 * The object as its source told it, unchanged: of a thing that several describe the one that says what it is, or the very one
 * whose STIX id was given. Empty for a thing that is only referred to.
 *
 * @throws FoeprintError W601, W602 when the name leads to nothing, or to several things
 */
export function showRaw(desk: Reading, name: string): Readonly<Record<string, unknown>> {
  const { view } = desk;
  const { term } = findEntry(view, name);
  const beside = view.catalogue.beside(term).find(({ id }) => id === name.trim());
  // An id that several tell is that of the thing, and the object that leads has it.
  const { stored } =
    beside === undefined || beside.id === view.catalogue.id(term) ? view.catalogue.entry(term) : beside;
  return stored === undefined ? {} : view.object(stored).raw;
}

function relationsOf(desk: Reading, term: number): readonly RelatedThings[] {
  const { catalogue, facts } = desk.view;
  const related: RelatedThings[] = [];
  for (const relation of [...facts.relations.keys()].toSorted()) {
    const from: Mention[] = [];
    const to: Mention[] = [];
    eachPair(toldTo(desk), relation, (subject, object) => {
      if (subject === term) from.push(mention(catalogue, object));
      if (object === term) to.push(mention(catalogue, subject));
    });
    if (from.length > 0)
      related.push({ relation, direction: 'from', things: from.toSorted(compareMentions) });
    if (to.length > 0) related.push({ relation, direction: 'to', things: to.toSorted(compareMentions) });
  }
  return related;
}
