import type { CoverageColumn, TechniqueCoverage } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import { entriesOf, type AttackMatrix } from '../../threat/index.ts';

/** Techniques under the tactics of matrices: those that count most first, then by ATT&CK id; tactics without any are left out. */
export function coverageColumns(
  matrices: readonly AttackMatrix[],
  techniques: readonly TechniqueCoverage[],
): readonly CoverageColumn[] {
  const byLabel = new Map(techniques.map((each) => [each.technique.label, each]));
  return matrices
    .flatMap(({ domain, tactics }) =>
      tactics.map((tactic) => ({
        domain,
        tactic: tactic.name,
        techniques: entriesOf(tactic)
          .flatMap(({ id }) => byLabel.get(id) ?? [])
          .map(({ technique, level, weight }) => ({
            technique: technique.label,
            name: technique.name,
            level,
            weight,
          }))
          .toSorted((one, other) => other.weight - one.weight || compareText(one.technique, other.technique)),
      })),
    )
    .filter((column) => column.techniques.length > 0);
}
