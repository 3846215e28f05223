import { sayTerm, type ExplanationSource } from '../../analysis/index.ts';
import { membersOf, sayAtom, sayObstacle } from '../../reasoning/index.ts';
import type { Atom, Attempt, Model, Rule, Way } from '../../reasoning/index.ts';
import { sayAny, sayNone, sayThings } from './count-things.ts';
import { reportedSentence, type KnownBy } from './reported-sentence.ts';

/**
 * What keeps a rule from deriving something, over everything that was tried: `technique-through-software: OilRig (G0049) is
 * reported to use 25 pieces of software; none of them is reported to use …`. Undefined for a rule that is never about such things.
 */
export function sayAttempt(source: ExplanationSource, attempt: Attempt): string | undefined {
  const shortfall = sayShortfall(source, attempt);
  return shortfall === undefined ? undefined : `${attempt.rule}: ${shortfall}`;
}

function sayShortfall(source: ExplanationSource, attempt: Attempt): string | undefined {
  const { model, catalogue } = source;
  const { obstacle, ways } = attempt;
  const rule = model.rules.find(({ name }) => name === attempt.rule);
  if (rule === undefined || obstacle.kind === 'conclusion') return undefined;
  if (obstacle.kind === 'type' && obstacle.premise === undefined) return undefined;
  if (obstacle.kind === 'unknown') return 'there is too much to look through, so that it was given up';
  const premise = 'premise' in obstacle ? rule.premises[obstacle.premise ?? -1] : undefined;
  if ((obstacle.kind === 'missing' || obstacle.kind === 'type') && premise?.kind === 'holds')
    return sayMissing(source, rule, premise.atom, ways);
  const first = sayObstacle(model, attempt, (term) => sayTerm(catalogue, term));
  return ways.length > 1 ? `${first}; nor does it go in ${ways.length - 1} other ways` : first;
}

/** No way to match the premises before is one for this one. */
function sayMissing(source: ExplanationSource, rule: Rule, atom: Atom, ways: readonly Way[]): string {
  const { model } = source;
  const variables = atom.terms.flatMap((term) => (term.kind === 'variable' ? [term.variable] : []));
  const brought = variables.flatMap((variable) => {
    const giver = giverOf(rule, ways, variable);
    return giver === undefined ? [] : [{ variable, giver }];
  });
  const [tried, ...more] = brought;
  if (tried === undefined) return sayNothing(source, rule, atom, ways[0]?.binding ?? []);
  const terms = [...new Set(ways.map(({ binding }) => binding[tried.variable] ?? -1))];
  const template = model.declaration(memberOf(model, atom))?.template;
  if (more.length > 0 || template === undefined || atom.terms.length !== 2)
    return `${sayWays(source, rule, ways)}, for none of which there is ${sayAtom(atom, rule, [], () => '')}`;
  const [only = -1] = terms;
  const pronoun = terms.length === 1 ? sayTerm(source.catalogue, only) : 'none of them';
  const texts = atom.terms.map((term) =>
    term.kind === 'variable' && term.variable === tried.variable
      ? pronoun
      : term.kind === 'variable' && (ways[0]?.binding[term.variable] ?? -1) < 0
        ? sayAny(rule.types[term.variable])
        : sayPlace(source, rule, term, ways[0]?.binding ?? []),
  );
  const by = knownBy(model, atom);
  // “None of them is reported to …” and “is reported to mitigate none of them” deny by themselves.
  const failing = reportedSentence(template, texts, { by, negated: terms.length === 1 });
  return `${sayGiver(source, rule, tried.giver, tried.variable, ways)}; ${failing}`;
}

/** The premise, by number, whose facts brought a variable; undefined where the conclusion did. */
function giverOf(rule: Rule, ways: readonly Way[], variable: number): number | undefined {
  const isInHead = rule.head.terms.some((term) => term.kind === 'variable' && term.variable === variable);
  if (isInHead) return undefined;
  return ways[0]?.matched.find(({ premise }) => {
    const written = rule.premises[premise];
    return (
      written?.kind === 'holds' &&
      written.atom.terms.some((term) => term.kind === 'variable' && term.variable === variable)
    );
  })?.premise;
}

