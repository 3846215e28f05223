import {
  strictestLevel,
  strictness,
  MARKING_LEVELS,
  type DeliveredObject,
  type MarkingLevel,
} from '../facts/index.ts';
import { tlpNamed, tlpOfMarking } from '../threat/index.ts';
import { isRaw, rawsOf, textOf, textsOf, type Raw } from './fields.ts';

/** What a marking object that others made means, where it means a level. */
export type MarkingLookup = (id: string) => MarkingLevel | undefined;

/**
 * The levels of the Traffic Light Protocol that objects of one delivery are marked with: by the marking objects that OASIS
 * defined, by marking objects of the delivery's own, whatever their ids, on the whole object or on parts of it, and by labels as
 * `tlp:red`. An object with marked parts counts as marked by the strictest of them: it is never taken apart.
 */
export class MarkingLevels {
  readonly #own = new Map<string, MarkingLevel | undefined>();
  /** The freest of what bears each of the delivery's own. */
  readonly #borne = new Map<string, MarkingLevel | undefined>();
  readonly #elsewhere: MarkingLookup;

  /**
   * @param entries the objects of the delivery as parsed
   * @param elsewhere what marking objects mean that are not among them; default nothing
   */
  constructor(entries: readonly unknown[], elsewhere: MarkingLookup = () => undefined) {
    this.#elsewhere = elsewhere;
    for (const entry of entries) {
      if (!isRaw(entry) || entry['type'] !== 'marking-definition') continue;
      this.#own.set(textOf(entry, 'id').toLowerCase(), levelMeant(entry));
    }
    if (this.#own.size > 0) for (const entry of entries) if (isRaw(entry)) this.#bear(entry);
  }

  #bear(entry: Raw): void {
    // A marking that something unmarked bears cannot become freer: nearly every object bears the same statement.
    const refs = markingsOf(entry)
      .map((id) => id.toLowerCase())
      .filter((id) => this.#own.has(id) && !(this.#borne.has(id) && this.#borne.get(id) === undefined));
    if (refs.length === 0) return;
    const level = this.#marked(entry);
    for (const id of refs)
      if (!this.#borne.has(id) || strictness(level) < strictness(this.#borne.get(id)))
        this.#borne.set(id, level);
  }

  /**
   * The strictest level that an object or a part of it is marked with; undefined where it bears none. A marking object of the
   * delivery's own goes as far as what bears it: what it states may say whom that is for.
   */
  of(raw: Raw): MarkingLevel | undefined {
    const own = this.#marked(raw);
    if (raw['type'] !== 'marking-definition') return own;
    const id = textOf(raw, 'id').toLowerCase();
    return tlpOfMarking(id) === undefined ? strictestLevel([own, this.#borne.get(id)]) : own;
  }

  #marked(raw: Raw): MarkingLevel | undefined {
    const markings = raw['object_marking_refs'];
    const granular = raw['granular_markings'];
    const labels = raw['labels'];
    // Most objects bear one marking, which is none of a level.
    if (granular === undefined && labels === undefined && markings === undefined) return undefined;
    return strictestLevel([
      ...markingsOf(raw).map((id) => this.#meaning(id.toLowerCase())),
      ...textsOf(raw, 'labels').map(levelOfLabel),
    ]);
  }

  #meaning(id: string): MarkingLevel | undefined {
    const known = tlpOfMarking(id)?.name;
    if (known !== undefined) return known;
    return this.#own.has(id) ? this.#own.get(id) : this.#elsewhere(id);
  }
}

/** STIX ids of the markings of an object and of its parts: TLP, copyright statements. */
export function markingsOf(raw: Raw): readonly string[] {
  const whole = textsOf(raw, 'object_marking_refs');
  if (raw['granular_markings'] === undefined) return whole;
  const parts = rawsOf(raw, 'granular_markings')
    .map((part) => textOf(part, 'marking_ref'))
    .filter((id) => id !== '');
  return [...new Set([...whole, ...parts])];
}

/** The level that a marking object means; undefined for one of another kind, such as a copyright statement. */
export function levelMeant(marking: Raw): MarkingLevel | undefined {
  const known = tlpOfMarking(textOf(marking, 'id').toLowerCase());
  if (known !== undefined) return known.name;
  const definition = isRaw(marking['definition']) ? marking['definition'] : {};
  const extensions = isRaw(marking['extensions']) ? Object.values(marking['extensions']).filter(isRaw) : [];
  const levels = [definition, ...extensions].flatMap((fields) =>
    LEVEL_FIELDS.map((field) => textOf(fields, field)),
  );
  const words = [
    textOf(marking, 'name'),
    textOf(definition, 'statement'),
    textOf(marking, 'x_opencti_definition'),
  ];
  const level = strictestLevel([...levels.map((text) => tlpNamed(text)?.name), ...words.map(levelInWords)]);
  // A level that nobody can read holds back what it marks, rather than let it out.
  const isOfLevel = /^tlp/i.test(textOf(marking, 'definition_type')) || levels.some((text) => text !== '');
  return level ?? (isOfLevel ? 'red' : undefined);
}

/** Where marking objects say their level: STIX 2.1, section 7.2.1.4, and OASIS's extension for TLP 2.0. */
const LEVEL_FIELDS = ['tlp', 'tlp_2_0'];

/** The strictest level that a text names as one: `TLP:RED - for the members of the group`, `Distribution: TLP AMBER+STRICT`. */
function levelInWords(text: string): MarkingLevel | undefined {
  return strictestLevel([...text.matchAll(LEVEL_IN_WORDS)].map(([, name = '']) => tlpNamed(name)?.name));
}

const LEVEL_IN_WORDS = /\btlp[\s:_-]{0,3}(clear|white|green|amber[\s_+-]strict|amber|red)\b/gi;

/** MISP and others tag by labels: `tlp:red`, `TLP-RED`; a label that begins otherwise is about something else. */
function levelOfLabel(label: string): MarkingLevel | undefined {
  return /^\s*tlp\b/i.test(label) ? levelInWords(label) : undefined;
}

/** Levels that objects bear, each once, from the freest, as a source keeps them; nothing where none bears one. */
export function levelsBorne(objects: readonly DeliveredObject[]): {
  readonly levels?: readonly MarkingLevel[];
} {
  const borne = new Set<MarkingLevel>();
  for (const { level } of objects) if (level !== undefined) borne.add(level);
  return borne.size === 0 ? {} : { levels: MARKING_LEVELS.filter((level) => borne.has(level)) };
}
