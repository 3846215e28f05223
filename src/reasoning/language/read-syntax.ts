import { COMPARISON_OPERATORS } from '../program.ts';
import { matchText, type Concrete } from './grammar.ts';
import type {
  AtomSyntax,
  NameSyntax,
  PremiseSyntax,
  StatementSyntax,
  TermSyntax,
  TextSyntax,
} from './syntax.ts';

/** What reading one piece of text gave: its syntax, or where and why it is not one. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: number; readonly expected: string };

/** Reads one statement, given with its full stop; offsets in the result count from the start of `text`. */
export function readStatement(text: string): Reading<StatementSyntax> {
  const match = matchText(text, 'Statement');
  if (!match.ok) return match;
  const statement = match.concrete.parts[0];
  const reader = STATEMENTS[statement?.rule ?? ''];
  return statement === undefined || reader === undefined
    ? { ok: false, at: 0, expected: 'expected a statement' }
    : { ok: true, value: reader(statement) };
}

/** Reads the premises of a query; an opening `?-` and a closing full stop or question mark may be left out. */
export function readQuery(text: string): Reading<readonly PremiseSyntax[]> {
  const match = matchText(text, 'Query');
  return match.ok ? { ok: true, value: match.concrete.parts.map(premiseAt) } : match;
}

const STATEMENTS: Readonly<Record<string, (node: Concrete) => StatementSyntax>> = {
  Pack: (node) => ({ kind: 'pack', name: nameIn(node), says: textIn(node).text }),
  Type: (node) => ({ kind: 'type', name: nameIn(node), members: typeNames(node) }),
  Relation: (node) => ({
    kind: 'relation',
    name: nameIn(node),
    terms: every(node, 'TermDeclaration').map((term) => ({ name: nameIn(term), types: typesIn(term) })),
    says: textIn(node),
  }),
  Union: (node) => {
    const [union, ...members] = every(node, 'name').map(nameOf);
    return { kind: 'union', name: union ?? NOTHING, members };
  },
  Rule: (node) => ({
    kind: 'rule',
    name: nameIn(node),
    says: textIn(node),
    weight: weightIn(node),
    isOff: every(node, 'off').length > 0,
    head: atomIn(node),
    premises: every(node, 'Body').flatMap((body) => body.parts.map(premiseAt)),
  }),
};

const NOTHING: NameSyntax = { text: '', at: 0 };
const NO_PART: Concrete = { rule: '', at: 0, text: '""', parts: [] };

function premiseAt(node: Concrete): PremiseSyntax {
  if (node.rule === 'Holds') return { kind: 'holds', atom: atomIn(node) };
  if (node.rule === 'Absent') return { kind: 'absent', atom: atomIn(node) };
  const [left, written, right] = node.parts;
  return {
    kind: 'compares',
    left: termAt(left ?? NO_PART, []),
    operator: COMPARISON_OPERATORS.find((operator) => operator === written?.text) ?? '=',
    right: termAt(right ?? NO_PART, []),
  };
}

function atomIn(parent: Concrete): AtomSyntax {
  const node = firstPart(parent, 'Atom');
  return {
    relation: nameIn(node),
    terms: every(node, 'TypedTerm').map((typed) => termAt(typed.parts[0] ?? NO_PART, typesIn(typed))),
  };
}

function termAt(node: Concrete, annotations: readonly NameSyntax[]): TermSyntax {
  const inner = node.parts[0];
  return node.rule === 'variable'
    ? { kind: 'variable', text: node.text, at: node.at, types: annotations }
    : {
        kind: 'constant',
        text: inner?.rule === 'text' ? unquote(inner.text) : node.text,
        at: node.at,
        types: annotations,
      };
}

function weightIn(node: Concrete): { readonly value: number; readonly at: number } | undefined {
  const written = every(node, 'Weight').flatMap((part) => every(part, 'number'))[0];
  return written && { value: Number(written.text), at: written.at };
}

function typesIn(node: Concrete): readonly NameSyntax[] {
  return every(node, 'Types').flatMap(typeNames);
}

function typeNames(node: Concrete): readonly NameSyntax[] {
  return every(node, 'TypeName').flatMap(({ parts }) =>
    parts.map((part) =>
      part.rule === 'text'
        ? { text: unquote(part.text), at: part.at, isQuoted: true as const }
        : nameOf(part),
    ),
  );
}

function nameIn(node: Concrete): NameSyntax {
  return nameOf(firstPart(node, 'name'));
}

function nameOf(node: Concrete): NameSyntax {
  return { text: node.text, at: node.at };
}

function textIn(node: Concrete): TextSyntax {
  const written = firstPart(node, 'text');
  return { text: unquote(written.text), at: written.at };
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gsu, '$1');
}

function every(node: Concrete, rule: string): readonly Concrete[] {
  return node.parts.filter((part) => part.rule === rule);
}

function firstPart(node: Concrete, rule: string): Concrete {
  return node.parts.find((part) => part.rule === rule) ?? NO_PART;
}
