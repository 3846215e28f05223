/** Marks that stand on the character before them, and selectors: no column of their own. */
const NO_COLUMN = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** First and last code points of what terminals show two columns wide (UAX #11, wide and full-width, in blocks). */
const TWO_COLUMNS: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Columns that a text takes on a terminal; a close estimate, since terminals differ on emoji. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Columns of one character: 0, 1 or 2. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (NO_COLUMN.test(character)) return 0;
  return TWO_COLUMNS.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
