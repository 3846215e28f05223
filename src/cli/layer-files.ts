import { acquire } from '../acquisition/index.ts';
import { FoeprintError, isCleared, issueOf, sayLevel } from '../facts/index.ts';
import type { Issue, MarkingLevel } from '../facts/index.ts';
import { writeLayer, writeLayers } from '../export/index.ts';
import { readLayers } from '../intake/index.ts';
import { levelOfLayers } from '../threat/index.ts';
import type { Layer } from '../threat/index.ts';
import type { Call } from './call.ts';
import { CLI_ISSUES } from './issues.ts';
import { remarkIssues } from './remark-issues.ts';

/**
 * The layers of a Navigator file. What is odd about it is remarked upon.
 *
 * @throws FoeprintError A4xx where it cannot be read, I15x where no layer can, C735 where it is marked above the clearance
 */
export async function layersOf(call: Call, location: string): Promise<readonly Layer[]> {
  const { limits, http } = (await call.home()).configuration.config;
  const acquired = await acquire(location, { limits, http });
  const readings = (acquired.unchanged ? [] : acquired.documents).map(({ parsed, location: from }) =>
    readLayers(parsed, from),
  );
  const issues = readings.flatMap((reading) => reading.issues);
  const layers = readings.flatMap((reading) => reading.layers);
  if (layers.length === 0) throw refusal(issues);
  refuseMarked(location, levelOfLayers(layers), await call.clearance());
  remarkIssues(call, issues);
  return layers;
}

/** @throws FoeprintError C735 where what a file is marked with is above the clearance */
export function refuseMarked(
  location: string,
  level: MarkingLevel | undefined,
  clearance: MarkingLevel | undefined,
): void {
  if (level === undefined || isCleared(level, clearance)) return;
  throw new FoeprintError([
    issueOf(CLI_ISSUES.markedAbove, `“${location}” is marked ${sayLevel(level)}.`, { file: location }),
  ]);
}

function refusal([first, ...others]: readonly Issue[]): Error {
  return first === undefined
    ? new TypeError('a file without layers has issues')
    : new FoeprintError([first, ...others]);
}

/** Layers as a Navigator file: one alone, several as a list. */
export function layersText(layers: readonly Layer[]): string {
  const [only, ...others] = layers;
  return only !== undefined && others.length === 0 ? writeLayer(only) : writeLayers(layers);
}
