import type { AnswerOf } from 'foeprint/answers';
import type { DomainMatrix } from '../api/answers.ts';

type TechniqueCount = AnswerOf<'prevalence'>['techniques'][number];

/** A technique as lists show it. */
export interface TechniqueRow {
  /** ATT&CK id. */
  readonly id: string;
  readonly name: string;
  readonly parentName?: string;
  readonly aliases: readonly string[];
  readonly platforms: readonly string[];
  /** Tactics that it serves, with their places in the matrix. */
  readonly tactics: readonly { readonly label: string; readonly name: string; readonly place: number }[];
  /** Groups that are reported to use it. */
  readonly direct: number;
  /** Groups of which only rules derive it. */
  readonly derived: number;
}

/** Every technique of some matrices, each once, with how many groups use it; by id. */
export function techniqueRows(
  matrices: readonly Pick<DomainMatrix, 'tactics' | 'techniques'>[],
  counts: readonly TechniqueCount[],
): readonly TechniqueRow[] {
  const countOf = new Map(counts.map((each) => [each.technique.label, each]));
  const rows = matrices.flatMap(({ tactics, techniques }) => {
    const names = new Map(techniques.map(({ label, name }) => [label, name]));
    return techniques.map(({ label, name, parent, platforms }): TechniqueRow => {
      const { groups = 0, derivedOnly = 0 } = countOf.get(label) ?? {};
      const parentName = parent === undefined ? undefined : names.get(parent);
      return {
        id: label,
        name,
        ...(parentName === undefined ? {} : { parentName }),
        aliases: [],
        platforms,
        tactics: tactics.flatMap((tactic, place) =>
          tactic.techniques.includes(label) ? [{ label: tactic.label, name: tactic.name, place }] : [],
        ),
        direct: groups - derivedOnly,
        derived: derivedOnly,
      };
    });
  });
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
