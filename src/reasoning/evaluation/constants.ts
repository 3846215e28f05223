import { issueOf, hasType, type Issue, type Universe } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import type { Rule } from '../program.ts';

/** Which things a constant may mean; default: those with this id, label or literal text. */
export type ConstantResolver = (text: string) => readonly number[];

/** The thing that a constant of a rule means, or why that cannot be said. */
export type ResolvedConstant =
  | { readonly term: number; readonly issue?: undefined }
  | { readonly term?: undefined; readonly issue: Issue };

/**
 * The one thing of the right type that a constant names.
 *
 * @param types STIX types it may have; undefined: any
 */
export function resolveConstant(
  text: string,
  types: readonly string[] | undefined,
  rule: Rule,
  universe: Universe,
  resolver: ConstantResolver,
): ResolvedConstant {
  const named = [...new Set(resolver(text))];
  const possible = named.filter((term) => types === undefined || hasType(universe, term, types));
  // A literal is its own text. Where a thing carries that text as its label, the thing is meant if it fits.
  const things = possible.filter((term) => universe.id(term) !== text);
  const fitting = things.length > 0 ? things : possible;
  const [term, ...others] = fitting;
  if (term === undefined) {
    const message = `Nothing ${named.length > 0 ? 'of a fitting type ' : ''}is called "${text}".`;
    return { issue: issueOf(ISSUES.unknownConstant, message, rule.place) };
  }
  if (others.length === 0) return { term };
  const candidates = fitting.map((candidate) => describe(universe, candidate)).join(', ');
  const message = `"${text}" may be any of ${fitting.length}: ${candidates}.`;
  return { issue: issueOf(ISSUES.ambiguousConstant, message, rule.place) };
}

function describe(universe: Universe, term: number): string {
  const label = universe.label(term);
  return `${universe.name(term)} (${label === '' ? '' : `${label}, `}${universe.id(term)})`;
}
