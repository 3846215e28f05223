import { MARKING_LEVELS } from '../../facts/index.ts';
import { IssueShape } from '../issue.ts';
import { question } from '../question.ts';
import { as, byName, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

export const Inventory = shape('Inventory', 'What coverage files said on a day, kept under a name.', {
  id: text('SHA-256 of name, day and content; its first 12 digits are enough to name it'),
  name: text('what it is kept as'),
  date: text('the day from which it holds, `YYYY-MM-DD`, until the next one of its name'),
  importedAt: text('when it was imported: a timestamp'),
  formats: byName(number('files'), 'how many files were read as each format'),
  claims: count('what they say of techniques, one for each technique of a rule or entry'),
  techniques: count('techniques that they are about, by the ids of the files'),
  rules: count('rules or tests that they name'),
  logSources: count('logs that they say are at hand'),
  level: optional(oneOf(MARKING_LEVELS, 'how far it may go; absent where it bears no marking')),
});
export type Inventory = Of<typeof Inventory>;

/** The coverage that was imported. */
export const CoverageListQuestion = question({});

export const CoverageListAnswer = shape('CoverageListAnswer', 'The coverage that was imported.', {
  inventories: list(Inventory, 'by name, then by day'),
});
export type CoverageListAnswer = Of<typeof CoverageListAnswer>;

export const CoverageImportAnswer = shape('CoverageImportAnswer', 'What came of importing coverage.', {
  isNew: truth('false where the same stands there already, and nothing was done'),
  isTrial: truth('whether nothing was to be stored'),
  inventory: as(Inventory, 'what was read'),
  issues: list(IssueShape, 'what could not be used'),
});
export type CoverageImportAnswer = Of<typeof CoverageImportAnswer>;

export const CoverageRemoveAnswer = shape('CoverageRemoveAnswer', 'Coverage that was taken out.', {
  removed: list(Inventory, 'what is no longer kept'),
});
export type CoverageRemoveAnswer = Of<typeof CoverageRemoveAnswer>;
