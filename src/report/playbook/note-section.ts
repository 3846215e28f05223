import { paragraph } from '../../render/index.ts';
import type { Block } from '../../render/index.ts';
import type { Section } from './section.ts';

/** What the analyst has to say. */
export const noteSection: Section<'note'> = ({ text }) => paragraphs(text);

/** A text by its paragraphs, which have an empty line between them. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => paragraph(each));
}
