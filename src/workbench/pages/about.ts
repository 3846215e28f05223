import type { About, Examples, Mention, Statement, UsedTechnique } from '../../answers/index.ts';
import { EXAMPLES_SHOWN } from '../../answers/index.ts';
import { compareMentions, mention, statementsAbout, tacticsOf } from '../../analysis/index.ts';
import type { Desk, Reading } from '../../desk/index.ts';
import { objectsOf, reportedIn } from '../../desk/index.ts';
import { descriptionOf, pageOf, readEvidence } from '../../stix/index.ts';
import { defined } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';

/** What a thing is, as its source says. */
export function aboutThing({ view }: Reading, term: number): About {
  const { aliases, stored } = view.catalogue.entry(term);
  const object = stored === undefined ? undefined : view.object(stored);
  return {
    thing: mention(view.catalogue, term),
    aliases,
    description: object === undefined ? '' : descriptionOf(object.raw),
    ...defined({ url: object === undefined ? undefined : pageOf(object.raw) }),
    citations: object === undefined ? [] : readEvidence(object).citations,
  };
}

/** The newest of some statements, or all of them. */
export function examplesOf(statements: readonly Statement[], all: boolean): Examples {
  return { total: statements.length, newest: all ? statements : statements.slice(0, EXAMPLES_SHOWN) };
}

/** What a thing works on. */
export function platformsOf(desk: Reading, term: number): readonly string[] {
  return objectsOf(reportedIn(desk), 'on-platform', term).map((each) => desk.view.catalogue.name(each));
}

/** Reads the tactics that a technique serves, in the order of the matrix. */
export function tacticReader(desk: Desk): (technique: number) => readonly Mention[] {
  const { inOrder, served } = tacticsOf(sourcedFactsOf(desk));
  return (technique) => {
    const own = new Set(served(technique));
    return inOrder.filter((tactic) => own.has(tactic)).map((tactic) => mention(desk.view.catalogue, tactic));
  };
}

/** Techniques that are reported of software or of a campaign, by label, with their tactics. */
export function techniquesUsed(desk: Desk, user: number): readonly UsedTechnique[] {
  const { catalogue } = desk.view;
  const tactics = tacticReader(desk);
  return statementsAbout(sourcedFactsOf(desk), 'uses', user, 'from', typesOf('technique'))
    .toSorted((one, other) => compareMentions(one.thing, other.thing))
    .map((technique) => ({ technique, tactics: tactics(catalogue.termOf(technique.thing.id) ?? -1) }));
}
