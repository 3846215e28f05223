/** A page of the web application that the README shows. */
export interface PicturedPage {
  /** Name of its files in docs/pictures, without the theme. */
  readonly name: string;
  /** Behind the address of the server. */
  readonly address: string;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
}

/** What was seen of a compromised supply chain: techniques that alerts name. */
const SEEN = [
  'T1195.002',
  'T1078',
  'T1550.001',
  'T1606.002',
  'T1071.001',
  'T1568.002',
  'T1027',
  'T1036.005',
  'T1070.006',
];

/** Pages that the README shows, in its order. */
export const PICTURED_PAGES: readonly PicturedPage[] = [
  {
    name: 'overview',
    address: '/',
    alt: 'The overview for a telecom operator: which groups are documented against it, how they work, and what to do first',
  },
  {
    name: 'why',
    address: '/groups/G0016?why=G0016~T1055',
    alt: 'The techniques of APT29 as a matrix, and beside it why it is held to use Process Injection: the proofs, down to sentences and documents',
  },
  {
    name: 'triage',
    address: `/triage?seen=${SEEN.join(',')}&country=US`,
    alt: 'Triage of nine techniques that were seen: whose reported ways are like them, what speaks for each group, and how often such lists were right',
  },
];

/** Themes that each is shown in. */
export const PICTURED_THEMES = ['light', 'dark'] as const;

/** File of a page in docs/pictures. */
export function pictureFile({ name }: PicturedPage, theme: (typeof PICTURED_THEMES)[number]): string {
  return `${name}-${theme}.webp`;
}

/** Size of the window, in CSS pixels. */
export const PICTURED_WINDOW = { width: 1440, height: 900 } as const;

/** Most bytes of one picture: what a page of a repository loads while somebody looks at it. */
export const LARGEST_PICTURE = 250_000;
