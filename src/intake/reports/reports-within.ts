import { isRaw, textOf, textsOf, type Raw } from '../../stix/index.ts';

const REPORTS: ReadonlySet<string> = new Set(['report', 'grouping']);
/** What is said of others, wherever it stands. */
const BESIDE: ReadonlySet<string> = new Set(['marking-definition', 'identity', 'extension-definition']);

/** Of the objects of a collection the reports that are new, with what they refer to and what is said of that; nothing where none is new. */
export function reportsWithin(objects: readonly unknown[], came: ReadonlySet<unknown>): readonly Raw[] {
  const raws = objects.filter(isRaw);
  const reports = raws.filter((object) => REPORTS.has(typeOf(object)) && came.has(object));
  if (reports.length === 0) return [];
  const wanted = new Set(
    reports.flatMap((report) => [textOf(report, 'id'), ...textsOf(report, 'object_refs')]),
  );
  const isWanted = (object: Raw): boolean => {
    if (REPORTS.has(typeOf(object))) return came.has(object);
    if (BESIDE.has(typeOf(object)) || wanted.has(textOf(object, 'id'))) return true;
    const ends = [textOf(object, 'source_ref'), textOf(object, 'target_ref')];
    const isBetween = ends.every((end) => wanted.has(end));
    return (
      isBetween || (typeOf(object) === 'note' && textsOf(object, 'object_refs').some((id) => wanted.has(id)))
    );
  };
  return raws.filter(isWanted);
}

function typeOf(object: Raw): string {
  return textOf(object, 'type');
}
