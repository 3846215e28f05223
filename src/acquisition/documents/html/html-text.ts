import { append } from '../../../text/index.ts';
import { cleanLine, cleanText } from '../clean-text.ts';
import type { HtmlElement, HtmlNode } from './html-document.ts';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TFOOT THEAD UL'.split(
    ' ',
  ),
);
const UNREAD = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT SVG TITLE IFRAME OBJECT TEXTAREA SELECT'.split(' '));

/** Lines of a cell up to which its table is one of data, and not a way to lay out a page. */
const LINES_OF_A_CELL = 3;

/** The text of a node: a block is a line, a row of a table too, with tabs between its cells. */
export function linesOfHtml(node: HtmlNode): string {
  return cleanText(new Lines().of(node).join('\n'));
}

class Lines {
  readonly #lines: string[] = [];
  #inline: string[] = [];

  of(node: HtmlNode): readonly string[] {
    this.#children(node);
    this.#end();
    return this.#lines;
  }

  #children(node: HtmlNode): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.#take(child);
  }

  #take(node: HtmlNode): void {
    if (node.nodeType === 3) this.#inline.push(node.textContent ?? '');
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (UNREAD.has(name)) return;
    if (name === 'A') this.#link(node);
    else if (name === 'TR') this.#row(node);
    else if (name === 'PRE') {
      this.#end();
      append(this.#lines, (node.textContent ?? '').split('\n'));
    } else if (BLOCKS.has(name)) {
      this.#end();
      this.#children(node);
      this.#end();
    } else this.#children(node);
  }

  /** Where a link to ATT&CK shows another id than it leads to, that is a slip of the pen: the address has been tried, the text has not. */
  #link(node: HtmlNode): void {
    const from = this.#inline.length;
    this.#children(node);
    const id = isElement(node) ? linkedId(node.getAttribute('href') ?? '') : undefined;
    if (id === undefined) return;
    for (let at = from; at < this.#inline.length; at++)
      this.#inline[at] = (this.#inline[at] ?? '').replace(ANY_ID, id);
  }

  #row(node: HtmlNode): void {
    this.#end();
    const cells: (readonly string[])[] = [];
    for (let cell = node.firstChild; cell !== null; cell = cell.nextSibling)
      if (cell.nodeType === 1) cells.push(new Lines().of(cell));
    if (cells.every((lines) => lines.length <= LINES_OF_A_CELL))
      this.#lines.push(
        cells
          .map((lines) => lines.join(' '))
          .join('\t')
          .trim(),
      );
    else for (const lines of cells) append(this.#lines, lines);
  }

  #end(): void {
    const line = cleanLine(this.#inline.join(''));
    if (line !== undefined) this.#lines.push(line);
    this.#inline = [];
  }
}

function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}

const ANY_ID = /\b(?:T\d{4}(?:\.\d{3})?|[GSCM]\d{4})\b/u;
const ADDRESS =
  /^https?:\/\/attack\.mitre\.org\/(?:versions\/v[\d.]{1,6}\/)?(?:techniques|groups|software|campaigns|mitigations)\/([TGSCM]\d{4})(?:\/(\d{3}))?\/?(?:[?#]|$)/u;

/** The id that an address of ATT&CK is about: `https://attack.mitre.org/techniques/T1059/001/` → `T1059.001`. */
function linkedId(address: string): string | undefined {
  const [, id, sub] = ADDRESS.exec(address.trim()) ?? [];
  return sub === undefined ? id : `${id ?? ''}.${sub}`;
}
