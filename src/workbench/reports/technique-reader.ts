import type { Knowledge } from '../../desk/index.ts';
import { deterministicId, errorOf } from '../../facts/index.ts';
import {
  learnTechniques,
  modelBytes,
  modelFromBytes,
  techniqueModel,
  type TechniqueModel,
} from '../../reading/index.ts';
import { keptFor, lazily, tally } from '../../text/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { parentNumber } from '../../threat/index.ts';
import { learntSources, modelSamples } from './model-samples.ts';

/** A model of techniques, and how many procedures there are of each. */
export interface TechniqueReader {
  readonly model: TechniqueModel;
  readonly procedures: {
    readonly of: (technique: string) => number;
    /** Of a technique with its sub-techniques. */
    readonly within: (parent: string) => number;
  };
}

/**
 * What reads techniques in sentences: learnt from what is in view when it is first needed, which takes some seconds, and
 * kept for later.
 *
 * @throws FoeprintError W730 where nothing in view describes procedures
 */
export async function techniqueReader(desk: Knowledge['view']): Promise<TechniqueReader> {
  return await readersOf(desk.view)(desk);
}

const readersOf = keptFor((_view: Knowledge['view']['view']) => {
  let reader: Promise<TechniqueReader> | undefined;
  return async (desk: Knowledge['view']): Promise<TechniqueReader> => await (reader ??= makeReader(desk));
});

async function makeReader(desk: Knowledge['view']): Promise<TechniqueReader> {
  const samples = lazily(() => modelSamples(desk.view));
  const learn = (): Uint8Array => {
    if (samples().every(({ technique }) => technique === ''))
      throw errorOf(WORKBENCH_ISSUES.nothingToLearn, 'Nothing in view says how techniques are used.');
    return modelBytes(learnTechniques(samples()));
  };
  const key = deterministicId('model', ...learntSources(desk.view).map(({ sha256 }) => sha256));
  const kept = modelFromBytes(await desk.learnt('techniques', key, learn)) ?? modelFromBytes(learn());
  if (kept === undefined) throw new TypeError('a model that was just learnt cannot be read');
  const stated = kept.examples
    .filter(({ from }) => from.startsWith('relationship--'))
    .map(({ label }) => kept.techniques[label] ?? '');
  const [counts, families] = [tally(stated), tally(stated.map(parentNumber))];
  return {
    model: techniqueModel(kept),
    procedures: {
      of: (technique) => counts.get(technique) ?? 0,
      within: (parent) => families.get(parent) ?? 0,
    },
  };
}
