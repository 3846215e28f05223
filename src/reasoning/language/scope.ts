import { closestName } from '../../text/index.ts';
import { type RelationDeclaration } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import type { Union, Vocabulary } from '../program.ts';
import type { Reporter } from './reporter.ts';
import type { NameSyntax, RelationSyntax, TextSyntax, TypeSyntax, UnionSyntax } from './syntax.ts';
import { declaredTypes, unite, type TypeSet } from '../type-set.ts';

/** The names that rules may use: what the vocabulary gives, and what the rule files have declared so far. */
export interface Scope {
  readonly relations: Map<string, RelationDeclaration>;
  readonly unions: Map<string, Union>;
  /** STIX types by type name; a STIX type is a type name too. */
  readonly types: Map<string, readonly string[]>;
}

/** A scope with the vocabulary's relations and types. */
export function scopeOf(vocabulary: Vocabulary): Scope {
  const aliases = vocabulary.typeAliases.map(({ name, types }) => [name, types] as const);
  const mentioned = [
    ...vocabulary.typeAliases.flatMap((alias) => alias.types),
    ...vocabulary.relations.flatMap(({ terms }) => terms.flatMap((term) => term.types)),
  ];
  return {
    relations: new Map(vocabulary.relations.map((relation) => [relation.name, relation])),
    unions: new Map(),
    types: new Map([...mentioned.map((type) => [type, [type]] as const), ...aliases]),
  };
}

/** A scope that rules have already been checked in. */
export function scopeOfProgram(
  program: { readonly relations: readonly RelationDeclaration[]; readonly unions: readonly Union[] },
  vocabulary: Vocabulary,
): Scope {
  const scope = scopeOf(vocabulary);
  for (const relation of program.relations) scope.relations.set(relation.name, relation);
  for (const union of program.unions) scope.unions.set(union.name, union);
  return scope;
}

export function declareType(syntax: TypeSyntax, scope: Scope, reporter: Reporter): void {
  if (isTaken(scope.types.has(syntax.name.text), 'type', syntax.name, reporter)) return;
  scope.types.set(syntax.name.text, resolveTypes(syntax.members, scope, reporter));
}

export function declareRelation(syntax: RelationSyntax, scope: Scope, reporter: Reporter): void {
  const name = syntax.name.text;
  const known = scope.relations.has(name) || scope.unions.has(name);
  if (isTaken(known, 'relation', syntax.name, reporter)) return;
  scope.relations.set(name, {
    name,
    terms: syntax.terms.map((term) => ({
      name: term.name.text,
      types: resolveTypes(term.types, scope, reporter),
    })),
    template: numberPlaceholders(
      syntax.template,
      syntax.terms.map((term) => term.name.text),
      reporter,
    ),
  });
}

export function declareUnion(syntax: UnionSyntax, scope: Scope, reporter: Reporter): void {
  const name = syntax.name.text;
  const known = scope.relations.has(name) || scope.unions.has(name);
  if (isTaken(known, 'union', syntax.name, reporter)) return;
  const members = syntax.members.flatMap((member) => {
    if (member.text === name) {
      reporter.report(ISSUES.unevenUnion, member.at, `Union \`${name}\` contains itself.`);
      return [];
    }
    return scope.unions.get(member.text)?.members ?? knownRelation(member, scope, reporter);
  });
  const arities = new Set(members.map((member) => scope.relations.get(member)?.terms.length));
  if (arities.size > 1) {
    const message = `The members of union \`${name}\` have different numbers of terms.`;
    reporter.report(ISSUES.unevenUnion, syntax.name.at, message);
  }
  scope.unions.set(name, { name, members: [...new Set(members)] });
}

/** The types that a position of a relation or union may have, one entry a term; undefined where the name is unknown. */
export function termTypes(relation: string, scope: Scope): readonly TypeSet[] | undefined {
  const members = scope.unions.get(relation)?.members ?? [relation];
  return (
    members
      .map((member) => scope.relations.get(member)?.terms.map((term) => declaredTypes(term.types)))
      // A union that contains only itself has no members left.
      .reduce<readonly TypeSet[] | undefined>(
        (all, types, at) =>
          at === 0 ? types : all && types && all.map((set, term) => unite(set, types[term])),
        undefined,
      )
  );
}

/** STIX types for type names; unknown ones are reported and left out. */
export function resolveTypes(
  names: readonly NameSyntax[],
  scope: Scope,
  reporter: Reporter,
): readonly string[] {
  const types = names.flatMap((name) => {
    const found = name.isQuoted === true ? [name.text] : scope.types.get(name.text);
    if (found !== undefined) return found;
    const hint = didYouMean(name.text, [...scope.types.keys()]);
    reporter.report(ISSUES.unknownType, name.at, `There is no type \`${name.text}\`.`, hint);
    return [];
  });
  return [...new Set(types)];
}

/** Whether a relation or union of this name exists; reported where not. */
export function isKnown(name: NameSyntax, scope: Scope, reporter: Reporter): boolean {
  if (scope.relations.has(name.text) || scope.unions.has(name.text)) return true;
  const hint = didYouMean(name.text, [...scope.relations.keys(), ...scope.unions.keys()]);
  reporter.report(ISSUES.unknownRelation, name.at, `There is no relation \`${name.text}\`.`, hint);
  return false;
}

function knownRelation(name: NameSyntax, scope: Scope, reporter: Reporter): readonly string[] {
  return isKnown(name, scope, reporter) ? [name.text] : [];
}

function isTaken(known: boolean, what: string, name: NameSyntax, reporter: Reporter): boolean {
  if (known) {
    const message = `There is already a ${what} called \`${name.text}\`.`;
    reporter.report(ISSUES.duplicateDeclaration, name.at, message);
  }
  return known;
}

/** Term names in braces become term numbers, as in the vocabulary's sentences. */
function numberPlaceholders(template: TextSyntax, names: readonly string[], reporter: Reporter): string {
  return template.text.replace(/\{([^{}]*)\}/gu, (written, name: string) => {
    const number = names.indexOf(name);
    if (number >= 0) return `{${number}}`;
    const message = `The sentence names \`${written}\`, which is not a term of the relation.`;
    reporter.report(ISSUES.unknownPlaceholder, template.at, message);
    return written;
  });
}

function didYouMean(written: string, known: readonly string[]): string | undefined {
  const closest = closestName(written, known);
  return closest && `Did you mean \`${closest}\`?`;
}