/** `OilRig (G0049) is reported to use 25 pieces of software`, reported and derived apart. */
function sayGiver(
  source: ExplanationSource,
  rule: Rule,
  giver: number,
  variable: number,
  ways: readonly Way[],
): string {
  const { model, catalogue } = source;
  const written = rule.premises[giver];
  if (written?.kind !== 'holds') return '';
  const reported = new Set<number>();
  const derived = new Set<number>();
  for (const { binding, matched } of ways) {
    const fact = matched.find(({ premise }) => premise === giver);
    const isReported = fact !== undefined && fact.row < model.relation(fact.relation).reportedSize;
    (isReported ? reported : derived).add(binding[variable] ?? -1);
  }
  for (const term of reported) derived.delete(term);
  const { atom } = written;
  const template = model.declaration(memberOf(model, atom))?.template;
  const shown = reported.size > 0 ? reported : derived;
  if (template === undefined || atom.terms.length !== 2 || hasOtherVariables(rule, atom, variable, ways))
    return sayWays(source, rule, ways);
  const things = sayThings(catalogue, [...shown]);
  const more =
    reported.size > 0 && derived.size > 0 ? ` and held by rules to do so with ${derived.size} more` : '';
  const texts = atom.terms.map((term) =>
    term.kind === 'variable' && term.variable === variable
      ? things
      : sayPlace(source, rule, term, ways[0]?.binding ?? []),
  );
  const subject = atom.terms[template.startsWith('{0}') ? 0 : 1];
  const isSubject = subject?.kind === 'variable' && subject.variable === variable;
  return `${reportedSentence(template, texts, { by: reported.size > 0 ? 'reported' : 'derived', isPlural: isSubject && shown.size > 1 })}${more}`;
}

/** Whether an atom has a variable beside the one asked about that other premises brought. */
function hasOtherVariables(rule: Rule, atom: Atom, variable: number, ways: readonly Way[]): boolean {
  return atom.terms.some(
    (term) =>
      term.kind === 'variable' &&
      term.variable !== variable &&
      giverOf(rule, ways, term.variable) !== undefined &&
      new Set(ways.map(({ binding }) => binding[term.variable])).size > 1,
  );
}

/** `there are 12 ways to match uses(OilRig (G0049), S), subtechnique-of(S, P)`: for rules whose premises no sentence can be made of. */
function sayWays({ catalogue }: ExplanationSource, rule: Rule, ways: readonly Way[]): string {
  const isHead = new Set(
    rule.head.terms.flatMap((term) => (term.kind === 'variable' ? [term.variable] : [])),
  );
  const known = (ways[0]?.binding ?? []).map((term, variable) => (isHead.has(variable) ? term : -1));
  const matched = new Set((ways[0]?.matched ?? []).map(({ premise }) => premise));
  const atoms = [...matched].flatMap((number) => {
    const premise = rule.premises[number];
    return premise?.kind === 'holds'
      ? [sayAtom(premise.atom, rule, known, (term) => sayTerm(catalogue, term))]
      : [];
  });
  return `there ${ways.length === 1 ? 'is 1 way' : `are ${ways.length} ways`} to match ${atoms.join(', ')}`;
}

/** Nothing matches the first premise: `RedCurl (G1039) is reported to use no software`. */
function sayNothing(source: ExplanationSource, rule: Rule, atom: Atom, binding: readonly number[]): string {
  const { model } = source;
  const relation = memberOf(model, atom);
  const declared = model.declaration(relation);
  const by = knownBy(model, atom);
  if (declared === undefined || atom.terms.length !== 2)
    return `no fact ${sayAtom(atom, rule, binding, (term) => sayTerm(source.catalogue, term))}`;
  const free = atom.terms.map((term) => term.kind === 'variable' && (binding[term.variable] ?? -1) < 0);
  const texts = atom.terms.map((term, at) =>
    free[at] === true && term.kind === 'variable'
      ? sayNone(rule.types[term.variable] ?? typesAt(declared.terms, at))
      : sayPlace(source, rule, term, binding),
  );
  return reportedSentence(declared.template, texts, { by, negated: !free.includes(true) });
}

function typesAt(
  terms: readonly { readonly types: readonly string[] }[],
  at: number,
): readonly string[] | undefined {
  const types = terms[at]?.types ?? [];
  return types.length === 0 ? undefined : types;
}

function sayPlace(
  { catalogue }: ExplanationSource,
  rule: Rule,
  term: Atom['terms'][number],
  binding: readonly number[],
): string {
  if (term.kind === 'constant') return `“${term.text}”`;
  const bound = binding[term.variable] ?? -1;
  return bound < 0 ? (rule.variables[term.variable] ?? '_') : sayTerm(catalogue, bound);
}

/** The relation whose template an atom is put in: that of a union's first member, which is the reported one by custom. */
function memberOf(model: Model, atom: Atom): string {
  return membersOf(model, atom.relation)[0] ?? atom.relation;
}

/** Whether an atom is about what is reported, what rules derive, or either. */
function knownBy(model: Model, atom: Atom): KnownBy {
  const heads = new Set(model.rules.map(({ head }) => head.relation));
  const members = membersOf(model, atom.relation);
  const derived = members.filter((member) => heads.has(member));
  if (derived.length === 0) return 'reported';
  return derived.length === members.length &&
    members.every((member) => model.relation(member).reportedSize === 0)
    ? 'derived'
    : 'either';
}
