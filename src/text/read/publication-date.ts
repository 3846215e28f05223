const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `(2020, June 17)`, `(2015, March)`, `(2017)`, `(2019, 3 May)`, `(2020-06-17)`; or that there is none: `(n.d.)`. */
const IN_BRACKETS =
  /\(\s?(?:(n\.\s?d\.)|((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?|,?\s+(?:(\d\d?)\s+)?([a-z]{3,9})\.?(?:\s+(\d\d?))?)?)(?=\D)/i;

/** `ESET 2019, August 27 …`, for references that forgot the brackets. */
const BARE = /()\b((?:19|20)\d\d)()(),\s()([a-z]{3,9})\.?\s(\d\d?)\b/i;

/**
 * The date of publication that a reference states, as precisely as it does: `2020-06-17`, `2020-06` or `2020`.
 * ATT&CK writes references as `ESET. (2020, June 17). Title. Retrieved July 1, 2020.`; the date of retrieval is no publication.
 *
 * @returns undefined where the reference states none, or says that it has none
 */
export function publicationDate(reference: string): string | undefined {
  const match = IN_BRACKETS.exec(reference) ?? BARE.exec(reference);
  if (match === null || (match[1] !== undefined && match[1] !== '')) return undefined;
  const [, , year = '', isoMonth, isoDay, dayBefore, monthName, dayAfter] = match;
  const month = isoMonth === undefined || isoMonth === '' ? monthNumber(monthName) : Number(isoMonth);
  return partialDate(year, month, Number(isoDay || dayBefore || dayAfter || 0));
}

/** 1 to 12; 0 where the word is no month. */
export function monthNumber(name: string = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** `2020-06-17`, `2020-06` or `2020`: without a day, or a month, that there is not. */
export function partialDate(year: string, month: number, day: number): string {
  if (month < 1 || month > 12) return year;
  // The day before the first of the next month.
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const parts = day >= 1 && day <= last ? [month, day] : [month];
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}
