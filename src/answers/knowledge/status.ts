import { LoadedSource } from './loaded-source.ts';
import { question } from '../question.ts';
import { count, list, shape, text, type Of } from '../schema.ts';

/** What is loaded. */
export const StatusQuestion = question({});

const TypeCount = shape('TypeCount', 'How many objects of one STIX type are in view.', {
  type: text('the STIX type'),
  live: count('objects that are not withdrawn'),
  revoked: count('objects that their source has revoked'),
  deprecated: count('objects that their source has deprecated'),
});

const RelationCount = shape('RelationCount', 'How many facts of one relation are in view.', {
  relation: text('name of the relation'),
  count: count('reported facts'),
});

export const StatusAnswer = shape('StatusAnswer', 'What is loaded, and what of it is in view.', {
  loaded: list(LoadedSource, 'sources in the order of loading'),
  objects: list(TypeCount, 'objects in view, by STIX type'),
  facts: list(RelationCount, 'reported facts in view, the most of a relation first'),
});
export type StatusAnswer = Of<typeof StatusAnswer>;
