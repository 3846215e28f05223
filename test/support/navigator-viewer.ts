import type { NavigatorLayer } from '../../src/answers/index.ts';
import type { AttackMatrix } from '../../src/threat/index.ts';

/**
 * What one sees of a layer when the ATT&CK Navigator opens it: three rules of its version 5.1, found by watching it. They stand in for
 * the application, which is on no registry.
 *
 * 1. Sub-techniques are folded away, unless `layout.expandedSubtechniques` is `all`, or is `annotated` and one of them is marked under
 *    that tactic, or the technique itself says `showSubtechniques`.
 * 2. A technique is there only if one of its platforms is selected, and takes its sub-techniques with it; where no platform is
 *    selected, all are.
 * 3. An entry without a tactic stands for every tactic that the technique serves; of two for one place the later one counts.
 */
export function openedInNavigator(
  layer: NavigatorLayer,
  { tactics }: AttackMatrix,
  platformsOf: (technique: string) => readonly string[],
): { readonly marks: readonly string[]; readonly seen: readonly string[] } {
  const selected = asPlatforms(layer['filters']);
  const isThere = (technique: string) =>
    selected.length === 0 || platformsOf(technique).some((platform) => selected.includes(platform));
  const expanded = asLayout(layer['layout']);
  const marks: string[] = [];
  const seen: string[] = [];
  for (const { shortName, techniques } of tactics) {
    const entryOf = (id: string) =>
      layer.techniques.findLast(
        ({ techniqueID, tactic = shortName }) => techniqueID === id && tactic === shortName,
      );
    const isMarked = (id: string) => Object.keys(entryOf(id) ?? {}).some((field) => MARKS.includes(field));
    for (const { id, subtechniques } of techniques) {
      const isOpen =
        expanded === 'all' ||
        (expanded === 'annotated' && subtechniques.some((each) => isMarked(each.id))) ||
        entryOf(id)?.['showSubtechniques'] === true;
      for (const each of [id, ...subtechniques.map((subtechnique) => subtechnique.id)].filter(isMarked)) {
        const mark = `${each} ${shortName} ${entryOf(each)?.score ?? ''}`.trim();
        marks.push(mark);
        if (isThere(id) && isThere(each) && (each === id || isOpen)) seen.push(mark);
      }
    }
  }
  return { marks, seen };
}

const MARKS: readonly string[] = ['score', 'color', 'comment', 'metadata', 'links'];

function asPlatforms(filters: unknown): readonly string[] {
  const platforms = isObject(filters) ? filters['platforms'] : undefined;
  return Array.isArray(platforms) ? platforms.map(String) : [];
}

function asLayout(layout: unknown): unknown {
  return isObject(layout) ? (layout['expandedSubtechniques'] ?? 'none') : 'none';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
