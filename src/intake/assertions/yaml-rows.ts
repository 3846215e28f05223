import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { CaseRow, CaseRows, Cell } from './case-rows.ts';

const LIST = 'assertions';

/** Takes a YAML 1.2 case file apart: a mapping with the fields of the case and a list `assertions` of mappings. */
export function yamlRows(text: string, file: string): CaseRows {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const issues = new IssueList(file);
  const reader = new YamlReader(document, lines, issues);
  for (const { message, pos } of document.errors)
    issues.add(INTAKE_ISSUES.notACase, `It is not YAML: ${message}`, reader.place(pos[0]));
  const broken = document.errors.length > 0;
  const root = broken ? undefined : document.contents;
  const isCase = isMap(root) && (root.has(LIST) || root.has('case'));
  if (!broken && !isCase)
    issues.add(INTAKE_ISSUES.notACase, 'It is not a mapping with a list `assertions`.', {
      line: 1,
      column: 1,
    });
  const rows = isCase ? reader.list(root.get(LIST, true)) : [];
  const head = isCase ? reader.row(root, [LIST]) : { fields: new Map(), line: 1, column: 1 };
  return { head, rows, issues: issues.toArray() };
}

class YamlReader {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #issues: IssueList;

  constructor(document: Document, lines: LineCounter, issues: IssueList) {
    this.#document = document;
    this.#lines = lines;
    this.#issues = issues;
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }

  list(node: unknown): readonly CaseRow[] {
    const list = this.#resolve(node);
    if (!isSeq(list)) {
      this.#refuse(list, `\`${LIST}\` is not a list.`);
      return [];
    }
    return list.items.flatMap((item) => {
      const entry = this.#resolve(item);
      if (isMap(entry)) return [this.row(entry, [])];
      this.#refuse(entry, 'An assertion is not a mapping.');
      return [];
    });
  }

  /** The fields of a mapping but those left out. */
  row(map: unknown, except: readonly string[]): CaseRow {
    const fields = new Map<string, Cell>();
    for (const { key, value } of isMap(map) ? map.items : []) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!except.includes(name)) fields.set(name, this.#cell(value, key));
    }
    return { fields, ...this.place(offsetOf(map)) };
  }

  /** A scalar as written (`2026-05-02` stays text), a list of scalars a line each. */
  #cell(node: unknown, key: unknown): Cell {
    const value = this.#resolve(node);
    const position = this.place(offsetOf(value) || offsetOf(key));
    if (value === null || value === undefined) return { text: '', ...position };
    if (isScalar(value)) return { text: textOfScalar(value), ...position };
    if (isSeq(value) && value.items.every((item) => isScalar(item)))
      return { text: value.items.map(textOfScalar).join('\n'), ...position };
    this.#refuse(value, 'This is neither text nor a list of texts.');
    return { text: '', ...position };
  }

  #resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  #refuse(node: unknown, message: string): void {
    this.#issues.add(INTAKE_ISSUES.badAssertion, message, this.place(offsetOf(node)));
  }
}

function textOfScalar(scalar: unknown): string {
  if (!isScalar(scalar) || scalar.value === null) return '';
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
}

function offsetOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
