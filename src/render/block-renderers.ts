import type { Block, BlockKinds } from './document.ts';

/** What a form makes of each kind of block; `setting` is what it needs to know about where the block stands. */
export type BlockRenderers<Setting, Result> = {
  readonly [Kind in keyof BlockKinds]: (block: Block<Kind>, setting: Setting) => Result;
};

/** Gives a block to the renderer of its kind. */
export function renderBlock<Kind extends keyof BlockKinds, Setting, Result>(
  renderers: BlockRenderers<Setting, Result>,
  block: Block<Kind>,
  setting: Setting,
): Result {
  return renderers[block.kind](block, setting);
}
