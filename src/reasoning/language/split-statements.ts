/** One statement of a rule file, with its full stop where it has one. */
export interface Piece {
  readonly text: string;
  /** Offset in the file. */
  readonly at: number;
}

/**
 * Cuts a rule file at its full stops, so that an error in one statement does not hide the errors in the others.
 * Full stops in quoted texts, comments and numbers do not count. What is left after the last one is a piece
 * too, unless it is blank.
 */
export function splitStatements(file: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of file.matchAll(TOKENS)) {
    if (match[0] !== '.') continue;
    pieces.push(piece(file, start, match.index + 1));
    start = match.index + 1;
  }
  const rest = piece(file, start, file.length);
  return isBlank(rest.text) ? pieces : [...pieces, rest];
}

const TOKENS = /"(?:\\.|[^"\\\n])*"|%[^\n]*|\.\d|\./gsu;
const BLANK = /\s+|%[^\n]*/gu;

function isBlank(text: string): boolean {
  return text.replace(BLANK, '') === '';
}

/** Leading space and comments are left out, so that a missing statement is reported where it should stand. */
function piece(file: string, from: number, to: number): Piece {
  const text = file.slice(from, to);
  const lead = /^(?:\s+|%[^\n]*)*/u.exec(text)?.[0].length ?? 0;
  return { text: text.slice(lead), at: from + lead };
}
