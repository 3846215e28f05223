import type { Evidence } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { DERIVED, objectsOf, subjectsOf } from '../known-facts.ts';
import type { UseKind } from '../technique-use.ts';
import { evidenceOf, termsOf, toldRowsOf } from './testimony.ts';
import type { Testimony, ToldFact } from './testimony.ts';

/** The use of a technique, before it is put in words. */
export interface Use {
  readonly technique: number;
  readonly use: UseKind;
  /** What the group and its campaigns were told to do. */
  readonly evidence: readonly Evidence[];
  readonly through: readonly number[];
}

/** Techniques that sources say the group itself uses. */
export function directUses(testimony: Testimony, group: number): readonly Use[] {
  return toldUses(testimony, group, typesOf('technique')).map(({ fact, used }) => ({
    technique: used,
    use: 'direct',
    evidence: evidenceOf(testimony, fact),
    through: [],
  }));
}

/** What a user was told to use, of some types. */
export function toldUses(
  testimony: Testimony,
  user: number,
  types: readonly string[],
): readonly { readonly fact: ToldFact; readonly used: number }[] {
  return toldRowsOf(testimony, 'uses', user)
    .map((row) => {
      const fact = { relation: 'uses', row };
      return { fact, used: termsOf(testimony, fact)[1] ?? -1 };
    })
    .filter(({ used }) => types.includes(typeOf(testimony, used)));
}

/** Adds what was told of the group's campaigns: often the newest evidence that a technique is still used. */
export function withCampaigns(testimony: Testimony, group: number, uses: readonly Use[]): readonly Use[] {
  const acts = new Map<number, Evidence[]>();
  for (const campaign of campaignTerms(testimony, group)) {
    for (const { fact, used } of toldUses(testimony, campaign, typesOf('technique'))) {
      acts.set(used, [...(acts.get(used) ?? []), ...evidenceOf(testimony, fact)]);
    }
  }
  return uses.map((use) => ({
    ...use,
    evidence: [...new Set([...use.evidence, ...(acts.get(use.technique) ?? [])])],
  }));
}

/** Techniques that only rules know; `direct` are those that they do not add to. */
export function derivedUses(testimony: Testimony, group: number, direct: readonly Use[]): readonly Use[] {
  const types: readonly string[] = typesOf('technique');
  const told = new Set(direct.map(({ technique }) => technique));
  return objectsOf(testimony, DERIVED.use, group)
    .filter((used) => types.includes(typeOf(testimony, used)) && !told.has(used))
    .map((technique) => {
      const leaves = testimony.leaves(DERIVED.use, [group, technique]);
      const between = leaves.flatMap((leaf) => termsOf(testimony, leaf));
      return {
        technique,
        use: 'derived',
        evidence: actsAmong(testimony, leaves).flatMap((leaf) => evidenceOf(testimony, leaf)),
        through: [...new Set(between)].filter((term) => term !== group && term !== technique),
      };
    });
}

/**
 * The leaves that say what the group or its campaigns did. What software can do is told once and for all users:
 * its date says nothing of when this group did it.
 */
export function actsAmong(testimony: Testimony, leaves: readonly ToldFact[]): readonly ToldFact[] {
  const actors = new Set<string>([...typesOf('group'), ...typesOf('campaign')]);
  return leaves.filter(
    (leaf) => leaf.relation === 'uses' && actors.has(typeOf(testimony, termsOf(testimony, leaf)[0] ?? -1)),
  );
}

/** Campaigns attributed to a group. */
export function campaignTerms(testimony: Testimony, group: number): readonly number[] {
  const types: readonly string[] = typesOf('campaign');
  return subjectsOf(testimony, 'attributed-to', group).filter((term) =>
    types.includes(typeOf(testimony, term)),
  );
}

export function typeOf({ catalogue }: Testimony, term: number): string {
  return catalogue.types[catalogue.typeOf[term] ?? -1] ?? '';
}
