import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import type { Atom, Premise, Rule, RuleTerm } from '../program.ts';
import type { Reporter } from './reporter.ts';
import { isKnown, resolveTypes, termTypes, type Scope } from './scope.ts';
import type { AtomSyntax, PremiseSyntax, RuleSyntax, TermSyntax } from './syntax.ts';
import { declaredTypes, intersect, type TypeSet } from '../type-set.ts';

/** More combinations of union members than this in one rule are refused. */
const MOST_VARIANTS = 1024;

/** More premises than this are refused; rules have two or three. The work of ordering them grows with their number to the power of three. */
const MOST_PREMISES = 50;

/** What is gathered about the variables of one rule. */
interface Variables {
  readonly names: string[];
  readonly types: TypeSet[];
  /** Where each occurs first. */
  readonly places: number[];
  readonly occurrences: number[];
  /** Whether a positive premise binds it. */
  readonly bound: boolean[];
}

/** What the parts of one rule are checked against, and where what is found goes. */
interface RuleContext {
  readonly scope: Scope;
  readonly reporter: Reporter;
  readonly variables: Variables;
}

/** Checks a rule against what is declared. Reports all that is wrong; the result counts only if nothing was. */
export function checkRule(syntax: RuleSyntax, pack: string, scope: Scope, reporter: Reporter): Rule {
  checkHead(syntax, scope, reporter);
  const { head, premises, variables } = checkClauses(syntax.head, syntax.premises, scope, reporter);
  checkSafety(syntax, variables, reporter);
  checkTemplate(syntax, variables, reporter);
  if (syntax.weight !== undefined && (syntax.weight.value < 0 || syntax.weight.value > 1)) {
    const message = `Weight ${syntax.weight.value} is not between 0 and 1.`;
    reporter.report(ISSUES.weightRange, syntax.weight.at, message);
  }
  return {
    name: syntax.name.text,
    pack,
    template: syntax.template.text,
    weight: syntax.weight?.value ?? 1,
    isOn: !syntax.isOff,
    variables: variables.names,
    types: variables.types,
    head,
    premises,
    place: reporter.place(syntax.name.at),
  };
}

/** Checks the premises of a query, whose head lists the named variables. */
export function checkQuery(
  text: string,
  premises: readonly PremiseSyntax[],
  scope: Scope,
  reporter: Reporter,
): Rule {
  const checked = checkClauses(undefined, premises, scope, reporter);
  const { variables } = checked;
  if (!premises.some((premise) => premise.kind === 'holds'))
    reporter.report(ISSUES.emptyQuery, 0, 'The query asks for no relation.');
  checkPremiseSafety(premises, variables, reporter);
  const named = variables.names.flatMap((name, variable) => (name === '_' ? [] : [variable]));
  return {
    name: 'query',
    pack: '',
    template: text,
    weight: 1,
    isOn: true,
    variables: variables.names,
    types: variables.types,
    head: { relation: '', terms: named.map((variable) => ({ kind: 'variable', variable })) },
    premises: checked.premises,
    place: reporter.place(0),
  };
}

function checkClauses(
  headSyntax: AtomSyntax | undefined,
  premisesSyntax: readonly PremiseSyntax[],
  scope: Scope,
  reporter: Reporter,
): { readonly head: Atom; readonly premises: readonly Premise[]; readonly variables: Variables } {
  const variables: Variables = { names: [], types: [], places: [], occurrences: [], bound: [] };
  const context = { scope, reporter, variables };
  const premises = premisesSyntax.map((premise) => checkPremise(premise, context));
  bindEqual(premises, variables);
  const head = headSyntax === undefined ? NO_HEAD : checkAtom(headSyntax, false, context);
  if (premises.length > MOST_PREMISES) {
    const message = `There are ${premises.length} premises; at most ${MOST_PREMISES} are taken.`;
    reporter.report(ISSUES.tooManyPremises, headSyntax?.relation.at ?? 0, message);
  }
  checkVariants(premises, premisesSyntax, scope, reporter);
  return { head, premises, variables };
}

const NO_HEAD: Atom = { relation: '', terms: [] };

function checkHead(syntax: RuleSyntax, scope: Scope, reporter: Reporter): void {
  const { text, at } = syntax.head.relation;
  if (scope.unions.has(text)) {
    reporter.report(ISSUES.unionHead, at, `Rule \`${syntax.name.text}\` concludes the union \`${text}\`.`);
  } else if (!scope.relations.has(text)) {
    const message = `Rule \`${syntax.name.text}\` concludes \`${text}\`, which is not declared.`;
    reporter.report(ISSUES.undeclaredHead, at, message);
  }
}

function checkPremise(syntax: PremiseSyntax, context: RuleContext): Premise {
  if (syntax.kind === 'compares') {
    const { kind, operator } = syntax;
    const left = checkTerm(syntax.left, undefined, false, context);
    return { kind, left, operator, right: checkTerm(syntax.right, undefined, false, context) };
  }
  isKnown(syntax.atom.relation, context.scope, context.reporter);
  return { kind: syntax.kind, atom: checkAtom(syntax.atom, syntax.kind === 'holds', context) };
}

function checkAtom(syntax: AtomSyntax, binds: boolean, context: RuleContext): Atom {
  const relation = syntax.relation.text;
  const declared = termTypes(relation, context.scope);
  if (declared !== undefined && declared.length !== syntax.terms.length) {
    const message = `\`${relation}\` is declared with ${sayTerms(declared.length)}, here it has ${sayTerms(syntax.terms.length)}.`;
    context.reporter.report(ISSUES.wrongArity, syntax.relation.at, message);
  }
  return {
    relation,
    terms: syntax.terms.map((term, at) => checkTerm(term, declared?.[at], binds, context)),
  };
}

