import { sameValue } from '../../facts/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { ignoredFields } from './ignored-fields.ts';
import { soundObject, type SoundObject } from './sound-object.ts';

/** The objects of a bundle that can be kept, in its order, the same version of an object only once. */
export class SoundObjects {
  readonly objects: readonly SoundObject[];
  readonly #issues: IssueList;
  readonly #first = new Map<string, SoundObject>();
  /** Further versions, by id and version: few bundles have any. */
  readonly #further = new Map<string, SoundObject>();

  constructor(entries: readonly unknown[], issues: IssueList) {
    this.#issues = issues;
    const objects: SoundObject[] = [];
    let index = 0;
    for (const entry of entries) {
      const object = soundObject(entry, index++, issues);
      if (object === undefined || this.#isRepeated(object)) continue;
      ignoredFields(object, issues);
      objects.push(object);
    }
    this.objects = objects;
  }

  /** Whether there is an object of this id. */
  has(id: string): boolean {
    return this.#first.has(id);
  }

  #isRepeated(object: SoundObject): boolean {
    const first = this.#first.get(object.id);
    if (first === undefined) {
      this.#first.set(object.id, object);
      return false;
    }
    const key = `${object.id} ${object.version}`;
    const same = first.version === object.version ? first : this.#further.get(key);
    if (same === undefined) this.#further.set(key, object);
    else if (!sameValue(same.raw, object.raw))
      this.#issues.add(INTAKE_ISSUES.repeated, 'The object is told twice, differently.', {
        object: object.id,
      });
    return same !== undefined;
  }
}
