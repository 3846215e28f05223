import { issueOf } from '../../facts/index.ts';
import { addTo, defined } from '../../text/index.ts';
import { levelOfLayers, type CoverageClaim, type Layer } from '../../threat/index.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { NAVIGATOR_ISSUES } from '../navigator/issues.ts';
import { readLayers } from '../navigator/read-layers.ts';
import type { CoverageReading } from './coverage-format.ts';

/** The upper end of the Navigator's own gradient, for layers that have none. */
const HIGHEST_SCORE = 100;

/**
 * Reads what a Navigator file of any version says is covered: techniques that are enabled and have a score above 0. The
 * level is the score over the upper end of the layer's gradient (100 where it has none), at most 1. A colour without a
 * score says that somebody marked the technique, not how well it is covered: it does not count. Fields that no version of the format has
 * say nothing of coverage, and are not remarked upon.
 *
 * @param parsed the parsed JSON
 * @param file name of the file, for issues
 */
export function readLayerCoverage(parsed: unknown, file: string): CoverageReading {
  const { layers, issues: all } = readLayers(parsed, file);
  const issues = all.filter(({ code }) => code !== NAVIGATOR_ISSUES.unknownFields.code);
  const claims = layers.flatMap((layer) => claimsOf(layer, file));
  const nothing = issueOf(INTAKE_ISSUES.nothingCovered, 'No technique of it has a score above 0.', { file });
  const marking = levelOfLayers(layers);
  return {
    claims,
    marking,
    issues: claims.length > 0 || layers.length === 0 ? issues : [...issues, nothing],
  };
}

function claimsOf({ cells, gradient, release }: Layer, file: string): readonly CoverageClaim[] {
  const maximum = gradient !== undefined && gradient.maximum > 0 ? gradient.maximum : HIGHEST_SCORE;
  const single = new Map<string, string[]>();
  for (const { technique, tactic } of cells) if (tactic !== undefined) addTo(single, technique, tactic);
  return cells.flatMap(({ technique, tactic, score = 0, enabled }) =>
    enabled && score > 0
      ? [
          {
            technique,
            level: Math.min(1, score / maximum),
            kind: 'layer',
            file,
            // A mark for all tactics is not of those that have a mark, or a bare entry, of their own.
            ...defined({ release, besides: tactic === undefined ? single.get(technique) : undefined }),
          },
        ]
      : [],
  );
}
