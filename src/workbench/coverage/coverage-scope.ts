import type { CoverageScope, CoverageShowQuestion, Mention } from '../../answers/index.ts';
import { techniqueUses } from '../../analysis/index.ts';
import { knownTo, type Knowledge } from '../../desk/index.ts';
import { errorOf, type MarkingLevel } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';
import { typesOf, type Organisation } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { findOne } from '../names/find-one.ts';
import { platformMeant } from '../names/platform-meant.ts';
import { unwatchedTechniques } from '../threats/expected.ts';
import { withNearbySightings } from '../threats/nearby-sightings.ts';
import type { Basis } from '../use-case.ts';

/** The techniques that a question about coverage is about. */
export interface ScopedTechniques extends Pick<CoverageScope, 'of' | 'names' | 'platforms'> {
  /** technique → how much it counts. */
  readonly weights: ReadonlyMap<number, number>;
  /** ATT&CK ids of those asked about, or that count for the organisation, that use a technique; where techniques are named, none. */
  readonly usedBy: (technique: number) => readonly string[];
  readonly notes: readonly string[];
  /** How far what chose them may go, and what it rests on, where that is more than what is in view. */
  readonly level?: MarkingLevel | undefined;
  readonly restsOn?: readonly Basis[];
}

/** What chooses the techniques. */
export type ScopeQuestion = Pick<
  CoverageShowQuestion,
  'groups' | 'techniques' | 'organisation' | 'derived' | 'platforms'
>;

/**
 * The techniques that a question about coverage is about: to be expected for an organisation, used by groups, named, or all.
 *
 * @throws FoeprintError W601–W603 for a name that leads nowhere, W690 where two of these are asked for at once, W691 for a platform
 *   that there is not
 */
export async function scopedTechniques(
  desk: Knowledge['desk'],
  question: ScopeQuestion,
): Promise<ScopedTechniques> {
  const { groups, techniques, organisation } = question;
  const asked = [organisation !== undefined, groups.length > 0, techniques.length > 0];
  if (asked.filter(Boolean).length > 1)
    throw errorOf(
      WORKBENCH_ISSUES.severalScopes,
      'Of --org, --group and --technique more than one is given.',
    );
  const platforms = question.platforms.map(platformMeant);
  if (organisation !== undefined) return await ofOrganisation(desk, organisation, platforms);
  if (groups.length > 0) return ofGroups(desk, groups, question.derived, platforms);
  if (techniques.length > 0) return named(desk, techniques, platforms);
  const { catalogue } = desk.view;
  const live = catalogue.ofType(typesOf('technique')).filter((term) => !catalogue.isWithdrawn(term));
  return {
    of: 'all',
    names: [],
    platforms,
    weights: new Map(live.map((term) => [term, 1])),
    usedBy: () => [],
    notes: [],
  };
}

async function ofOrganisation(
  desk: Knowledge['desk'],
  organisation: Organisation,
  platforms: readonly string[],
): Promise<ScopedTechniques> {
  const { weights, score: policy } = desk.settings;
  const {
    answer,
    notes = [],
    level,
    restsOn,
  } = await withNearbySightings(desk, organisation, {}, (nearby) =>
    unwatchedTechniques(desk, organisation, { ...nearby, weights, policy }),
  );
  const { catalogue } = desk.view;
  return {
    of: 'organisation',
    names: [organisation.name],
    platforms: platforms.length > 0 ? platforms : organisation.platforms,
    weights: new Map(
      answer.techniques.map(({ technique, expectation }) => [
        catalogue.termOf(technique.id) ?? -1,
        expectation,
      ]),
    ),
    usedBy: usersIn(
      catalogue,
      answer.techniques.map(({ technique, parts }) => [technique, parts.map(({ group }) => group)]),
    ),
    notes,
    ...defined({ level, restsOn }),
  };
}

function ofGroups(
  desk: Knowledge['desk'],
  names: readonly string[],
  derived: boolean,
  platforms: readonly string[],
): ScopedTechniques {
  const { catalogue } = desk.view;
  const found = names.map((name) => findAdversary(desk, name));
  const terms = [...new Set(found.map(({ term }) => term))];
  const uses = techniqueUses(knownTo(desk), terms, { derived });
  return {
    of: 'groups',
    names: terms.map((term) => catalogue.name(term)),
    platforms,
    weights: new Map(
      uses
        .map(
          ({ technique, users }) =>
            [catalogue.termOf(technique.id) ?? -1, users.length / terms.length] as const,
        )
        .filter(([term]) => !catalogue.isWithdrawn(term)),
    ),
    usedBy: usersIn(
      catalogue,
      uses.map(({ technique, users }) => [technique, users.map(({ user }) => user)]),
    ),
    notes: found.flatMap(({ notes }) => notes),
  };
}

function usersIn(
  catalogue: Knowledge['desk']['view']['catalogue'],
  uses: readonly (readonly [technique: Mention, users: readonly Mention[]])[],
): ScopedTechniques['usedBy'] {
  const labels = new Map(
    uses.map(([technique, users]) => [
      catalogue.termOf(technique.id) ?? -1,
      [...new Set(users.map(({ label }) => label))].filter((label) => label !== ''),
    ]),
  );
  return (technique) => labels.get(technique) ?? [];
}

function named(
  { view }: Knowledge['desk'],
  names: readonly string[],
  platforms: readonly string[],
): ScopedTechniques {
  const found = names.map((name) => findOne(view, name, typesOf('technique')));
  return {
    of: 'techniques',
    names: found.map(({ term }) => view.catalogue.label(term) || view.catalogue.name(term)),
    platforms,
    weights: new Map(found.map(({ term }) => [term, 1])),
    usedBy: () => [],
    notes: found.flatMap(({ notes }) => notes),
  };
}