function checkTerm(
  syntax: TermSyntax,
  declared: TypeSet,
  binds: boolean,
  { scope, reporter, variables }: RuleContext,
): RuleTerm {
  const written = declaredTypes(resolveTypes(syntax.types, scope, reporter));
  const types = narrow(written, declared, syntax, reporter);
  if (syntax.kind === 'constant') return { kind: 'constant', text: syntax.text };
  const variable = variableOf(syntax, variables);
  variables.types[variable] = narrow(variables.types[variable], types, syntax, reporter);
  if (binds) variables.bound[variable] = true;
  return { kind: 'variable', variable };
}

/** What both allow. Where that is nothing it is reported, once: then anything goes, lest every further occurrence complain. */
function narrow(known: TypeSet, here: TypeSet, syntax: TermSyntax, reporter: Reporter): TypeSet {
  const both = intersect(known, here);
  if (both?.length !== 0) return both;
  const name = syntax.kind === 'variable' ? `\`${syntax.text}\`` : `"${syntax.text}"`;
  const message = `${name} would have to be ${sayTypes(known)}, and also ${sayTypes(here)}.`;
  reporter.report(ISSUES.typeContradiction, syntax.at, message);
  return undefined;
}

function sayTypes(types: TypeSet): string {
  return types?.join(' or ') ?? 'anything';
}

function sayTerms(count: number): string {
  return count === 1 ? '1 term' : `${count} terms`;
}

function variableOf(syntax: TermSyntax, variables: Variables): number {
  const known = syntax.text === '_' ? -1 : variables.names.indexOf(syntax.text);
  const variable = known < 0 ? variables.names.push(syntax.text) - 1 : known;
  variables.occurrences[variable] = (variables.occurrences[variable] ?? 0) + 1;
  variables.places[variable] ??= syntax.at;
  return variable;
}

/** `A = B` binds either from the other; `A = "x"` binds A. Repeated until nothing new is bound. */
function bindEqual(premises: readonly Premise[], variables: Variables): void {
  const isBound = (term: RuleTerm): boolean =>
    term.kind === 'constant' || variables.bound[term.variable] === true;
  for (let again = true; again;) {
    again = false;
    for (const premise of premises) {
      if (premise.kind !== 'compares' || premise.operator !== '=') continue;
      for (const [known, other] of [
        [premise.left, premise.right],
        [premise.right, premise.left],
      ] as const) {
        if (!isBound(known) || other.kind === 'constant' || isBound(other)) continue;
        variables.bound[other.variable] = true;
        again = true;
      }
    }
  }
}

function checkSafety(syntax: RuleSyntax, variables: Variables, reporter: Reporter): void {
  for (const term of syntax.head.terms) {
    if (term.kind === 'constant' || isBoundName(term, variables)) continue;
    const message = `\`${term.text}\` occurs in the conclusion but in no positive premise, so it could be anything.`;
    reporter.report(ISSUES.unsafeHead, term.at, message);
  }
  checkPremiseSafety(syntax.premises, variables, reporter);
  for (const [variable, name] of variables.names.entries()) {
    if (name === '_' || variables.occurrences[variable] !== 1 || variables.bound[variable] !== true) continue;
    const message = `\`${name}\` occurs only once in rule \`${syntax.name.text}\`.`;
    reporter.report(ISSUES.singleVariable, variables.places[variable] ?? 0, message);
  }
}

function checkPremiseSafety(
  premises: readonly PremiseSyntax[],
  variables: Variables,
  reporter: Reporter,
): void {
  for (const premise of premises) {
    if (premise.kind === 'holds') continue;
    const terms = premise.kind === 'absent' ? premise.atom.terms : [premise.left, premise.right];
    const mayBeAnything = premise.kind === 'absent';
    for (const term of terms) {
      if (term.kind === 'constant' || (mayBeAnything && term.text === '_')) continue;
      if (isBoundName(term, variables)) continue;
      const message = `\`${term.text}\` occurs in no positive premise, so there is nothing to ${mayBeAnything ? 'look up' : 'compare'}.`;
      reporter.report(ISSUES.unsafePremise, term.at, message);
    }
  }
}

function isBoundName(term: TermSyntax, variables: Variables): boolean {
  return term.text !== '_' && variables.bound[variables.names.indexOf(term.text)] === true;
}

function checkTemplate(syntax: RuleSyntax, variables: Variables, reporter: Reporter): void {
  for (const [written, name] of syntax.template.text.matchAll(/\{([^{}]*)\}/gu)) {
    if (name !== undefined && name !== '_' && variables.names.includes(name)) continue;
    const message = `The sentence names \`${written}\`, which is not a variable of the rule.`;
    reporter.report(ISSUES.unknownPlaceholder, syntax.template.at, message);
  }
}

function checkVariants(
  premises: readonly Premise[],
  syntax: readonly PremiseSyntax[],
  scope: Scope,
  reporter: Reporter,
): void {
  const variants = premises
    .map((premise) =>
      premise.kind === 'holds' ? (scope.unions.get(premise.atom.relation)?.members.length ?? 1) : 1,
    )
    .reduce((product, members) => product * members, 1);
  const [premise] = syntax;
  if (variants <= MOST_VARIANTS || premise === undefined) return;
  const at = premise.kind === 'compares' ? premise.left.at : premise.atom.relation.at;
  const message = `The unions multiply to ${variants} combinations; ${MOST_VARIANTS} are allowed.`;
  reporter.report(ISSUES.tooManyVariants, at, message);
}
