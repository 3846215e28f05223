/**
 * A part of the document as screen readers and converters see it: a node of the PDF's structure tree, with the
 * standard structure types of ISO 32000-1, 14.8.4. What belongs to no part (rules, page numbers) is decoration.
 */
export interface Part {
  readonly type: PartType;
  /** Undefined for the document itself. */
  readonly within: Part | undefined;
  /** Stands in for a picture. */
  readonly alternative?: string;
}

type PartType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'BlockQuote'
  | 'Code'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Sect'
  | 'TOC'
  | 'TOCI';

/** A part within another. */
export function part(type: PartType, within: Part, alternative?: string): Part {
  return alternative === undefined ? { type, within } : { type, within, alternative };
}
