import type { AttackMatrix, Layer } from '../../threat/index.ts';
import { defined } from '../../text/index.ts';
import * as z from 'zod/mini';
import { matrixInView } from './layers.ts';
import { answeredAs, type UseCase } from '../use-case.ts';

/** An answer as layers. */
export interface Layers {
  readonly layers: readonly Layer[];
}

/** Layers, and the matrix that they are drawn on. */
export interface LayersOnMatrix extends Layers {
  /** Of the domain of the first; absent where there are none. */
  readonly matrix?: AttackMatrix;
}

/** A use case that can answer in layers, answering in nothing else: they may rest on more than the answer does. */
export function inLayers(useCase: UseCase): UseCase<z.ZodMiniType, Layers> {
  const { name, summary, question, needs, examples, isFramedBySecond } = useCase;
  return {
    name,
    summary,
    question,
    answer: z.custom<Layers>(),
    needs,
    examples,
    needsNothing: true,
    ...defined({ isFramedBySecond }),
    run: async (knowledge, asked) =>
      answeredAs((await useCase.layers?.(knowledge, asked)) ?? { answer: [] }, (layers) => ({ layers })),
    isEmpty: ({ layers }) => layers.length === 0,
    document: () => ({ title: summary, blocks: [] }),
  };
}

/**
 * The same with the matrix that the layers are drawn on: a drawing rests on both, and may go as far as both may. It throws W610
 * where the matrix is not in view.
 */
export function onMatrix(useCase: UseCase): UseCase<z.ZodMiniType, LayersOnMatrix> {
  const inLayersOnly = inLayers(useCase);
  return {
    ...inLayersOnly,
    answer: z.custom<LayersOnMatrix>(),
    run: async (knowledge, asked) => {
      const { answer, ...answered } = await inLayersOnly.run(knowledge, asked);
      const [first] = answer.layers;
      if (first === undefined || !('view' in knowledge)) return { ...answered, answer };
      return { ...answered, answer: { ...answer, matrix: matrixInView(knowledge, first.domain) } };
    },
  };
}
