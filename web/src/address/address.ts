/** One thing that an address can say after `?`, and what holds where it does not. */
export interface AddressField<Value> {
  /** @param text as it stands in the address; undefined where it does not */
  read(text: string | undefined): Value;
  /** As it stands in the address; undefined for what holds anyway, which is left out. */
  write(value: Value): string | undefined;
}

/** What a page keeps in its address, by the name it has there. */
export type AddressFields = Readonly<Record<string, AddressField<unknown>>>;

/** What such an address says. */
export type AddressOf<Fields extends AddressFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends AddressField<infer Value> ? Value : never;
};

/** What stands after `?`, each name once. */
export type Search = Readonly<Record<string, string>>;

/** One of a few words; the first where nothing else is said, and where the address has a word that is none of them. */
export function word<const Words extends readonly [string, ...string[]]>(
  ...words: Words
): AddressField<Words[number]> {
  const [fallback] = words;
  return {
    read: (given) => words.find((each) => each === given) ?? fallback,
    write: (value) => (value === fallback ? undefined : value),
  };
}

/** `1` or `0`. */
export function truth(fallback: boolean): AddressField<boolean> {
  return {
    read: (given) => (given === '1' ? true : given === '0' ? false : fallback),
    write: (value) => (value === fallback ? undefined : value ? '1' : '0'),
  };
}

/** Any text; empty where the address has none. */
export function text(): AddressField<string> {
  return { read: (given) => given ?? '', write: (value) => (value === '' ? undefined : value) };
}

/** Several texts with commas between them; each once. A comma within one is written `%2C`. */
export function list(): AddressField<readonly string[]> {
  return {
    read: (given) => [
      ...new Set(
        (given ?? '')
          .split(',')
          .filter((each) => each !== '')
          .map((each) => each.replaceAll('%2C', ',')),
      ),
    ],
    write: (values) =>
      values.length === 0 ? undefined : values.map((each) => each.replaceAll(',', '%2C')).join(','),
  };
}

/** A whole number from `least` to `most`; the fallback for anything else. */
export function whole(fallback: number, least = 0, most = Number.MAX_SAFE_INTEGER): AddressField<number> {
  return {
    read: (given) => {
      const number = /^\d+$/.test(given ?? '') ? Number(given) : fallback;
      return number >= least && number <= most ? number : fallback;
    },
    write: (value) => (value === fallback ? undefined : String(value)),
  };
}

/** What an address says, by a page's fields. Whatever it holds, it is read: what means nothing counts as not said. */
export function readAddress<Fields extends AddressFields>(fields: Fields, search: Search): AddressOf<Fields> {
  const values = Object.entries(fields).map(([name, field]) => [name, field.read(search[name])]);
  return Object.fromEntries(values) as AddressOf<Fields>;
}

/** An address with some values changed; all that it says beside them stays. */
export function writeAddress<Fields extends AddressFields>(
  fields: Fields,
  search: Search,
  changes: Partial<AddressOf<Fields>>,
): Search {
  const written = Object.entries(changes).map(([name, value]) => [name, fields[name]?.write(value)] as const);
  const gone = new Set(written.map(([name]) => name));
  return Object.fromEntries([
    ...Object.entries(search).filter(([name]) => !gone.has(name)),
    ...written.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ]);
}

/** `?shade=newest&pick=G0016,G0007` as names and texts; of a name that stands twice, the last. */
export function parseSearch(given: string): Search {
  return Object.fromEntries(new URLSearchParams(given));
}

/** The same back, with `,`, `~` and `:` left readable; empty where there is nothing. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const written = new URLSearchParams(given).toString().replaceAll(/%(2C|7E|3A|2F)/g, decodeURIComponent);
  return written === '' ? '' : `?${written}`;
}
