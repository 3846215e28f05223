import type { Face } from './faces.ts';

/** Colours of a printed page: those of HTML pages on a light screen. */
export const INK = {
  text: '#1d2430',
  muted: '#5b6675',
  line: '#d9dee6',
  soft: '#f4f6f9',
  link: '#0b5cad',
  underline: '#9dbede',
  accent: '#0072b2',
} as const;

/** How a piece of text looks. Sizes and leading (from one baseline to the next) are points. */
export interface Look {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

/** The looks of a document's texts. */
export const LOOKS = {
  title: { face: 'bold', size: 21, leading: 26, color: INK.text },
  lead: { face: 'regular', size: 11.5, leading: 16.5, color: INK.muted },
  heading2: { face: 'bold', size: 14.5, leading: 18.5, color: INK.text },
  heading3: { face: 'bold', size: 11.5, leading: 15.5, color: INK.text },
  heading4: { face: 'bold', size: 10, leading: 14, color: INK.muted },
  body: { face: 'regular', size: 10, leading: 14.4, color: INK.text },
  code: { face: 'code', size: 8.4, leading: 11.6, color: INK.text },
  caption: { face: 'regular', size: 8.8, leading: 12, color: INK.muted },
  notice: { face: 'regular', size: 7.8, leading: 10.8, color: INK.muted },
  marking: { face: 'bold', size: 9, leading: 12, color: INK.text },
  furniture: { face: 'regular', size: 7.5, leading: 10, color: INK.muted },
} as const satisfies Readonly<Record<string, Look>>;

/** Code within running text is set a little smaller: its letters are broader. */
export const CODE_SIZE = 0.9;
