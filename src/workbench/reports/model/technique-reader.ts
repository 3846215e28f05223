import type { Knowledge } from '../../../desk/index.ts';
import { deterministicId } from '../../../facts/index.ts';
import {
  learnTechniques,
  modelBytes,
  modelFromBytes,
  techniqueModel,
  type ModelSample,
  type TechniqueModel,
} from '../../../reading/index.ts';
import { keptFor, lazily, tally } from '../../../text/index.ts';
import { parentNumber } from '../../../threat/index.ts';
import { labelledSamples } from './labelled-samples.ts';
import { learntSources, modelSamples } from './model-samples.ts';

/** A model of techniques, and how many procedures there are of each. */
export interface TechniqueReader {
  readonly model: TechniqueModel;
  /** False where nothing in view states how techniques are used: then no sentence is taken for one. */
  readonly isLearnt: boolean;
  readonly procedures: {
    readonly of: (technique: string) => number;
    /** Of a technique with its sub-techniques. */
    readonly within: (parent: string) => number;
  };
}

/**
 * What reads techniques in sentences: learnt from what is in view when it is first needed, which takes some seconds, and
 * kept for later.
 */
export async function techniqueReader(desk: Knowledge['view']): Promise<TechniqueReader> {
  return await readersOf(desk.view)(desk);
}

const readersOf = keptFor((_view: Knowledge['view']['view']) => {
  let reader: Promise<TechniqueReader> | undefined;
  return async (desk: Knowledge['view']): Promise<TechniqueReader> => await (reader ??= makeReader(desk));
});

async function makeReader(desk: Knowledge['view']): Promise<TechniqueReader> {
  return await readerWith(desk, labelledSamples(desk, await desk.labelled()));
}

/** A reader that learns from procedures in view, and from these samples beside them. */
export async function readerWith(
  desk: Knowledge['view'],
  labelled: readonly ModelSample[],
): Promise<TechniqueReader> {
  const samples = lazily(() => [...modelSamples(desk.view), ...labelled]);
  const learn = (): Uint8Array => modelBytes(learnTechniques(samples()));
  const key = deterministicId(
    'model',
    ...learntSources(desk.view).map(({ sha256 }) => sha256),
    ...labelled.map(({ text, technique, weight }) => JSON.stringify([text, technique, weight])),
  );
  const kept = modelFromBytes(await desk.learnt('techniques', key, learn)) ?? modelFromBytes(learn());
  if (kept === undefined) throw new TypeError('a model that was just learnt cannot be read');
  const stated = kept.examples
    .filter(({ from }) => from.startsWith('relationship--'))
    .map(({ label }) => kept.techniques[label] ?? '');
  if (kept.techniques.every((technique) => technique === '')) return READS_NOTHING;
  const [counts, families] = [tally(stated), tally(stated.map(parentNumber))];
  return {
    model: techniqueModel(kept),
    isLearnt: true,
    procedures: {
      of: (technique) => counts.get(technique) ?? 0,
      within: (parent) => families.get(parent) ?? 0,
    },
  };
}

const READS_NOTHING: TechniqueReader = {
  model: {
    read: () => ({ shares: [], none: 1, near: new Map(), likeness: 0, known: 0 }),
    because: () => ({ words: [], examples: [] }),
  },
  isLearnt: false,
  procedures: { of: () => 0, within: () => 0 },
};
