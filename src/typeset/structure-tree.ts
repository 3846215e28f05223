import type { Part } from './part.ts';

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** The structure tree of a PDF while its pages are painted: which part what is drawn belongs to. */
export class StructureTree {
  readonly #pdf: Pdf;
  readonly #elements = new Map<Part, Element>();
  /** What is being drawn: a part, decoration, or nothing yet. */
  #open: Part | 'decoration' | undefined;

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** What is drawn next belongs to this part. */
  enter(part: Part): void {
    if (this.#open === part) return;
    this.leavePage();
    const element = this.elementOf(part);
    element.add(this.#pdf.markStructureContent(part.type));
    this.#open = part;
  }

  /** What is drawn next belongs to no part. */
  decorate(): void {
    if (this.#open === 'decoration') return;
    this.leavePage();
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    this.#open = 'decoration';
  }

  /** Marks do not reach over the end of a page. */
  leavePage(): void {
    if (this.#open !== undefined) this.#pdf.endMarkedContent();
    this.#open = undefined;
  }

  /** The element of a part; made when it is first asked for, after those of its parent that were. */
  elementOf(part: Part): Element {
    const known = this.#elements.get(part);
    if (known !== undefined) return known;
    const { type, alternative, within } = part;
    const element = this.#pdf.struct(type, {
      ...(alternative === undefined ? {} : { alt: alternative }),
      ...(type === 'TH' ? { scope: 'Column' } : {}),
    });
    this.#elements.set(part, element);
    if (within === undefined) this.#pdf.addStructure(element);
    else this.elementOf(within).add(element);
    return element;
  }

  end(): void {
    for (const element of this.#elements.values()) element.end();
  }
}
