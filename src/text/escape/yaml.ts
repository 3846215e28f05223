/** What can be written as YAML; keys without a value are left out. */
export type YamlValue =
  string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/**
 * A value as YAML that readers of version 1.1 (PyYAML) and 1.2 read alike: `no` and `12:30` stay texts, lines stay lines, and what a
 * reader or a screen would act on is written as a number. Ends with a line feed.
 */
export function yamlText(value: YamlValue): string {
  return `${blockLines(value).join('\n')}\n`;
}

type Lines = readonly string[];

function blockLines(value: YamlValue): Lines {
  if (isList(value) && value.length > 0) return value.flatMap((item) => under('-', blockLines(item)));
  if (!isMap(value)) return scalarLines(value);
  const entries = Object.entries(value).flatMap(([key, each]) =>
    each === undefined ? [] : [[key, each] as const],
  );
  if (entries.length === 0) return ['{}'];
  return entries.flatMap(([key, each]) => entryLines(`${shortText(key)}:`, each));
}

function entryLines(key: string, value: YamlValue): Lines {
  const lines = blockLines(value);
  const isBlock = (isList(value) && value.length > 0) || (isMap(value) && lines[0] !== '{}');
  return isBlock ? [key, ...lines.map(indented)] : under(key, lines);
}

/** The first line behind a mark, the others indented under it. */
function under(mark: string, [first = '', ...others]: Lines): Lines {
  return [`${mark} ${first}`, ...others.map(indented)];
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMap(value: YamlValue): value is { readonly [key: string]: YamlValue | undefined } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function scalarLines(value: YamlValue): Lines {
  if (isList(value)) return ['[]'];
  if (typeof value !== 'string') return [JSON.stringify(value)];
  const lines = value.replace(/\n$/u, '').split('\n');
  return isLiteral(value, lines) ? [value.endsWith('\n') ? '|' : '|-', ...lines] : [shortText(value)];
}

/** Whether several lines can stand as they are: none that a reader folds, drops or refuses. */
function isLiteral(text: string, lines: Lines): boolean {
  return (
    lines.length > 1 &&
    /^\S/u.test(text) &&
    /\S\n?$/u.test(text) &&
    !SPECIAL.test(text) &&
    !/[\t ]$/mu.test(text)
  );
}

/** Everything that PyYAML refuses or takes for the end of a line, and that steers a screen or reorders a line. */
const SPECIAL = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What versions 1.1 and 1.2 take for something else than a text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;

/** A text on one line: as it is, or in quotation marks. */
function shortText(text: string): string {
  if (/^[A-Za-z](?:[\w ./()-]*[\w.)])?$/u.test(text) && !WORDS.test(text)) return text;
  const wellFormed = text.replaceAll(/\p{Cs}/gu, '\u{FFFD}');
  return JSON.stringify(wellFormed).replaceAll(new RegExp(SPECIAL.source, 'gu'), (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? String.raw`\U${code.padStart(8, '0')}` : String.raw`\u${code.padStart(4, '0')}`;
  });
}
