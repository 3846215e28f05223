/** `1 group`, `16 groups`; of a word with another plural, that: `several(2, 'piece of software', 'pieces of software')`. */
export function several(count: number, one: string, many = `${one}s`): string {
  return `${spelled(count)} ${count === 1 ? one : many}`;
}

/** `1,204`. */
export function spelled(count: number): string {
  return count.toLocaleString('en');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2024-02` as `February 2024`, `2024-02-13` as `13 February 2024`, `2024` as it is. */
export function sayDate(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
