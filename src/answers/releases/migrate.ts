import * as z from 'zod/mini';
import { MARKING_LEVELS } from '../../facts/index.ts';
import { IssueShape } from '../issue.ts';
import { LayerShape } from '../layers/layers.ts';
import { fromFile, option } from '../question.ts';
import { as, count, forEach, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

export const DocumentToMigrate = shape(
  'DocumentToMigrate',
  'A document that is to be carried to another release: a text, or the layers of a Navigator file.',
  {
    file: text('name of its file: what it is, goes by the ending'),
    text: optional(text('the whole text; absent where it holds layers')),
    layers: optional(list(LayerShape, 'the layers that it holds')),
    issues: optional(
      list(IssueShape, 'what is wrong with it as it was read: where one is an error, it is left as it is'),
    ),
  },
);
export type DocumentToMigrate = Of<typeof DocumentToMigrate>;

/** What becomes of documents in another release. */
export const MigrateQuestion = z.strictObject({
  documents: fromFile(
    list(DocumentToMigrate, 'the documents'),
    'documents',
    '<file...>',
    'files or folders: Navigator layers, Sigma rules, DeTT&CT YAML, CSV, TOML, Markdown and other texts',
  ),
  to: option('--to <release>', 'the release to carry to, e.g. 18.1 or 19.1'),
});

/** How an id came into another release, in the order in which reports list them: what is to be decided first. */
export const STANDINGS = [
  'ambiguous',
  'dropped',
  'unknown',
  'left',
  'assumed',
  'resolved',
  'unchanged',
] as const;
/** One of {@link STANDINGS}. */
export type Standing = (typeof STANDINGS)[number];

export const MigrationEntry = shape(
  'MigrationEntry',
  'What became of one id, of one tactic, or of a platform that a layer is filtered by, at one place of a document.',
  {
    kind: oneOf(['technique', 'tactic', 'platform'], 'what it is'),
    from: text('what stood there'),
    to: list(
      text('an id'),
      'what stands there now: several where a tactic was split; none where it was left as it is, or taken out',
    ),
    standing: oneOf(STANDINGS, 'how it came there'),
    reason: text('why, in words'),
    candidates: list(text('an id'), 'what it could be, where that is more than one'),
    line: optional(count('of texts: the line, from 1')),
    technique: optional(text('of layers: the technique whose tactic it is')),
  },
);
export type MigrationEntry = Of<typeof MigrationEntry>;

export const MigratedDocument = shape('MigratedDocument', 'A document in another release.', {
  file: text('name of its file'),
  kind: oneOf(['layer', 'sigma', 'dettect', 'text'], 'what it was read as'),
  isChanged: truth('whether anything of it is different'),
  isRefused: truth('whether nothing can be said of it here, so that nothing is to be written for it'),
  text: optional(text('the whole text in the release; absent where it is the same, or holds layers')),
  layers: optional(list(LayerShape, 'the layers in the release; absent where they are left as they are')),
  entries: list(MigrationEntry, 'everything that is not simply the same, in the order of the document'),
  unchanged: count('ids and tactics that are the same'),
  issues: list(IssueShape, 'what is wrong with it'),
  marking: optional(oneOf(MARKING_LEVELS, 'how far it may go, where it says so')),
});
export type MigratedDocument = Of<typeof MigratedDocument>;

export const MigrateAnswer = shape('MigrateAnswer', 'What became of documents in another release.', {
  to: text('the release'),
  documents: list(MigratedDocument, 'in the order given'),
  changed: count('documents of which anything is different'),
  counts: as(forEach(STANDINGS, count('places'), ''), 'at how many places ids and tactics came how'),
});
export type MigrateAnswer = Of<typeof MigrateAnswer>;
