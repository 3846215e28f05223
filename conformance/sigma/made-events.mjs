/**
 * Events made from rules: one that has the first value of everything that a rule asks for, and variations of it.
 *
 * @typedef {Record<string, unknown>} Event
 */

/** @param {any} rule @returns {Event} */
export function eventFor(rule) {
  /** @type {Event} */
  const event = {};
  const selections = new Map(rule.selections.map((/** @type {any} */ one) => [one.name, one.search]));
  meet(rule.condition, selections, event);
  return event;
}

/** @param {any} condition @param {Map<string, any>} selections @param {Event} event */
function meet(condition, selections, event) {
  if (condition.kind === 'selection') fill(selections.get(condition.name), event);
  else if (condition.kind === 'and') for (const one of condition.of) meet(one, selections, event);
  else if (condition.kind === 'or') meet(condition.of[0], selections, event);
}

/** @param {any} search @param {Event} event */
function fill(search, event) {
  if (search.kind === 'all') for (const one of search.of) fill(one, event);
  else if (search.kind === 'any') fill(search.of[0], event);
  else put(search.item, event);
}

/** @param {any} item @param {Event} event */
function put({ field: given, modifiers, values }, event) {
  const field = given ?? `keyword${Object.keys(event).length}`;
  if (modifiers.includes('exists')) return void (values[0] === true && (event[field] ??= 'there'));
  if (modifiers.includes('fieldref')) return void (event[field] = event[values[0]] ??= 'the same');
  const asked = modifiers.includes('all') ? values : values.slice(0, 1);
  const made = asked.map((/** @type {unknown} */ value) => valueFor(value, modifiers));
  const value = made.length === 1 ? made[0] : made.join(' ');
  const before = event[field];
  const isJoined = typeof before === 'string' && typeof value === 'string';
  event[field] = !isJoined ? value : modifiers.includes('startswith') ? value + before : before + value;
}

/** @param {unknown} value @param {readonly string[]} modifiers */
function valueFor(value, modifiers) {
  if (typeof value !== 'string') return value;
  if (modifiers.includes('cidr')) return value.split('/')[0];
  // What an expression is about, without what makes it one: sometimes it matches.
  if (modifiers.includes('re')) return value.replaceAll(/\\d|\[0-9\]/g, '5').replaceAll(/[\\^$?+*(){}]/g, '');
  const text = value.replaceAll(
    /\\([\\*?])|([*?])/g,
    (_, escaped, wildcard) => escaped ?? (wildcard === '*' ? 'xx' : 'q'),
  );
  if (modifiers.includes('contains')) return `zz${text}zz`;
  if (modifiers.includes('endswith')) return `c:${text}`;
  return modifiers.includes('startswith') ? `${text}zz` : text;
}

/** Changes one field of an event. @param {Event} event @param {(below: number) => number} random @returns {Event} */
export function changed(event, random) {
  const names = Object.keys(event);
  const name = names[random(names.length)];
  if (name === undefined) return event;
  const { [name]: value, ...others } = event;
  if (random(8) === 0) return others;
  if (typeof value === 'string') {
    const characters = Array.from(value);
    const at = random(characters.length + 1);
    const texts = [
      null,
      value.toUpperCase(),
      `${value}x`,
      `x${value}`,
      characters.filter((_, index) => index !== at).join(''),
      [value, 'other'],
      value.replaceAll('-', '/'),
    ];
    return { ...others, [name]: texts[random(texts.length)] };
  }
  return typeof value === 'number'
    ? { ...others, [name]: [value + 1, String(value), value + 0.5, [value]][random(4)] }
    : event;
}
