/**
 * The modifiers of the Sigma specification (appendix on modifiers, 2.1.0), and what each does. `shape` says what of a text has to
 * be met, `encoding` turns a text into others, `type` says what the value is, `part` takes a number out of a date.
 */
export const MODIFIERS = {
  contains: { kind: 'shape', meaning: 'the value stands anywhere in the field' },
  startswith: { kind: 'shape', meaning: 'the field starts with the value' },
  endswith: { kind: 'shape', meaning: 'the field ends with the value' },
  all: { kind: 'logic', meaning: 'every value has to be met, not one' },
  cased: { kind: 'logic', meaning: 'upper and lower case differ' },
  neq: { kind: 'logic', meaning: 'the field is not as the value says' },
  windash: { kind: 'logic', meaning: 'the dashes `-`, `–`, `—`, `―` and `/` are the same' },
  base64: { kind: 'encoding', meaning: 'the value as Base64' },
  base64offset: { kind: 'encoding', meaning: 'what stays of the value in Base64, at any of three offsets' },
  utf16le: { kind: 'encoding', meaning: 'the value in UTF-16, low byte first' },
  wide: { kind: 'encoding', meaning: 'as utf16le' },
  utf16be: { kind: 'encoding', meaning: 'the value in UTF-16, high byte first' },
  utf16: { kind: 'encoding', meaning: 'as utf16le, behind a byte order mark' },
  re: { kind: 'type', meaning: 'the value is a regular expression' },
  i: { kind: 'flag', meaning: 'with `re`: upper and lower case are the same' },
  m: { kind: 'flag', meaning: 'with `re`: `^` and `$` are those of each line' },
  s: { kind: 'flag', meaning: 'with `re`: `.` is any character, also the end of a line' },
  cidr: { kind: 'type', meaning: 'the field is an address in this network' },
  exists: { kind: 'type', meaning: 'whether the event has the field, whatever its value' },
  fieldref: { kind: 'type', meaning: 'the value is what another field has' },
  lt: { kind: 'type', meaning: 'the field is less' },
  lte: { kind: 'type', meaning: 'the field is less, or the same' },
  gt: { kind: 'type', meaning: 'the field is greater' },
  gte: { kind: 'type', meaning: 'the field is greater, or the same' },
  minute: { kind: 'part', meaning: 'the minute of the date in the field' },
  hour: { kind: 'part', meaning: 'its hour' },
  day: { kind: 'part', meaning: 'its day of the month' },
  week: { kind: 'part', meaning: 'its week, as ISO 8601 counts them' },
  month: { kind: 'part', meaning: 'its month' },
  year: { kind: 'part', meaning: 'its year' },
  expand: { kind: 'unsupported', meaning: 'the value has placeholders: such a rule is left out' },
} as const satisfies Readonly<Record<string, ModifierMeaning>>;

interface ModifierMeaning {
  readonly kind: 'shape' | 'logic' | 'encoding' | 'type' | 'flag' | 'part' | 'unsupported';
  readonly meaning: string;
}

export type Modifier = keyof typeof MODIFIERS;
export type ModifierOf<Kind extends ModifierMeaning['kind']> = {
  [Name in Modifier]: (typeof MODIFIERS)[Name]['kind'] extends Kind ? Name : never;
}[Modifier];

export function isModifier(name: string): name is Modifier {
  return Object.hasOwn(MODIFIERS, name);
}

/** The modifiers of a kind, in the order in which they are written. */
export function ofKind<Kind extends ModifierMeaning['kind']>(
  modifiers: readonly Modifier[],
  kind: Kind,
): readonly ModifierOf<Kind>[] {
  return modifiers.filter((name): name is ModifierOf<Kind> => MODIFIERS[name].kind === kind);
}
