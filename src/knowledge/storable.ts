import { defined } from '../text/index.ts';
import type { DeliveredObject, EntityDescription, Statement } from '../facts/index.ts';

/**
 * What no database keeps in its texts: the null character, at which SQLite's own functions stop reading, and halves of
 * surrogate pairs, which UTF-8 cannot write. The object as delivered is kept as JSON, which can write both.
 */
const UNSTORABLE = /[\0\p{Cs}]/u;
const ALL_UNSTORABLE = /[\0\p{Cs}]/gu;

/** The objects with the replacement character where their names and statements hold what cannot be kept. */
export function storable(objects: readonly DeliveredObject[]): readonly DeliveredObject[] {
  const isClean = cleanliness();
  return objects.map((object) => (isStorable(object, isClean) ? object : cleanedObject(object)));
}

/** Whether texts can be kept. Remembers which can: a delivery says the same few relations and platforms thousands of times. */
function cleanliness(): (text: string) => boolean {
  const clean = new Set<string>();
  return (text) => {
    if (clean.has(text)) return true;
    if (UNSTORABLE.test(text)) return false;
    clean.add(text);
    return true;
  };
}

function isStorable({ entity, statements }: DeliveredObject, isClean: (text: string) => boolean): boolean {
  const isEntityClean = entity === undefined || textsOf(entity).every(isClean);
  return isEntityClean && statements.every((statement) => wordsOf(statement).every(isClean));
}

function textsOf({ name, label, aliases }: EntityDescription): readonly string[] {
  return [name, label, ...aliases];
}

function wordsOf({ relation, subject, object }: Statement): readonly string[] {
  return [relation, subject, typeof object === 'string' ? object : object.literal];
}

function cleanedObject(object: DeliveredObject): DeliveredObject {
  // Field by field: some objects make their texts only when they are asked for, which a spread would leave out.
  const { id, type, version, raw, text, withdrawn, level, entity, statements } = object;
  const clean = { entity: entity && storableEntity(entity), statements: statements.map(storableStatement) };
  return defined({ id, type, version, raw, text, withdrawn, level, ...clean });
}

function storableEntity({ name, label, aliases }: EntityDescription): EntityDescription {
  return { name: cleaned(name), label: cleaned(label), aliases: aliases.map(cleaned) };
}

function storableStatement({ relation, subject, object }: Statement): Statement {
  return {
    relation: cleaned(relation),
    subject: cleaned(subject),
    object: typeof object === 'string' ? cleaned(object) : { literal: cleaned(object.literal) },
  };
}

function cleaned(text: string): string {
  return text.replace(ALL_UNSTORABLE, '\ufffd');
}
