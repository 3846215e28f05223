import { ExpressionFault, readExpression, TooManyStates } from '../expression/index.ts';
import { inForm, type FieldText, type FormName } from '../events/field-text.ts';
import type { LogEvent } from '../events/log-event.ts';
import { SIGMA_ISSUES } from '../issues.ts';
import { ofKind, type Modifier, type ModifierOf } from '../rule/modifiers.ts';
import type { DetectionItem, RuleValue } from '../rule/rule.ts';
import { Unreadable } from '../rule/unreadable.ts';
import { necessaryForAll, necessaryForAny, type Necessary } from './atoms.ts';
import { partOfDate } from './dates.ts';
import { encoded } from './encodings.ts';
import { networkTest } from './networks.ts';
import { expressionTest, readPattern, textTest, type TextTest } from './text-pattern.ts';

/** A field and its values, made ready. */
export interface ItemTest {
  readonly field: string | undefined;
  readonly test: (event: LogEvent) => boolean;
  /** The first value of the field that is what the rule says; undefined where it says it of no value (`null`, `exists`). */
  readonly firstMatch: (event: LogEvent) => string | undefined;
  readonly necessary: Necessary;
}

/** What one value of a rule asks of a field. */
interface ValueTest {
  readonly test: (event: LogEvent) => boolean;
  /** Undefined where it is not about a text. */
  readonly ofText?: (text: FieldText, event: LogEvent) => boolean;
  readonly necessary: Necessary;
}

/** @throws {Unreadable} where the modifiers do not go with each other, or with the values */
export function itemTest(item: DetectionItem): ItemTest {
  const { field, modifiers, values } = item;
  const names = new Set<Modifier>(modifiers);
  if (names.has('expand'))
    throw new Unreadable(
      SIGMA_ISSUES.placeholder,
      `\`${keyOf(item)}\` has placeholders: ${String(values[0])}.`,
      item.place,
    );
  const makeTest = maker(item, names);
  const tests = values.map((value) => makeTest(value));
  const all = names.has('all');
  const isNot = names.has('neq');
  const holds = all
    ? (event: LogEvent): boolean => tests.every(({ test }) => test(event))
    : (event: LogEvent): boolean => tests.some(({ test }) => test(event));
  const needs = tests.map(({ necessary }) => necessary);
  return {
    field,
    test: isNot ? (event) => !holds(event) : holds,
    firstMatch: (event) => firstMatch(textsOf(event, field), tests, event),
    necessary: isNot ? undefined : all ? necessaryForAll(needs) : necessaryForAny(needs),
  };
}

function firstMatch(
  texts: readonly FieldText[],
  tests: readonly ValueTest[],
  event: LogEvent,
): string | undefined {
  return texts.find((text) => tests.some(({ ofText }) => ofText?.(text, event) === true))?.text;
}

function textsOf(event: LogEvent, field: string | undefined): readonly FieldText[] {
  return field === undefined ? event.keywords() : event.field(field).texts;
}

function keyOf({ field = '', modifiers }: DetectionItem): string {
  return [field, ...modifiers].join('|');
}

/** What makes tests of the values of an item. */
function maker(item: DetectionItem, names: ReadonlySet<Modifier>): (value: RuleValue) => ValueTest {
  const [type, otherType] = ofKind(item.modifiers, 'type');
  const [part, otherPart] = ofKind(item.modifiers, 'part');
  if (otherType !== undefined || otherPart !== undefined)
    throw misused(item, 'has modifiers of which one says otherwise than the other');
  const what = type ?? part;
  const shaped = ofKind(item.modifiers, 'shape').length > 0;
  if (shaped && what !== undefined && what !== 'fieldref' && what !== 're')
    throw misused(item, `has a shape (\`contains\` and its like), which does not go with \`${what}\``);
  const encodings = ofKind(item.modifiers, 'encoding');
  if (encodings.length > 0 && what !== undefined)
    throw misused(item, `encodes what \`${what}\` takes as it stands`);
  const [flag] = ofKind(item.modifiers, 'flag');
  if (flag !== undefined && type !== 're') throw misused(item, `has \`${flag}\` without \`re\``);
  if (part !== undefined || isComparison(type))
    return (value) => numberTest(item, value, type ?? 'equal', part);
  if (type === 'exists') return (value) => existsTest(item, value);
  if (type === 'cidr') return (value) => ofTexts(item, cidrTest(item, value));
  if (type === 'fieldref') return (value) => fieldTest(item, value, names);
  if (type === 're') return (value) => ofTexts(item, regularTest(item, value, names));
  return (value) => plainTest(item, value, names);
}

function misused(item: DetectionItem, why: string): Unreadable {
  return new Unreadable(SIGMA_ISSUES.modifierMisused, `\`${keyOf(item)}\` ${why}.`, item.place);
}

/** A test that one of the texts of the field has to meet. */
function ofTexts(item: DetectionItem, { test, necessary }: TextTest): ValueTest {
  const { field } = item;
  return {
    test: (event) => textsOf(event, field).some(test),
    ofText: test,
    necessary: necessary?.map((atom) => ({ field, ...atom })),
  };
}

