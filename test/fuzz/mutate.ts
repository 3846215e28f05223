/** Picks from a seeded source of numbers from 0 to 1. */
export type Chance = () => number;

export function pick<Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(chance() * items.length)] ?? items[0];
}

/** What files have where nobody expects it. */
const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u009b2J',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '1e309',
  '99999999999999999999',
  '0000-00-00T99:99:99Z',
  '9999-12-31T23:59:60.999999999Z',
  'T1059',
  'T9001.001',
  'G9001',
  'Wily Weasel',
  'intrusion-set--00000000-0000-4000-8000-000000000001',
  'attack-pattern--00000000-0000-4000-8000-000000000003',
  'x'.repeat(5000),
  '((((((((((((((((((((',
  '[[[[[[[[[[[[[[[[[[[[',
  '*a',
  '&a',
  '<<: *a',
  '!!js/function x',
  '"',
  "'",
  '\\',
  '%',
  '.',
  ':-',
  ',',
  '\r',
  '\n',
  '\t',
  '\ufeff',
  '=',
] as const;

const ODD_VALUES: readonly [unknown, ...unknown[]] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  0.1,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  [{}],
  { id: 1 },
  { toString: 1 },
  { ['__proto__']: { x: 1 } },
  ...ODD_TEXTS,
];

/** A text with some changes: characters, lines and pieces cut out, doubled, moved or put in. JSON is also changed by its parts. */
export function mutate(text: string, others: readonly [string, ...string[]], chance: Chance): string {
  const changes = 1 + Math.floor(chance() ** 2 * 6);
  let changed = text;
  for (let count = 0; count < changes; count++) changed = change(changed, others, chance);
  return changed;
}

function change(text: string, others: readonly [string, ...string[]], chance: Chance): string {
  const parsed = chance() < 0.75 ? parsedOrNot(text) : undefined;
  if (parsed !== undefined) return JSON.stringify(changedValue(parsed.value, others, chance)) ?? 'null';
  const oneLine = chance() < 0.75 ? lineChanged(text, others, chance) : undefined;
  return oneLine ?? pick(chance, TEXT_CHANGES)(text, others, chance);
}

/** A text of JSON lines with one of them changed by its parts; undefined where it is none. */
function lineChanged(
  text: string,
  others: readonly [string, ...string[]],
  chance: Chance,
): string | undefined {
  const all = text.split('\n');
  const at = place(all, chance);
  const parsed = all.length > 1 ? parsedOrNot(all[at] ?? '') : undefined;
  return (
    parsed && all.with(at, JSON.stringify(changedValue(parsed.value, others, chance)) ?? 'null').join('\n')
  );
}

type TextChange = (text: string, others: readonly [string, ...string[]], chance: Chance) => string;

const TEXT_CHANGES: readonly [TextChange, ...TextChange[]] = [
  (text, _, chance) => text.slice(0, Math.floor(chance() * text.length)),
  (text, _, chance) => cut(text, chance, () => ''),
  (text, _, chance) => cut(text, chance, (taken) => taken + taken),
  (text, _, chance) => cut(text, chance, (taken) => taken.repeat(20)),
  (text, _, chance) => cut(text, chance, () => pick(chance, ODD_TEXTS)),
  (text, others, chance) => cut(text, chance, () => piece(pick(chance, others), chance)),
  (text, _, chance) => lines(text, (all) => all.toSpliced(place(all, chance), 1)),
  (text, _, chance) =>
    lines(text, (all) => all.toSpliced(place(all, chance), 0, all[place(all, chance)] ?? '')),
  (text, _, chance) =>
    lines(text, (all) => all.map((line, at) => (at % 7 === 3 && chance() < 0.5 ? `  ${line}` : line))),
  (text, _, chance) => insert(text, chance, pick(chance, ODD_TEXTS)),
  (text, _, chance) => insert(text, chance, String.fromCharCode(Math.floor(chance() * 0x250))),
];

/** Replaces a piece of a word's length or so. */
function cut(text: string, chance: Chance, by: (piece: string) => string): string {
  const start = Math.floor(chance() * text.length);
  const end = start + 1 + Math.floor(chance() ** 3 * 80);
  return text.slice(0, start) + by(text.slice(start, end)) + text.slice(end);
}

function piece(text: string, chance: Chance): string {
  const start = Math.floor(chance() * text.length);
  return text.slice(start, start + Math.floor(chance() * 200));
}

function lines(text: string, by: (all: readonly string[]) => readonly string[]): string {
  return by(text.split('\n')).join('\n');
}

function place(all: readonly string[], chance: Chance): number {
  return Math.floor(chance() * all.length);
}

function insert(text: string, chance: Chance, what: string): string {
  const at = Math.floor(chance() * text.length);
  return text.slice(0, at) + what + text.slice(at);
}

function parsedOrNot(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[{[]/u.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** A JSON value with one part of it, on a way down taken by chance, changed. */
function changedValue(value: unknown, others: readonly [string, ...string[]], chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance() < 0.08)
    return otherValue(value, others, chance);
  const keys = Object.keys(value);
  const key = keys[Math.floor(chance() * keys.length)];
  if (key === undefined) return otherValue(value, others, chance);
  const inner: unknown = Reflect.get(value, key);
  const kind = chance();
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (kind < 0.06) return list.toSpliced(Number(key), 1);
    if (kind < 0.12) return [...list, inner];
    return list.with(Number(key), changedValue(inner, others, chance));
  }
  const entries = Object.entries(value);
  if (kind < 0.06) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (kind < 0.1) return Object.fromEntries([...entries, [pick(chance, ODD_TEXTS), inner]]);
  if (kind < 0.14)
    return Object.fromEntries([...entries, [keys[Math.floor(chance() * keys.length)] ?? key, inner]]);
  const put = changedValue(inner, others, chance);
  return Object.fromEntries(entries.map(([name, old]) => [name, name === key ? put : old]));
}

function otherValue(value: unknown, others: readonly [string, ...string[]], chance: Chance): unknown {
  const kind = chance();
  if (typeof value === 'string' && kind < 0.4) return pick(chance, TEXT_CHANGES)(value, others, chance);
  if (kind < 0.5) return [value];
  if (kind < 0.6) return { value };
  return pick(chance, ODD_VALUES);
}
