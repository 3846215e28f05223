import type { DeliveredObject, EntityDescription, Statement } from '../facts/index.ts';

/**
 * What no database keeps in its texts: the null character, at which SQLite's own functions stop reading, and halves of
 * surrogate pairs, which UTF-8 cannot write. The object as told is kept as JSON, which can write both.
 */
const UNSTORABLE = /[\0\p{Cs}]/u;
const ALL_UNSTORABLE = /[\0\p{Cs}]/gu;

/** The object with the replacement character where its names and statements hold what cannot be kept; itself where they do not. */
export function storable(told: DeliveredObject): DeliveredObject {
  if (isStorable(told)) return told;
  return {
    id: told.id,
    type: told.type,
    version: told.version,
    raw: told.raw,
    text: told.text,
    ...(told.withdrawn === undefined ? {} : { withdrawn: told.withdrawn }),
    ...(told.entity === undefined ? {} : { entity: storableEntity(told.entity) }),
    statements: told.statements.map(storableStatement),
  };
}

function isStorable({ entity, statements }: DeliveredObject): boolean {
  return (entity === undefined || textsOf(entity).every(isClean)) && statements.every(isStorableStatement);
}

function textsOf({ name, label, aliases }: EntityDescription): readonly string[] {
  return [name, label, ...aliases];
}

function isStorableStatement({ relation, object }: Statement): boolean {
  return isClean(relation) && (typeof object === 'string' || isClean(object.literal));
}

function storableEntity({ name, label, aliases }: EntityDescription): EntityDescription {
  return { name: cleaned(name), label: cleaned(label), aliases: aliases.map(cleaned) };
}

function storableStatement({ relation, subject, object }: Statement): Statement {
  return {
    relation: cleaned(relation),
    subject,
    object: typeof object === 'string' ? object : { literal: cleaned(object.literal) },
  };
}

function isClean(text: string): boolean {
  return !UNSTORABLE.test(text);
}

function cleaned(text: string): string {
  return text.replace(ALL_UNSTORABLE, '\ufffd');
}
