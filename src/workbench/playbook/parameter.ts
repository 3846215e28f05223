/** What a parameter may be in a file. */
export type ParameterValue = string | number | boolean | readonly string[];

/** A parameter of a step. */
export interface Parameter<Value> {
  /** What it sets; completes `name: …`. */
  readonly meaning: string;
  /** Completes "must be …". */
  readonly says: string;
  /** What it is where nobody says. */
  readonly fallback: Value;
  /** The value told; undefined where it is not of this type. */
  readonly read: (told: unknown) => Value | undefined;
}

/** What a step is given that has no parameters. */
export type NothingGiven = Readonly<Record<string, never>>;

/** A parameter for every key. */
export type Parameters<Given> = { readonly [Key in keyof Given]: Parameter<Given[Key]> };

export function wholeNumber(
  meaning: string,
  fallback: number,
  minimum: number,
  maximum: number,
): Parameter<number> {
  return {
    meaning,
    says: `a whole number from ${minimum} to ${maximum}`,
    fallback,
    read: (told) =>
      typeof told === 'number' && Number.isInteger(told) && told >= minimum && told <= maximum
        ? told
        : undefined,
  };
}

/** One text, or a list of them. */
export function names(meaning: string): Parameter<readonly string[]> {
  return {
    meaning,
    says: 'a name or a list of names',
    fallback: [],
    read(told) {
      const list: readonly unknown[] = Array.isArray(told) ? told : [told];
      const texts = list.filter((each) => typeof each === 'string' && each.trim() !== '');
      return texts.length === list.length ? texts.map((each) => String(each).trim()) : undefined;
    },
  };
}

export function choice<const Choice extends string>(
  meaning: string,
  choices: readonly Choice[],
  fallback: Choice,
): Parameter<Choice> {
  return {
    meaning,
    says: choices.map((each) => `\`${each}\``).join(' or '),
    fallback,
    read: (told) => choices.find((each) => each === told),
  };
}

export function text(meaning: string): Parameter<string> {
  return {
    meaning,
    says: 'a text',
    fallback: '',
    read: (told) => (typeof told === 'string' ? told.trim() : undefined),
  };
}

/** The parameters given, and the defaults of the others. What cannot be read counts as not given. */
export function withDefaults<Given>(
  parameters: Parameters<Given>,
  told: Readonly<Record<string, unknown>>,
): Given {
  const entries: unknown[][] = [];
  for (const name in parameters)
    entries.push([name, parameters[name].read(told[name]) ?? parameters[name].fallback]);
  return Object.fromEntries(entries);
}
