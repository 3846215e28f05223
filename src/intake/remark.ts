import { freestLevel, type DeliveredObject, type SourceDescription } from '../facts/index.ts';
import { levelsBorne, MarkingLevels, textOf } from '../stix/index.ts';

/** What a source contains. */
interface Contents<Described extends SourceDescription> {
  readonly source: Described;
  readonly objects: readonly DeliveredObject[];
}

/** Reads markings anew of what was kept before their levels were: see `DeliveredObject.level` and `SourceDescription.level`. */
export function remark<Described extends SourceDescription>({
  source,
  objects,
}: Contents<Described>): Contents<Described> {
  const levels = new MarkingLevels(objects.map(({ raw }) => raw));
  const marked = objects.map((object) => {
    const level = levels.of(object.raw);
    return level === undefined ? object : { ...object, level };
  });
  const namesakes = marked.filter(({ raw }) => textOf(raw, 'name') === source.name);
  const reporting = marked.filter(({ statements }) => statements.length > 0);
  const level = freestLevel((namesakes.length > 0 ? namesakes : reporting).map((one) => one.level));
  return {
    source: { ...source, ...(level === undefined ? {} : { level }), ...levelsBorne(marked) },
    objects: marked,
  };
}
