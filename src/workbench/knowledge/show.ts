import type { Mention, RelatedThings, ShowAnswer } from '../../answers/index.ts';
import { compareMentions, mention } from '../../analysis/index.ts';
import { eachPair, reportedIn, type Reading } from '../../desk/index.ts';
import { descriptionOf, pageOf, readEvidence, versionOf } from '../../stix/index.ts';
import type { StoredObject } from '../../knowledge/index.ts';
import { defined } from '../../text/index.ts';
import { findEntry } from '../names/find-one.ts';
import type { Answered } from '../use-case.ts';

/**
 * Everything that is known of one thing.
 *
 * @param withRaw also the object as its source gives it
 * @throws FoeprintError W601, W602 when the name leads to nothing, or to several things
 */
export function show(desk: Reading, name: string, withRaw = false): Answered<ShowAnswer> {
  const { view } = desk;
  const { term, notes } = findEntry(view, name);
  const { id, aliases, stored } = view.catalogue.entry(term);
  const object = stored === undefined ? undefined : view.object(stored);
  const answer = {
    thing: mention(view.catalogue, term),
    aliases,
    description: object === undefined ? '' : descriptionOf(object.raw),
    ...(object === undefined ? {} : datesAndPage(object)),
    relations: relationsOf(desk, term),
    citations: object === undefined ? [] : readEvidence(object).citations,
    reportedBy: object?.sources.map((source) => ({ id: source.id, name: source.name })) ?? [],
    otherReports: view.catalogue.beside(term).map((other) => {
      const { raw, sources } = view.object(other.stored);
      return {
        id: other.id,
        by: sources.map((source) => source.name),
        names: other.names,
        description: descriptionOf(raw),
      };
    }),
    versions: view.versions(id).map(({ raw, sources }) => ({
      modified: versionOf(raw),
      by: sources.map((source) => source.id),
    })),
    ...(withRaw ? { raw: rawOf(desk, name, term) } : {}),
  };
  return { answer, notes };
}

function datesAndPage(
  object: StoredObject,
): Pick<ShowAnswer, 'url' | 'created' | 'modified' | 'firstSeen' | 'lastSeen'> {
  const { created, modified, firstSeen, lastSeen } = readEvidence(object);
  return defined({ url: pageOf(object.raw), created, modified, firstSeen, lastSeen });
}

/** Of a thing that several objects describe, the one that says what it is, or the very one whose STIX id was given. */
function rawOf({ view }: Reading, name: string, term: number): NonNullable<ShowAnswer['raw']> {
  const beside = view.catalogue.beside(term).find(({ id }) => id === name.trim());
  // An id that several have is that of the thing, and the object that leads has it.
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
    eachPair(reportedIn(desk), relation, (subject, object) => {
      if (subject === term) from.push(mention(catalogue, object));
      if (object === term) to.push(mention(catalogue, subject));
    });
    if (from.length > 0)
      related.push({ relation, direction: 'from', things: from.toSorted(compareMentions) });
    if (to.length > 0) related.push({ relation, direction: 'to', things: to.toSorted(compareMentions) });
  }
  return related;
}
