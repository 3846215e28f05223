import { SECTORS, type Sector } from './sectors.ts';

/** Sections of NACE Rev. 2 with their first and last division (Regulation (EC) No 1893/2006, annex I). */
const NACE_SECTIONS: readonly (readonly [section: string, first: number, last: number])[] = [
  ['A', 1, 3],
  ['B', 5, 9],
  ['C', 10, 33],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 43],
  ['G', 45, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 69, 75],
  ['N', 77, 82],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 88],
  ['R', 90, 93],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
];

const NACE = /^NACE(?:\s+Rev\.?\s*2)?[\s:]*(?:([A-U])\s*)?(\d{2})?(?:\.\d{1,2}){0,2}$/iu;
/** A section with a division is a code of NACE also where nothing says so: `J61`. */
const BARE_NACE = /^([A-U])\s?(\d{2})(?:\.\d{1,2}){0,2}$/u;
const NAICS = /^NAICS(?:\s+20\d\d)?[\s:]*(\d{2}\d{0,4})(?:\s*[-–]\s*\d{2})?$/iu;

/** What is finer than two digits of NAICS 2022, where it is a sector of its own: by the first digits, the longest first. */
const NAICS_SUBSECTORS: Readonly<Record<string, string>> = {
  '92811': 'defense',
  '92812': 'diplomacy',
  '3254': 'pharmaceuticals',
  '3364': 'aerospace',
  '5411': 'legal',
  '5415': 'technology',
  '5417': 'research',
  '7132': 'gambling',
  '2211': 'energy',
  '2212': 'energy',
  '2213': 'water',
  '211': 'energy',
  '212': 'mining',
  '311': 'agriculture',
  '324': 'energy',
  '325': 'chemical',
  '334': 'electronics',
  '336': 'automotive',
  '512': 'entertainment',
  '513': 'media',
  '516': 'media',
  '517': 'telecommunications',
  '518': 'technology',
  '524': 'insurance',
  '721': 'hospitality-leisure',
  '722': 'hospitality-leisure',
  '922': 'security-services',
};

/**
 * The sectors that an industry code stands for: `J61`, `NACE 61.10` (Rev. 2; sections and divisions are read, what
 * is finer is left out), `NAICS 51` or `NAICS 517` (two digits, and of finer ones those that are sectors). Only sectors that the code means as a whole: parts of a sector
 * that is among them are left out, and a code that falls into several sectors without being any gives none.
 *
 * @returns undefined where the text is no such code
 */
export function sectorsOfCode(text: string): readonly Sector[] | undefined {
  const nace = NACE.exec(text.trim()) ?? BARE_NACE.exec(text.trim());
  if (nace !== null) return sectorsOfNace(nace[1]?.toUpperCase(), nace[2]);
  const naics = NAICS.exec(text.trim());
  return naics === null ? undefined : sectorsOfNaics(naics[1] ?? '');
}

/** By division, section or both; none where the division is not in the section. */
function sectorsOfNace(letter: string | undefined, division: string | undefined): readonly Sector[] {
  const row = NACE_SECTIONS.find(([section, first, last]) =>
    division === undefined ? section === letter : Number(division) >= first && Number(division) <= last,
  );
  if (row === undefined || (letter !== undefined && letter !== row[0])) return [];
  const [section, first, last] = row;
  // The only division of a section is the section: `O84` means all of `O`, though sectors are a part of it.
  const exact = division === undefined || first === last ? [] : coveredBy(section + division);
  if (exact.length > 0) return widest(exact);
  const whole = coveredBy(section);
  return whole.length > 0 ? widest(whole) : onlyOne(SECTORS.filter((sector) => isInSection(sector, section)));
}

function sectorsOfNaics(code: string): readonly Sector[] {
  const finer = [5, 4, 3].flatMap((digits) =>
    code.length < digits ? [] : (NAICS_SUBSECTORS[code.slice(0, digits)] ?? []),
  )[0];
  if (finer !== undefined) return SECTORS.filter(({ name }) => name === finer);
  const within = SECTORS.filter(({ naics }) => naics.includes(code.slice(0, 2)));
  // NAICS sectors are as wide as sections of NACE.
  const whole = within.filter(({ nace }) => nace.some((each) => each.length === 1));
  return whole.length > 0 ? widest(whole) : onlyOne(within);
}

function coveredBy(code: string): readonly Sector[] {
  return SECTORS.filter(({ nace }) => nace.includes(code));
}

function isInSection({ nace }: Sector, section: string): boolean {
  return nace.some((code) => code.startsWith(section));
}

function widest(sectors: readonly Sector[]): readonly Sector[] {
  return sectors.filter(({ within }) => !sectors.some(({ name }) => name === within));
}

function onlyOne(sectors: readonly Sector[]): readonly Sector[] {
  return sectors.length === 1 ? sectors : [];
}
