import type { AnswerOf } from 'foeprint/answers';
import { list, truth, word } from '../../address/address.ts';

export type Comparison = AnswerOf<'compare'>;

/** Most groups that stand in one matrix. */
export const MOST = 8;

/** What the address of the page says. */
export const FIELDS = {
  /** Groups, as addresses name them. */
  of: list(),
  /** What is shown: of two groups or more, of any, of all, of one alone. */
  min: word('2', '1', 'all', 'one'),
  derived: truth(true),
  /** Whether our coverage stands beside it, and only gaps stand out. */
  coverage: truth(false),
  gaps: truth(false),
};

/** `A`, `B` …: the place of a group in every cell. */
export function letterOf(place: number): string {
  return String.fromCodePoint(65 + place);
}
