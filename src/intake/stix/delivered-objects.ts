import {
  sameValue,
  type DeliveredObject,
  type EntityDescription,
  type MarkingLevel,
  type Statement,
  type Withdrawal,
} from '../../facts/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import {
  MarkingLevels,
  type MarkingLookup,
  readEntity,
  textOf,
  type Raw,
  withdrawalOf,
} from '../../stix/index.ts';
import { DESCRIBED_TYPES, readProse } from '../../reading/index.ts';
import { readIdentity } from './identity.ts';
import { readOwnFields } from './own-fields.ts';
import { searchedText } from './searched-text.ts';
import { soundObject, type SoundObject } from './sound-object.ts';
import { readStatements } from './statements.ts';
import { Tactics } from './tactics.ts';

/** A STIX id says which thing is meant whoever delivers it: Enterprise and ICS ATT&CK describe the same group in the same words. */
const SERIES_OF_STIX = '';

/** Fields that say what a relationship relates, and how. */
const RELATING_FIELDS = ['relationship_type', 'source_ref', 'target_ref'];

/** The objects of a bundle that can be used, in its order, the same version of an object only once, of a relationship once for what it relates. */
export class DeliveredObjects {
  readonly objects: readonly DeliveredObject[];
  readonly #issues: IssueList;
  readonly #first = new Map<string, DeliveredObject>();
  /** Further objects of an id, of other versions or other relationships: few bundles have any. */
  readonly #further = new Map<string, DeliveredObject>();
  /** How many relationships share an id and a version, where several do. */
  readonly #shared = new Map<string, number>();

  constructor(entries: readonly unknown[], issues: IssueList, markings?: MarkingLookup) {
    this.#issues = issues;
    const tactics = new Tactics(entries);
    const levels = new MarkingLevels(entries, markings);
    const objects: DeliveredObject[] = [];
    let index = 0;
    for (const entry of entries) {
      const sound = soundObject(entry, index++, issues);
      if (sound === undefined) continue;
      const first = this.#first.get(sound.id);
      if (first !== undefined && this.#isRepeated(sound, first)) continue;
      const object = new DeliveredStixObject(sound, tactics, levels.of(sound.raw));
      this.#keep(object, first);
      objects.push(object);
    }
    this.#warnOfShared();
    this.#readOwnFields(objects);
    this.#readProse(objects);
    this.objects = objects;
  }

  /** Adds what objects say of themselves as data. */
  #readOwnFields(objects: DeliveredObject[]): void {
    this.#add(
      objects,
      objects.flatMap((object) => readOwnFields(object, SERIES_OF_STIX)),
    );
  }

  /** Adds what descriptions say in prose. The bundle's own description of a thing goes before a bare mention. */
  #readProse(objects: DeliveredObject[]): void {
    const described = objects.filter(({ type }) => DESCRIBED_TYPES.has(type));
    for (const object of described) {
      const { name = '', aliases = [] } = object.entity ?? {};
      this.#add(objects, readProse({ series: SERIES_OF_STIX, object, name, aliases }));
    }
  }

  #add(objects: DeliveredObject[], read: readonly DeliveredObject[]): void {
    for (const object of read)
      if (!this.has(object.id)) {
        this.#first.set(object.id, object);
        objects.push(object);
      }
  }

  /** Whether there is an object of this id. */
  has(id: string): boolean {
    return this.#first.has(id);
  }

  #keep(object: DeliveredObject, first: DeliveredObject | undefined): void {
    if (first === undefined) {
      this.#first.set(object.id, object);
      return;
    }
    this.#further.set(versionKey(object), object);
    if (object.type === 'relationship' && object.version === first.version)
      this.#shared.set(object.id, (this.#shared.get(object.id) ?? 1) + 1);
  }

  #isRepeated(sound: SoundObject, first: DeliveredObject): boolean {
    const key = versionKey(sound);
    const same = versionKey(first) === key ? first : this.#further.get(key);
    if (same !== undefined && !sameValue(same.raw, sound.raw))
      this.#issues.add(INTAKE_ISSUES.repeated, 'The object occurs twice, differently.', {
        object: sound.id,
      });
    return same !== undefined;
  }

  #warnOfShared(): void {
    const [first] = this.#shared.keys();
    if (first === undefined) return;
    const all = [...this.#shared.values()].reduce((sum, count) => sum + count, 0);
    const ids = this.#shared.size === 1 ? 'One id is' : `${this.#shared.size} ids are`;
    const message = `${ids} shared by ${all} relationships that differ in their type or ends; all of them are kept.`;
    this.#issues.add(INTAKE_ISSUES.sharedId, message, { object: first });
  }
}

/** What distinguishes objects: id and version, and for relationships, whose ids some publishers give several times, all that they relate. */
function versionKey({
  id,
  type,
  version,
  raw,
}: Pick<SoundObject, 'id' | 'type' | 'version' | 'raw'>): string {
  if (type !== 'relationship') return `${id} ${version}`;
  return [id, version, ...RELATING_FIELDS.map((field) => textOf(raw, field))].join(' ');
}

/** What an object of a bundle says. Its text for search is put together when asked for: most answers never search. */
class DeliveredStixObject implements DeliveredObject {
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly raw: Raw;
  readonly statements: readonly Statement[];
  declare readonly entity?: EntityDescription;
  declare readonly withdrawn?: Withdrawal;
  declare readonly level?: MarkingLevel;

  constructor(sound: SoundObject, tactics: Tactics, level: MarkingLevel | undefined) {
    this.id = sound.id;
    this.type = sound.type;
    this.version = sound.version;
    this.raw = sound.raw;
    const entity = readEntity(sound.raw, sound.type);
    this.statements = [...readStatements(sound, tactics), ...readIdentity(sound, entity, tactics)];
    if (entity !== undefined) this.entity = entity;
    const withdrawn = withdrawalOf(sound.raw);
    if (withdrawn !== undefined) this.withdrawn = withdrawn;
    if (level !== undefined) this.level = level;
  }

  get text(): DeliveredObject['text'] {
    return searchedText(this.raw, this.entity);
  }
}