function plainTest(item: DetectionItem, value: RuleValue, names: ReadonlySet<Modifier>): ValueTest {
  const { field } = item;
  const encodings = ofKind(item.modifiers, 'encoding');
  if (value === null) {
    const isBare = item.modifiers.every((name) => name === 'neq' || name === 'all' || name === 'cased');
    if (field === undefined || !isBare) throw misused(item, 'has `null`, which is no text');
    return { test: (event) => event.field(field).texts.length === 0, necessary: undefined };
  }
  const open = openOf(item);
  const form = formOf(names);
  const pattern = readPattern(String(value));
  if (encodings.length === 0) {
    const asText = ofTexts(item, textTest(pattern, open, form));
    return typeof value === 'number' && !open.start && !open.end ? numeric(item, value, asText) : asText;
  }
  const [only = '', another] = pattern;
  if (typeof only !== 'string' || another !== undefined)
    throw misused(item, 'encodes a value with wildcards');
  const each = encoded(only, encodings).map((text) => ofTexts(item, textTest([text], open, form)));
  return {
    test: (event) => each.some(({ test }) => test(event)),
    ofText: (text, event) => each.some(({ ofText }) => ofText?.(text, event) === true),
    necessary: necessaryForAny(each.map(({ necessary }) => necessary)),
  };
}

/** A number is itself however it is written: `4688`, `4688.0`. */
function numeric(item: DetectionItem, value: number, asText: ValueTest): ValueTest {
  const ofText = (text: FieldText, event: LogEvent): boolean =>
    asText.ofText?.(text, event) === true || numberIn(text.text) === value;
  return {
    ...asText,
    ofText,
    test: (event) => textsOf(event, item.field).some((text) => ofText(text, event)),
  };
}

/** Keywords stand anywhere. */
function openOf({ field, modifiers }: DetectionItem): { readonly start: boolean; readonly end: boolean } {
  const has = (...names: readonly ModifierOf<'shape'>[]): boolean =>
    names.some((name) => modifiers.includes(name));
  return {
    start: field === undefined || has('contains', 'endswith'),
    end: field === undefined || has('contains', 'startswith'),
  };
}

function formOf(names: ReadonlySet<Modifier>): FormName {
  if (names.has('windash')) return names.has('cased') ? 'cased dashes' : 'folded dashes';
  return names.has('cased') ? 'cased' : 'folded';
}

function regularTest(item: DetectionItem, value: RuleValue, names: ReadonlySet<Modifier>): TextTest {
  if (value === null || typeof value === 'boolean') throw misused(item, 'takes a regular expression');
  try {
    const flags = { ignoreCase: names.has('i'), lines: names.has('m'), anyCharacter: names.has('s') };
    return expressionTest(readExpression(String(value), flags));
  } catch (error) {
    if (error instanceof TooManyStates)
      throw new Unreadable(SIGMA_ISSUES.expressionTooLarge, error.message, item.place);
    if (!(error instanceof ExpressionFault)) throw error;
    throw new Unreadable(SIGMA_ISSUES.expressionUnsupported, error.message, item.place);
  }
}

function cidrTest(item: DetectionItem, value: RuleValue): TextTest {
  const isIn = typeof value === 'string' ? networkTest(value) : undefined;
  if (isIn === undefined) throw misused(item, `takes a network such as 10.0.0.0/8, not ${String(value)}`);
  return { test: ({ text }) => isIn(text), necessary: undefined };
}

function existsTest(item: DetectionItem, value: RuleValue): ValueTest {
  const { field } = item;
  const wanted =
    typeof value === 'string' && /^(?:true|false)$/iu.test(value) ? value.toLowerCase() === 'true' : value;
  if (typeof wanted !== 'boolean' || field === undefined)
    throw misused(item, 'takes true or false, of a field');
  return { test: (event) => event.field(field).isThere === wanted, necessary: undefined };
}

function fieldTest(item: DetectionItem, value: RuleValue, names: ReadonlySet<Modifier>): ValueTest {
  const { field } = item;
  if (typeof value !== 'string' || field === undefined) throw misused(item, 'takes the name of a field');
  const form = formOf(names);
  const open = openOf(item);
  const compare = (text: string, other: string): boolean => {
    if (open.start && open.end) return text.includes(other);
    if (open.start) return text.endsWith(other);
    return open.end ? text.startsWith(other) : text === other;
  };
  const ofText = (text: FieldText, event: LogEvent): boolean =>
    event.field(value).texts.some((other) => compare(text.form(form), inForm(other.text, form)));
  return {
    test: (event) => event.field(field).texts.some((text) => ofText(text, event)),
    ofText,
    necessary: undefined,
  };
}

type Comparison = 'lt' | 'lte' | 'gt' | 'gte' | 'equal';

const COMPARISONS: Readonly<Record<Comparison, (one: number, other: number) => boolean>> = {
  lt: (one, other) => one < other,
  lte: (one, other) => one <= other,
  gt: (one, other) => one > other,
  gte: (one, other) => one >= other,
  equal: (one, other) => one === other,
};

function isComparison(name: string | undefined): name is Comparison {
  return name !== undefined && Object.hasOwn(COMPARISONS, name);
}

function numberTest(
  item: DetectionItem,
  value: RuleValue,
  comparison: Modifier | 'equal',
  part: ModifierOf<'part'> | undefined,
): ValueTest {
  const limit = typeof value === 'string' ? numberIn(value) : value;
  if (typeof limit !== 'number' || item.field === undefined || !isComparison(comparison))
    throw misused(item, 'compares numbers, of a field');
  const compare = COMPARISONS[comparison];
  return ofTexts(item, {
    test: ({ text }) => {
      const number = part === undefined ? numberIn(text) : partOfDate(text, part);
      return number !== undefined && compare(number, limit);
    },
    necessary: undefined,
  });
}

/** The number that a text is, written with digits. */
export function numberIn(text: string): number | undefined {
  return /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}
