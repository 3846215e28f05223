import type { HelpingValue, HelpingRelation } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import { eachReported, originsOf } from '../../facts/index.ts';
import { textOf } from '../../stix/index.ts';
import { MAPPING_SCORES, typesOf } from '../../threat/index.ts';
import { rawOf } from '../raw-of.ts';

/**
 * How well mappings that score it say that controls answer techniques; undefined of what no mapping scores, which counts in full. Evidence
 * is only opened where a framework in view has scores.
 *
 * @param scored value → 0 … 1, in place of {@link MAPPING_SCORES}
 */
export function mappingScoresIn(
  { view }: Reading,
  scored: Readonly<Partial<Record<string, number>>>,
): (control: number, technique: number, relation: HelpingRelation) => HelpingValue | undefined {
  const { catalogue, facts } = view;
  const shares = new Map(Object.entries({ ...MAPPING_SCORES, ...scored }));
  const frameworks = catalogue.ofType(typesOf('framework'));
  const isScored = frameworks.some((framework) => rawOf(view, framework)['scored'] === true);
  const found = new Map<string, HelpingValue>();
  const controls = new Set(catalogue.ofType(typesOf('control')));
  for (const relation of isScored ? (['mitigates', 'detects'] as const) : []) {
    eachReported(facts, relation, (control, technique, row) => {
      if (!controls.has(control)) return;
      const values = originsOf(facts, { relation, row }).map((stored): HelpingValue => {
        const said = textOf(view.object(stored).raw, 'score_value');
        return { said, share: shares.get(said.toLowerCase()) ?? 1 };
      });
      const [best] = values.toSorted((one, other) => other.share - one.share);
      if (best !== undefined && best.said !== '') found.set(`${relation} ${control} ${technique}`, best);
    });
  }
  return (control, technique, relation) => found.get(`${relation} ${control} ${technique}`);
}
