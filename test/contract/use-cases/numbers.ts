/** Every number that an answer holds: its values, what its texts say, and how long its lists are. */
export function numbersIn(answer: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'number') for (const shown of shownAs(value)) found.add(shown);
    else if (typeof value === 'string') {
      // Also the parts of ids: under its parent, `T9001.001` is `.001`.
      for (const number of [...numbersOf(value), ...(value.match(/\d+/gu) ?? [])]) found.add(number);
      // A checksum is shown by its beginning.
      if (/^[0-9a-f]{64}$/u.test(value))
        for (const number of numbersOf(value.slice(0, 12))) found.add(number);
    } else if (Array.isArray(value)) {
      found.add(String(value.length));
      value.forEach(visit);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        for (const number of numbersOf(key)) found.add(number);
        visit(each);
      }
  };
  visit(answer);
  return found;
}

/** The numbers that a text shows, without signs and without what groups their digits. */
export function numbersOf(text: string): readonly string[] {
  return text.match(/\d+(?:[.,]\d+)*/gu)?.map((number) => plain(number)) ?? [];
}

/** `1,234` → `1234`, `0.50` → `0.5`: how a number is written is no part of it. */
function plain(number: string): string {
  const whole = number.replaceAll(/,(?=\d{3}\b)/gu, '');
  return /^\d+\.\d+$/u.test(whole) ? String(Number(whole)) : whole;
}

/** A number as documents may show it: rounded, to so many digits or figures, or as per cent. */
function shownAs(value: number): readonly string[] {
  const size = Math.abs(value);
  const percent = size * 100;
  return [size, percent].flatMap((each) =>
    [0, 1, 2, 3, 4, 5, 6].flatMap((digits) =>
      [each.toFixed(digits), each.toPrecision(digits + 1)].map((shown) => String(Number(shown))),
    ),
  );
}
