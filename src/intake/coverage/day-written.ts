/** A day as files write it: `2024-05-31`, `2024/05/31`, also with a time behind it; undefined for what is none. */
export function dayWritten(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, year, month, day] = /^\s*(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/u.exec(value) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
