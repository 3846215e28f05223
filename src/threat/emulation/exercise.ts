/** What stands in a cell that is to be filled in. */
export const OPEN_BOX = '☐';

/** Columns of the table of results in an exercise; it is known by them, and read back. */
export const EXERCISE_COLUMNS = [
  'Technique',
  'Test',
  'Name',
  'Platforms',
  'Executed',
  'Detected',
  'Prevented',
  'Notes',
] as const;
/** One of {@link EXERCISE_COLUMNS}. */
export type ExerciseColumn = (typeof EXERCISE_COLUMNS)[number];
