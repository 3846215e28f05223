import { paragraphs } from '../words.ts';
import type { Section } from './section.ts';

/** What the analyst has to say. */
export const noteSection: Section<'note'> = ({ text }) => paragraphs(text);
