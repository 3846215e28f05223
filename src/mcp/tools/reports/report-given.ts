import * as z from 'zod/mini';
import type { GivenReport } from '../../../answers/index.ts';

/** Longest text that is read: some hundred pages. */
const LONGEST = 500_000;

/** Words of a report, as tools are given them. */
export const REPORT_TEXT = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(LONGEST),
    z.describe(`text of a report or of notes, at most ${LONGEST} characters; nothing of it is kept`),
  );

/** A text as a report that is not kept. */
export function reportGiven(text: string, level?: GivenReport['level']): GivenReport {
  return {
    title: 'The text given',
    kind: 'vendor-report',
    format: 'a text',
    text,
    mentions: [],
    ...(level === undefined ? {} : { level }),
  };
}
