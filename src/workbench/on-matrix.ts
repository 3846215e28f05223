import type { AttackMatrix, Layer } from '../threat/index.ts';
import type * as z from 'zod/mini';
import { matrixInView } from './layers.ts';
import type { UseCase } from './use-case.ts';

/** Layers, and the matrix that they are drawn on. */
export interface LayersOnMatrix {
  readonly layers: readonly Layer[];
  /** Of the domain of the first; absent where there are none. */
  readonly matrix?: AttackMatrix;
}

/**
 * A use case that answers in layers, answering with the matrix that they are drawn on: a drawing rests on both, and may go as far as
 * both may. It throws W610 where the matrix is not in view.
 */
export function onMatrix(useCase: UseCase): UseCase<z.ZodMiniType, LayersOnMatrix> {
  const { name, summary, question, needs, examples } = useCase;
  return {
    name,
    summary,
    question,
    needs,
    examples,
    needsNothing: true,
    run: (knowledge, asked) => {
      const { answer, ...answered } = useCase.run(knowledge, asked);
      const layers = useCase.layers?.(answer) ?? [];
      const [first] = layers;
      return {
        ...answered,
        answer: {
          layers,
          ...(first === undefined || !('view' in knowledge)
            ? {}
            : { matrix: matrixInView(knowledge, first.domain) }),
        },
      };
    },
    isEmpty: ({ layers }) => layers.length === 0,
    document: () => ({ title: summary, blocks: [] }),
  };
}
