import { grammar, type Grammar, type Node, type Semantics } from 'ohm-js';

/** The rule language; docs/reference/rules.md explains it. */
const GRAMMAR = String.raw`
Rules {
  Statement = Pack | Type | Relation | Union | Rule
  Pack      = pack name text "."
  Type      = type name "=" NonemptyListOf<TypeName, "|"> "."
  Relation  = told? relation name "(" NonemptyListOf<TermDeclaration, ","> ")" text "."
  Union     = union name "=" NonemptyListOf<name, "|"> "."
  Rule      = rule name text Weight? off? Atom Body? "."
  Weight    = weight number
  Body      = ":-" NonemptyListOf<Premise, ",">
  Query     = "?-"? NonemptyListOf<Premise, ","> ("." | "?")?

  TermDeclaration = name Types?
  Types     = ":" NonemptyListOf<TypeName, "|">
  TypeName  = name | text

  Premise   = Absent | Holds | Compares
  Absent    = not Atom
  Holds     = Atom
  Compares  = Term operator Term
  Atom      = name "(" NonemptyListOf<TypedTerm, ","> ")"
  TypedTerm = Term Types?
  Term      = variable | constant

  constant (a constant) = text | number
  operator (a comparison) = "!=" | "<=" | ">=" | "=" | "<" | ">"
  variable (a variable) = (upper | "_") nameRest*
  name (a name) = lower nameRest*
  nameRest  = alnum | "_" | "-"
  number (a number) = "-"? digit+ ("." digit+)?
  text (a quoted text) = "\"" character* "\""
  character = "\\" any        -- escaped
            | ~("\"" | "\n") any -- plain
  pack      = "pack" ~nameRest
  type      = "type" ~nameRest
  told      = "told" ~nameRest
  relation  = "relation" ~nameRest
  union     = "union" ~nameRest
  rule      = "rule" ~nameRest
  weight    = "weight" ~nameRest
  off       = "off" ~nameRest
  not       = "not" ~nameRest
  space    += comment
  comment   = "%" (~"\n" any)*
}`;

/** A matched piece of text: the grammar rule it matched, where, and its parts; lists and literal texts are flattened away. */
export interface Concrete {
  readonly rule: string;
  /** Offset in the text that was read. */
  readonly at: number;
  readonly text: string;
  readonly parts: readonly Concrete[];
}

/** What matching gave: the parts, or where the text stops being a statement and what was expected there. */
export type Match =
  | { readonly ok: true; readonly concrete: Concrete }
  | { readonly ok: false; readonly at: number; readonly expected: string };

/** Matches a whole text against one rule of the grammar. */
export function matchText(text: string, start: 'Statement' | 'Query'): Match {
  const { rules, semantics } = compiled();
  const match = rules.match(text, start);
  if (!match.failed()) return { ok: true, concrete: semantics(match)['concrete']() };
  const expected = (match.shortMessage ?? '').replace(/^Line \d+, col \d+: /, '');
  return { ok: false, at: match.getRightmostFailurePosition(), expected };
}

interface Compiled {
  readonly rules: Grammar;
  readonly semantics: Semantics;
}

let compiledOnce: Compiled | undefined;

// Compiled at first use: that takes longer than reading a rule file.
function compiled(): Compiled {
  compiledOnce ??= compile();
  return compiledOnce;
}

function compile(): Compiled {
  const rules = grammar(GRAMMAR);
  const semantics = rules.createSemantics();
  semantics.addOperation<Concrete>('concrete', {
    _nonterminal(...children) {
      return {
        rule: this.ctorName,
        at: this.source.startIdx,
        text: this.sourceString,
        parts: parts(children),
      };
    },
  });
  semantics.addOperation<Concrete[]>('flat', {
    _terminal: () => [],
    _iter: (...children) => parts(children),
    _nonterminal(...children) {
      return LISTS.has(this.ctorName) ? parts(children) : [this['concrete']()];
    },
  });
  return { rules, semantics };
}

const LISTS = new Set(['NonemptyListOf', 'Statement', 'Premise', 'Term']);

function parts(children: readonly Node[]): Concrete[] {
  return children.flatMap((child) => child['flat']());
}
