import type { Section } from './section.ts';
import { paragraphs } from '../blocks.ts';

/** What the analyst has to say. */
export const noteSection: Section<'note'> = ({ text }) => paragraphs(text);
