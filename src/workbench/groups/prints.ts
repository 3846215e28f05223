import type { PrintsAnswer } from '../../answers/index.ts';
import { mention, printsOf, seenOf, tacticsInOrder, tacticNameOf } from '../../analysis/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { defined } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';
import { restingOn } from '../resting-on.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { wordsRead, type GroupSearch } from './group-words.ts';
import { asksForTraits, groupsLike } from './groups-like.ts';
import { victimologyIn } from './victimology.ts';

/**
 * How many techniques of each tactic groups use: all groups in view, or those that are asked for as `groups` finds them.
 *
 * @throws FoeprintError W601–W603, W608, W612 as {@link groupsLike}
 */
export function groupPrints(desk: Desk, question: GroupSearch): Answered<PrintsAnswer> {
  const { view } = desk;
  const { catalogue, selection } = view;
  const found = isNarrowed(question) ? groupsLike(desk, question) : undefined;
  const wanted = found && new Set(found.answer.groups.map(({ group }) => group.id));
  const terms = catalogue
    .ofType(typesOf('group'), selection.withdrawn)
    .filter((term) => wanted?.has(catalogue.id(term)) ?? true);
  const known = knownTo(desk);
  const prints = printsOf(known, tacticsInOrder(sourcedFactsOf(desk)));
  const seen = new Map(
    victimologyIn(desk).groups.map((victims) => [victims.group, seenOf(victims).lastSeen]),
  );
  const groups = terms.map((term) => ({
    ...mention(catalogue, term),
    aliases: catalogue.entry(term).aliases,
    ...defined({ lastSeen: seen.get(term) }),
    ...prints.of(term),
  }));
  const answer = {
    tactics: prints.columns.map(({ tactic, techniques }) => ({
      label: catalogue.label(tactic),
      shortName: tacticNameOf(view, tactic),
      name: catalogue.name(tactic),
      techniques,
    })),
    groups,
    idle: groups.filter(({ direct, derived }) => direct + derived === 0).length,
    unknown: found?.answer.unknown ?? [],
  };
  return {
    answer,
    // It counts techniques and tactics without naming them by id, and does not say who claims the traits asked for.
    restsOn: restingOn(view, () =>
      JSON.stringify([
        [...terms, ...catalogue.ofType([...typesOf('technique'), ...typesOf('tactic')])].map((term) =>
          catalogue.id(term),
        ),
        found?.answer,
      ]),
    ),
    notes: found?.notes ?? [],
  };
}

function isNarrowed(question: GroupSearch): boolean {
  return asksForTraits(question) || (wordsRead(question).search.keywords ?? []).length > 0;
}
