import { addTo } from '../../text/index.ts';
import type { Atom } from './atoms.ts';
import { numberIn } from './item-test.ts';

type Found = (rule: number) => void;

/** Which rules a text may concern, by the atoms that it has. What it takes grows with the text, and hardly with the number of rules. */
export class TextIndex {
  private readonly whole = new Map<string, number[]>();
  /** By length, so that each length is one look. */
  private readonly starts = new Map<number, Map<string, number[]>>();
  private readonly ends = new Map<number, Map<string, number[]>>();
  private readonly pieces: PieceIndex;

  constructor(atoms: readonly (readonly [rule: number, atom: Atom])[]) {
    const pieces: (readonly [number, string])[] = [];
    for (const [rule, { kind, text }] of atoms)
      if (kind === 'contains') pieces.push([rule, text]);
      else if (kind === 'equals') addTo(this.whole, text, rule);
      else addTo(mapIn(kind === 'starts' ? this.starts : this.ends, text.length), text, rule);
    this.pieces = new PieceIndex(pieces);
  }

  /** @param text in folded form */
  look(text: string, found: Found): void {
    this.whole.get(text)?.forEach(found);
    const number = this.whole.size > 0 ? numberIn(text) : undefined;
    if (number !== undefined && String(number) !== text) this.whole.get(String(number))?.forEach(found);
    for (const [length, texts] of this.starts) texts.get(text.slice(0, length))?.forEach(found);
    for (const [length, texts] of this.ends)
      if (length <= text.length) texts.get(text.slice(text.length - length))?.forEach(found);
    this.pieces.look(text, found);
  }
}

/** A text to be found in others, by four characters in a row (or all, where it has fewer) that few others have. */
interface Piece {
  readonly rule: number;
  readonly text: string;
  /** How many characters of it there are to the end of those four. */
  readonly reach: number;
}

const LONGEST_GRAM = 4;
/** What of a hash is left of the last one, two, three or four characters. */
const MASKS = [0xff, 0xff_ff, 0xff_ff_ff, -1] as const;

class PieceIndex {
  private readonly tables: readonly GramTable[];

  constructor(pieces: readonly (readonly [rule: number, text: string])[]) {
    const counts = new Map<number, number>();
    for (const [, text] of pieces)
      for (const [hash] of gramsOf(text)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    const tables = MASKS.map((mask) => [mask, new Map<number, Piece[]>()] as const);
    for (const [rule, text] of pieces) {
      const [first, ...rest] = gramsOf(text);
      if (first === undefined) continue;
      const countOf = ([hash]: Gram): number => counts.get(hash) ?? 0;
      const [hash, reach] = rest.reduce((best, gram) => (countOf(gram) < countOf(best) ? gram : best), first);
      const table = tables[Math.min(text.length, LONGEST_GRAM) - 1]?.[1];
      if (table !== undefined) addTo(table, hash, { rule, text, reach });
    }
    this.tables = tables.flatMap(([mask, table]) => (table.size === 0 ? [] : [new GramTable(mask, table)]));
  }

  look(text: string, found: Found): void {
    for (const table of this.tables) table.look(text, found);
  }
}

/** Pieces by grams of one length. Grams that hash alike do no harm, since the whole piece is compared. */
class GramTable {
  private readonly mask: number;
  private readonly pieces: ReadonlyMap<number, readonly Piece[]>;
  /** Whether anything may be under a hash: most characters of a text end no gram, and this is one look. */
  private readonly hints: Uint8Array;
  private readonly shift: number;

  constructor(mask: number, pieces: ReadonlyMap<number, readonly Piece[]>) {
    this.mask = mask;
    this.pieces = pieces;
    // Room for eight times as many, so that few hints mislead.
    const bits = Math.min(16, Math.ceil(Math.log2(pieces.size)) + 3);
    this.shift = 32 - bits;
    this.hints = new Uint8Array(2 ** bits);
    for (const hash of pieces.keys()) this.hints[mixed(hash) >>> this.shift] = 1;
  }

  look(text: string, found: Found): void {
    const { hints, mask, shift } = this;
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = (hash << 8) ^ text.charCodeAt(at);
      if (hints[mixed(hash & mask) >>> shift] !== 1) continue;
      for (const piece of this.pieces.get(hash & mask) ?? [])
        if (text.startsWith(piece.text, at + 1 - piece.reach)) found(piece.rule);
    }
  }
}

/** All bits of a hash take part in the upper ones (Knuth’s multiplicative method). */
function mixed(hash: number): number {
  return Math.imul(hash, 0x9e_37_79_b1);
}

type Gram = readonly [hash: number, reach: number];

/** All runs of four characters, or the whole text where it is shorter; a hash knows of the last four only, for others are shifted out. */
function gramsOf(text: string): readonly Gram[] {
  const length = Math.min(text.length, LONGEST_GRAM);
  const grams: Gram[] = [];
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = (hash << 8) ^ text.charCodeAt(at);
    if (at + 1 >= length) grams.push([hash & (MASKS[length - 1] ?? -1), at + 1]);
  }
  return grams;
}

function mapIn(maps: Map<number, Map<string, number[]>>, key: number): Map<string, number[]> {
  let map = maps.get(key);
  if (map === undefined) maps.set(key, (map = new Map()));
  return map;
}
