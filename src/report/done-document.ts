import { bullets, type Document } from '../render/index.ts';

/** That something was done, with what it was done to. */
export function doneDocument(title: string, items: readonly string[]): Document {
  return { title, blocks: items.length === 0 ? [] : [bullets(items)] };
}
