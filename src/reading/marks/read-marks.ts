import { LineCounter, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Scalar } from 'yaml';
import { issueOf, type Issue } from '../../facts/index.ts';
import type { AttackMark } from '../../threat/index.ts';
import { READING_ISSUES } from '../issues.ts';
import { idsInText } from './ids-in-text.ts';

/** What a text is, as far as its ids are concerned. */
export type MarkedKind = 'sigma' | 'dettect' | 'text';

/** Where a text names techniques and tactics. */
export interface MarksReading {
  readonly kind: MarkedKind;
  /** Those of lists in the order of the text, then those of addresses. */
  readonly marks: readonly AttackMark[];
  readonly issues: readonly Issue[];
}

/**
 * Finds the techniques and tactics that a text names: the tags of Sigma rules (github.com/SigmaHQ/sigma-specification), the
 * technique ids of DeTT&CT's administration files (github.com/rabobank-cdc/DeTTECT), in both those in addresses, and in any other
 * text every technique id.
 *
 * A YAML file that is broken is read as no kind at all: its ids are left alone, and an issue says where it is broken.
 */
export function readMarks(text: string, file: string): MarksReading {
  if (!/\.ya?ml$/iu.test(file)) return { kind: 'text', marks: idsInText(text).everywhere(), issues: [] };
  if (!/T\d{4}|attack\./iu.test(text)) return { kind: 'text', marks: [], issues: [] };
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const list: readonly Document[] = Array.isArray(documents) ? documents : [];
  const [fault] = list.flatMap(({ errors }) => errors);
  if (fault !== undefined) {
    const { line, col: column } = lineCounter.linePos(fault.pos[0]);
    return {
      kind: 'text',
      marks: [],
      issues: [issueOf(READING_ISSUES.brokenYaml, fault.message, { file, line, column })],
    };
  }
  const reader = new MarkReader(text, lineCounter);
  for (const document of list) reader.read(document);
  return reader.kind === undefined
    ? { kind: 'text', marks: idsInText(text).everywhere(), issues: [] }
    : { kind: reader.kind, marks: [...reader.marks, ...reader.inAddresses()], issues: [] };
}

const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/;

class MarkReader {
  readonly marks: AttackMark[] = [];
  kind: MarkedKind | undefined;
  readonly #text: string;
  readonly #lines: LineCounter;
  #list = 0;

  constructor(text: string, lines: LineCounter) {
    this.#text = text;
    this.#lines = lines;
  }

  read(document: Document): void {
    const root = document.contents;
    if (!isMap(root)) return;
    const type: unknown = root.get('file_type');
    const read = typeof type === 'string' ? DETTECT_LISTS[type] : undefined;
    if (read !== undefined) {
      this.kind = 'dettect';
      read(this, root);
    } else if (
      root.has('tags') &&
      (root.has('detection') || root.has('correlation') || root.has('logsource'))
    ) {
      this.kind = 'sigma';
      this.#tags(root.get('tags', true));
    } else if (root.has('detection') || root.has('correlation')) this.kind ??= 'sigma';
  }

  /** Ids in addresses, such as references; each a list of its own. */
  inAddresses(): readonly AttackMark[] {
    return idsInText(this.#text)
      .inAddresses()
      .map((mark) => ({ ...mark, list: this.#list + 1 + mark.list }));
  }

  /** The technique of each entry of a list, each at most once. */
  techniqueOfEach(entries: unknown): void {
    this.#list += 1;
    for (const entry of isSeq(entries) ? entries.items : [])
      if (isMap(entry)) this.#technique(entry.get('technique_id', true), true);
  }

  /** Techniques as a list, or as keys with weights. */
  techniques(node: unknown): void {
    this.#list += 1;
    if (isSeq(node)) for (const item of node.items) this.#technique(item, false);
    if (isMap(node)) for (const { key } of node.items) this.#technique(key, true);
  }

  #technique(node: unknown, unique: boolean): void {
    if (!isScalar(node) || typeof node.value !== 'string' || !TECHNIQUE.test(node.value)) return;
    this.#mark(node, { kind: 'technique', id: node.value, unique, write: (id) => id });
  }

  #tags(node: unknown): void {
    this.#list += 1;
    for (const item of isSeq(node) ? node.items : []) {
      if (isAlias(item) || !isScalar(item) || typeof item.value !== 'string') continue;
      const [, name] = /^attack\.([\w.-]+)$/iu.exec(item.value) ?? [];
      if (name === undefined) continue;
      if (TECHNIQUE.test(name.toUpperCase()))
        this.#mark(item, {
          kind: 'technique',
          id: name.toUpperCase(),
          unique: false,
          write: (id) => `attack.${id.toLowerCase()}`,
        });
      else if (!/^[gsc]\d{4}$/iu.test(name)) this.#tactic(item, name);
    }
  }

  /** Older rules write tactics with underscores. */
  #tactic(item: Scalar, name: string): void {
    const isOld = name.includes('_');
    this.#mark(item, {
      kind: 'tactic',
      id: name.toLowerCase().replaceAll('_', '-'),
      unique: false,
      write: (id) => `attack.${isOld ? id.replaceAll('-', '_') : id}`,
    });
  }

  #mark(node: Scalar, mark: Pick<AttackMark, 'kind' | 'id' | 'unique' | 'write'>): void {
    const [from, to] = node.range ?? [0, 0];
    const quotes = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0;
    const wholeLine = this.#wholeLine(from, to);
    this.marks.push({
      ...mark,
      start: from + quotes,
      end: to - quotes,
      line: this.#lines.linePos(from).line,
      list: this.#list,
      ...(wholeLine === undefined ? {} : { wholeLine }),
    });
  }

  /** The line of a list item that has nothing but the item: no comment, nothing that is nested in it. */
  #wholeLine(from: number, to: number): AttackMark['wholeLine'] {
    const start = this.#text.lastIndexOf('\n', from - 1) + 1;
    const end = this.#text.indexOf('\n', to);
    if (end === -1) return undefined;
    const isAlone =
      /^\s*-\s+$/u.test(this.#text.slice(start, from)) && this.#text.slice(to, end).trim() === '';
    return isAlone ? { start, end: end + 1 } : undefined;
  }
}

/** Where the administration files of DeTT&CT have technique ids; those of data sources name data components only. */
const DETTECT_LISTS: Readonly<
  Record<string, (reader: MarkReader, root: { get: (key: string, keep: true) => unknown }) => void>
> = {
  'technique-administration': (reader, root) => reader.techniqueOfEach(root.get('techniques', true)),
  'group-administration': (reader, root) => {
    const groups = root.get('groups', true);
    for (const group of isSeq(groups) ? groups.items : [])
      if (isMap(group)) reader.techniques(group.get('technique_id', true));
  },
  'data-source-administration': () => undefined,
};
