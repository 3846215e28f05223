/** A piece of running text. A plain string is text as it is: nothing in it can become markup. */
export type Inline = string | Strong | Emphasis | Code | Link | Jump | Reference;

/** Running text: one piece or several. */
export type Content = Inline | readonly Inline[];

/** Text that stands out. */
export interface Strong {
  readonly kind: 'strong';
  readonly text: string;
}

/** Text that is stressed. */
export interface Emphasis {
  readonly kind: 'emphasis';
  readonly text: string;
}

/** A name, id, command or value to be read letter by letter. */
export interface Code {
  readonly kind: 'code';
  readonly text: string;
}

/** Words that lead to an address. */
export interface Link {
  readonly kind: 'link';
  readonly text: string;
  readonly address: string;
}

/** Words that lead to a heading of the same document, where the form has links within itself. */
export interface Jump {
  readonly kind: 'jump';
  readonly text: string;
  /** The words of the heading; of several alike the first is meant. */
  readonly heading: string;
}

/**
 * The id of a thing. In HTML and PDF it leads to the section of the document that is about the thing, the first whose heading has the
 * same reference, else to the page of the thing; elsewhere it is text.
 */
export interface Reference {
  readonly kind: 'reference';
  readonly text: string;
  /** Page of the thing, http or https. Default none. */
  readonly address?: string | undefined;
}

/** Text that stands out. */
export const strong = (text: string): Strong => ({ kind: 'strong', text });
/** Text that is stressed. */
export const emphasis = (text: string): Emphasis => ({ kind: 'emphasis', text });
/** A name, id, command or value to be read letter by letter. */
export const code = (text: string): Code => ({ kind: 'code', text });
/** A link where the address is http or https; any other address leaves only the text. */
export const link = (text: string, address: string): Link => ({ kind: 'link', text, address });

/** Words that lead to a heading of the same document, by its words. */
export const jump = (text: string, to: string): Jump => ({ kind: 'jump', text, heading: to });

/** The id of a thing, with the address of its page where it has one. */
export const reference = (text: string, address?: string): Reference => ({
  kind: 'reference',
  text,
  address,
});

/** The pieces of running text. */
export function pieces(content: Content): readonly Inline[] {
  return isPiece(content) ? [content] : content;
}

function isPiece(content: Content): content is Inline {
  return typeof content === 'string' || 'kind' in content;
}

/** Running text without its markup. */
export function plain(content: Content): string {
  return pieces(content)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');
}

/** A piece made from a text, with a space at each end where the text has one: it separates the piece from its neighbours. */
export function spacedLike(text: string, made: string): string {
  return (/^\s/u.test(text) ? ' ' : '') + made + (/\s$/u.test(text) ? ' ' : '');
}
