import type { SeenDate } from '../../answers/index.ts';

/** `First seen 2019 (Almanac 1, in prose), 2021-04-01 (Gazette). Last seen 2024-02-01 (Gazette).`; empty where nobody says. */
export function saySeen(seen: readonly SeenDate[]): string {
  const ends = [
    ['First seen', 'first'],
    ['Last seen', 'last'],
  ] as const;
  return ends
    .map(([label, end]) => [label, seen.filter((each) => each.end === end)] as const)
    .filter(([, dates]) => dates.length > 0)
    .map(
      ([label, dates]) => `${label} ${dates.map(({ date, by }) => `${date} (${by.join('; ')})`).join(', ')}.`,
    )
    .join(' ');
}
