import { evidenceOf } from '../../src/analysis/profile/sourced-facts.ts';
import type { SourcedFacts } from '../../src/analysis/index.ts';
import type { Evidence } from '../../src/facts/index.ts';
import { typesOf } from '../../src/threat/index.ts';

/** A use as a reader of the reported facts finds it by hand. */
export interface NaiveUse {
  readonly use: 'direct' | 'derived';
  readonly evidence: ReadonlySet<Evidence>;
  /** What reports it of the group or of a campaign of it. */
  readonly provenance: ReadonlySet<Evidence>;
  /** Everything that stands between. */
  readonly through: ReadonlySet<number>;
}

/**
 * What the standard rules conclude of the techniques of groups, computed again from reported facts alone by walking along
 * them: without rules, derivations, credibility or any order.
 */
export function naiveUses(sourced: SourcedFacts): (group: number) => ReadonlyMap<number, NaiveUse> {
  const { reported, catalogue } = sourced;
  const isOf = (kinds: readonly string[], term: number): boolean =>
    kinds.includes(catalogue.entry(term).type);
  const uses = new Map<number, Map<number, readonly Evidence[]>>();
  const attributed = new Map<number, number[]>();
  for (const relation of ['uses', 'attributed-to']) {
    const rows = reported.relations.get(relation);
    for (let row = 0; row < (rows?.size ?? 0); row++) {
      const [subject = -1, object = -1] = [rows?.columns[0]?.[row], rows?.columns[1]?.[row]];
      if (relation === 'attributed-to') {
        if (isOf(typesOf('campaign'), subject))
          attributed.set(object, [...(attributed.get(object) ?? []), subject]);
      } else {
        const used = uses.get(subject) ?? new Map<number, readonly Evidence[]>();
        uses.set(subject, used.set(object, evidenceOf(sourced, { relation, row })));
      }
    }
  }
  const usedBy = (user: number, kinds: readonly string[]): readonly number[] =>
    [...(uses.get(user)?.keys() ?? [])].filter((used) => isOf(kinds, used));

  return (group) => {
    const campaigns = attributed.get(group) ?? [];
    const own = uses.get(group) ?? new Map<number, readonly Evidence[]>();
    const provenance = (thing: number): readonly Evidence[] =>
      [group, ...campaigns].flatMap((user) => uses.get(user)?.get(thing) ?? []);
    const found = new Map<
      number,
      { evidence: Set<Evidence>; provenance: Set<Evidence>; through: Set<number> } & Pick<NaiveUse, 'use'>
    >();
    const add = (technique: number, through: readonly number[], evidence: readonly Evidence[]): void => {
      const use = found.get(technique) ?? {
        use: own.has(technique) ? 'direct' : 'derived',
        evidence: new Set(),
        provenance: new Set(provenance(technique)),
        through: new Set(),
      };
      if (use.use === 'derived') for (const term of through) use.through.add(term);
      if (use.use === 'derived' || through.length === 0) for (const each of evidence) use.evidence.add(each);
      found.set(technique, use);
    };
    const follow = (software: number, path: readonly number[], from: readonly Evidence[]): void => {
      for (const technique of usedBy(software, typesOf('technique'))) add(technique, path, from);
      for (const next of usedBy(software, typesOf('software')))
        if (!path.includes(next) && !own.has(next)) follow(next, [...path, next], from);
    };
    for (const technique of usedBy(group, typesOf('technique'))) add(technique, [], provenance(technique));
    for (const software of usedBy(group, typesOf('software')))
      follow(software, [software], provenance(software));
    for (const campaign of campaigns) {
      for (const technique of usedBy(campaign, typesOf('technique')))
        add(technique, own.has(technique) ? [] : [campaign], provenance(technique));
      for (const software of usedBy(campaign, typesOf('software')))
        if (!own.has(software)) follow(software, [campaign, software], provenance(software));
    }
    return found;
  };
}
