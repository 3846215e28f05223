import type { Source } from '../../facts/index.ts';

/**
 * Whose word goes first about a thing that several sources describe; the smaller number does.
 * 0: ATT&CK, about what it numbers. 1: galaxies, about their entries. 2: everybody else.
 */
export type Precedence = 0 | 1 | 2;

/** Precedence of what a source says. */
export function precedenceOf({ kind }: Pick<Source, 'kind'>): Precedence {
  return kind === 'attack' ? 0 : kind === 'galaxy' ? 1 : 2;
}

/** What the sources in view make of one stored version of an object. */
export interface SourceMark {
  readonly precedence: Precedence;
  /** See `ObjectRow.lastSource`. */
  readonly lastSource: number;
  /** Whether only sources have it whose very names are marked above the clearance. */
  readonly isHeldBack: boolean;
}

/**
 * For each stored version that sources have, their best precedence and the last of them.
 *
 * @param contents the sources with the stored numbers of their objects, in order of loading
 * @param isHeldBack whether the clearance keeps a source's name back
 */
export function sourceMarks(
  contents: readonly { readonly source: Source; readonly members: Int32Array }[],
  isHeldBack: (source: Source) => boolean,
): ReadonlyMap<number, SourceMark> {
  const marks = new Map<number, SourceMark>();
  for (const [lastSource, { source, members }] of contents.entries()) {
    const own: SourceMark = { precedence: precedenceOf(source), lastSource, isHeldBack: isHeldBack(source) };
    for (const stored of members) {
      const known = marks.get(stored);
      marks.set(stored, known === undefined ? own : joined(known, own));
    }
  }
  return marks;
}

function joined(one: SourceMark, later: SourceMark): SourceMark {
  return {
    precedence: one.precedence < later.precedence ? one.precedence : later.precedence,
    lastSource: later.lastSource,
    isHeldBack: one.isHeldBack && later.isHeldBack,
  };
}
