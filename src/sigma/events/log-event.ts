import { isMapping } from '../../text/index.ts';
import type { LogSource } from '../rule/rule.ts';
import { FieldText } from './field-text.ts';

/** What is known of where an event was logged. What is undefined is not known, and stands in the way of no rule. */
export interface EventSource {
  readonly product?: string | undefined;
  readonly services?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
}

/** What an event has in a field. */
export interface FieldValue {
  /** Whether the field is there, whatever its value. */
  readonly isThere: boolean;
  /** Every value as a text; none of a field without a value. */
  readonly texts: readonly FieldText[];
}

const ABSENT: FieldValue = { isThere: false, texts: [] };
const DEEPEST = 32;

/** One event of a log, asked by the names that rules use. */
export class LogEvent {
  readonly source: EventSource;
  private readonly fields: ReadonlyMap<string, unknown>;
  private readonly whole: unknown;
  private readonly asked = new Map<string, FieldValue>();
  private words: readonly FieldText[] | undefined;

  /**
   * @param fields by the names that rules use
   * @param whole what keywords are looked for in, and fields that are written as a path (`actor.id`)
   */
  constructor(fields: ReadonlyMap<string, unknown>, source: EventSource, whole: unknown) {
    this.fields = fields;
    this.source = source;
    this.whole = whole;
  }

  field(name: string): FieldValue {
    let value = this.asked.get(name);
    if (value === undefined) {
      value = this.lookUp(name);
      this.asked.set(name, value);
    }
    return value;
  }

  /** Every value of the event, which is where keywords are looked for. */
  keywords(): readonly FieldText[] {
    this.words ??= textsIn(this.whole, DEEPEST);
    return this.words;
  }

  /** Names and values, as a flat object. */
  flat(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.fields);
  }

  private lookUp(name: string): FieldValue {
    const value = this.fields.get(name);
    if (value !== undefined) return { isThere: true, texts: textsIn(value, 1) };
    if (!name.includes('.')) return ABSENT;
    const found = valuesAt(this.whole, name.split('.'), DEEPEST);
    return found.length === 0 ? ABSENT : { isThere: true, texts: found.flatMap((one) => textsIn(one, 1)) };
  }
}

/** Whether a rule is for a log that an event may be of. */
export function isOfSource(event: EventSource, rule: LogSource): boolean {
  return (
    (rule.product === undefined || event.product === undefined || rule.product === event.product) &&
    (rule.service === undefined || event.services === undefined || event.services.includes(rule.service)) &&
    (rule.category === undefined ||
      event.categories === undefined ||
      event.categories.includes(rule.category))
  );
}

/** What stands at a path; of lists on the way, what each has. */
function valuesAt(value: unknown, [key, ...path]: readonly string[], depth: number): readonly unknown[] {
  if (key === undefined) return value === undefined ? [] : [value];
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, [key, ...path], depth - 1));
  return isMapping(value) && Object.hasOwn(value, key) ? valuesAt(value[key], path, depth - 1) : [];
}

function textsIn(value: unknown, depth: number): readonly FieldText[] {
  if (typeof value === 'string') return [new FieldText(value)];
  if (typeof value === 'number' || typeof value === 'boolean') return [new FieldText(String(value))];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return depth < 0 ? [] : value.flatMap((one) => textsIn(one, depth - 1));
  // A field is what it is called; what is under it has names of its own.
  return depth <= 1 ? [] : Object.values(value).flatMap((one) => textsIn(one, depth - 1));
}
