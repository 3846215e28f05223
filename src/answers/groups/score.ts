import { number, oneOf, shape, text, type Of } from '../schema.ts';

/** How sure it is that a group uses a technique today. */
export const SCORE_STATUSES = ['confirmed', 'mentioned', 'legacy'] as const;
export type ScoreStatus = (typeof SCORE_STATUSES)[number];

export const ScorePolicy = shape('ScorePolicy', 'What scores are given, 0 … 100, and when evidence is old.', {
  confirmed: number('a curated source, an incident or a reviewer of a report holds it'),
  mentioned: number('only uncurated sources report it or it is only mentioned, or only rules derive it'),
  legacy: number('the newest evidence is old, or the technique is withdrawn'),
  legacyAfterYears: number('years after which evidence is old'),
});
export type ScorePolicy = Of<typeof ScorePolicy>;

/** How sure it is that a group uses a technique today, and why this much: fields of everything that is scored. */
export const SCORE = {
  score: number('0 … 100, what the policy gives for the status'),
  status: oneOf(SCORE_STATUSES, 'how sure the use is today'),
  reason: text('why, in words'),
};

export const Score = shape(
  'Score',
  'How sure it is that a group uses a technique today, and why this much.',
  SCORE,
);
export type Score = Of<typeof Score>;
