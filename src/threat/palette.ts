/**
 * The colours of everything that we draw and write, each light and dark: pages, documents and drawings have no others. What frames has no
 * hue; warm is the adversary, blue the defence, neutral what is neither side’s; the marker is where one is and what is quoted, and never
 * judges. What a source reports is solid, what rules derive hatched or dashed. Contrasts and steps are held by a test.
 */
export const PALETTE = {
  paper: ['#f4f5f1', '#0f1311'],
  /** What is written and drawn on; also text on the dark steps of a scale. */
  sheet: ['#fdfdfb', '#151a17'],
  sunk: ['#e9ebe5', '#232a26'],
  line: ['#d6dad1', '#29302c'],
  /** Edges that must be seen. */
  edge: ['#848d85', '#66706a'],
  /** Text; also on the pale steps of a scale. */
  ink: ['#161b18', '#e7ece8'],
  'ink-2': ['#454e48', '#b3bcb6'],
  'ink-3': ['#5f6861', '#98a29c'],
  marker: ['#ffe04d', '#f0d748'],
  'on-marker': ['#161a17', '#14180f'],
  /** The adversary, more and more: text on the first three is ink, on the last two sheet. */
  a1: ['#fae3d5', '#361f16'],
  a2: ['#f2bd9d', '#59301f'],
  a3: ['#e08f66', '#84462b'],
  a4: ['#b14b24', '#d97c50'],
  a5: ['#742709', '#fbb893'],
  /** The defence, likewise. */
  d1: ['#dce8f3', '#142636'],
  d2: ['#aecbe5', '#1d3f5d'],
  d3: ['#77a9d2', '#2b5f8b'],
  d4: ['#2b6ca3', '#64a6dc'],
  d5: ['#103f69', '#b3d8f7'],
  /** Likeness, and counts that are neither side’s, likewise. */
  n1: ['#e4e7df', '#1f2522'],
  n2: ['#c3c9c0', '#363e39'],
  n3: ['#959d95', '#59625c'],
  n4: ['#5f6862', '#929c95'],
  n5: ['#2a312d', '#d3dad5'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type PaletteName = keyof typeof PALETTE;

/** A colour as drawings have it: light, as on paper. A page turns it dark where the reader wants it. */
export function light(name: PaletteName): string {
  return PALETTE[name][0];
}

/** A scale of five steps, light. */
export function steps(scale: 'a' | 'd' | 'n'): readonly [string, string, string, string, string] {
  return [light(`${scale}1`), light(`${scale}2`), light(`${scale}3`), light(`${scale}4`), light(`${scale}5`)];
}

const DARK_STEPS: ReadonlySet<string> = new Set(
  (['a', 'd', 'n'] as const).flatMap((scale) => steps(scale).slice(3)).concat(light('ink')),
);

/** Text on a colour of the palette, light: it turns dark with it. */
export function textOnStep(color: string): string {
  return light(DARK_STEPS.has(color) ? 'sheet' : 'ink');
}
