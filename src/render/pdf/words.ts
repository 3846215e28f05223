import { oneLine, webAddress, withWholeShares } from '../../text/index.ts';
import { pieces, plain, spacedLike, type Content, type Inline } from '../inline.ts';

/** Running text as the template takes it. */
export interface Words {
  readonly pieces: readonly Piece[];
  /** Present where the text begins from the right. */
  readonly rtl?: true;
}

/** Text, or text with a look or an address. A line feed is where a long word may be broken. */
export type Piece =
  | string
  | { readonly kind: 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link' | 'reference'; readonly text: string; readonly address: string }
  | { readonly kind: 'reference'; readonly text: string; readonly section: string };

/** Typst refuses longer addresses. */
const LONGEST_ADDRESS = 8000;

/** Running text on one line, neutralised, in characters that `shown` gives. Spaces at the ends of pieces stay, since they separate them. */
export function wordsOf(
  content: Content,
  shown: (text: string) => string,
  sections: ReadonlyMap<string, string>,
): Words {
  const found = pieces(content).flatMap((piece) => pieceOf(piece, shown, sections));
  return isLeftward(plain(content)) ? { pieces: found, rtl: true } : { pieces: found };
}

/** Text of a piece. */
export function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text;
}

function pieceOf(
  piece: Inline,
  shown: (text: string) => string,
  sections: ReadonlyMap<string, string>,
): readonly Piece[] {
  const given = plain(piece);
  const text = shown(withWholeShares(spacedLike(given, oneLine(given))));
  if (text === '') return [];
  if (typeof piece === 'string') return [text];
  // Pages have numbers, and a reader of paper cannot follow a link.
  if (piece.kind === 'jump') return [{ kind: 'strong', text }];
  const section = piece.kind === 'reference' ? sections.get(piece.text) : undefined;
  if (section !== undefined) return [{ kind: 'reference', text, section }];
  if (piece.kind !== 'link' && piece.kind !== 'reference') return [{ kind: piece.kind, text }];
  const address = webAddress(piece.address ?? '');
  return address === undefined || address.length > LONGEST_ADDRESS
    ? [text]
    : [{ kind: piece.kind, text, address }];
}

/** Whether the first letter that has a direction is one that is written to the left. */
function isLeftward(text: string): boolean {
  return /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text);
}
