import { identify } from '../analysis/index.ts';
import { mention, sayMention } from '../analysis/index.ts';
import type { Identification } from '../analysis/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import type { Catalogue } from '../knowledge/index.ts';
import { sayType } from '../threat/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** What a name in a question stands for. */
export interface Found {
  readonly term: number;
  /** What the reader should know of how it was found: forwarded from a revoked one, withdrawn. */
  readonly notes: readonly string[];
}

/**
 * The one thing that a text names.
 *
 * @param types STIX types that the question is about; empty: any
 * @throws FoeprintError W601 when nothing has the name, W602 when several have, W603 when none of them is of these types
 */
export function findOne(catalogue: Catalogue, text: string, types: readonly string[] = []): Found {
  const found = identify(catalogue, text, types);
  if (found.kind === 'one') return { term: found.term, notes: notesOn(catalogue, text, found) };
  if (found.kind === 'several') throw ambiguous(catalogue, text, found.terms);
  const other = types.length === 0 ? undefined : identify(catalogue, text);
  throw other?.kind === 'one'
    ? wrongKind(catalogue, other.term, types)
    : unknown(catalogue, text, found.similar);
}

function notesOn(catalogue: Catalogue, text: string, { term, asked, by }: FoundOne): readonly string[] {
  const read = sayMention(mention(catalogue, asked));
  return [
    ...(by === 'spelling' ? [`“${text.trim()}” is read as ${read}.`] : []),
    ...withdrawalOf(catalogue, term, asked),
  ];
}

type FoundOne = Extract<Identification, { readonly kind: 'one' }>;

function withdrawalOf(catalogue: Catalogue, term: number, asked: number): readonly string[] {
  if (asked !== term) {
    const [from, to] = [mention(catalogue, asked), mention(catalogue, term)];
    return [`${sayMention(from)} is revoked; this is its successor ${sayMention(to)}.`];
  }
  const { withdrawn } = catalogue.entry(term);
  return withdrawn === undefined
    ? []
    : [`${sayMention(mention(catalogue, term))} is ${withdrawn}: its source has withdrawn it.`];
}

function ambiguous(catalogue: Catalogue, text: string, terms: readonly number[]): FoeprintError {
  const candidates = terms.map((term) => {
    const thing = mention(catalogue, term);
    return `${thing.label || thing.id} ${thing.name} (${sayType(thing.type)}${thing.withdrawn === undefined ? '' : `, ${thing.withdrawn}`})`;
  });
  return new FoeprintError([
    issueOf(
      WORKBENCH_ISSUES.ambiguousName,
      `“${text}” could be any of ${terms.length}: ${candidates.join('; ')}.`,
    ),
  ]);
}

function wrongKind(catalogue: Catalogue, term: number, types: readonly string[]): FoeprintError {
  const thing = mention(catalogue, term);
  const wanted = [...new Set(types.map(sayType))].join(', ');
  return new FoeprintError([
    issueOf(
      WORKBENCH_ISSUES.wrongKind,
      `${sayMention(thing)} is a ${sayType(thing.type)}; this question is about: ${wanted}.`,
    ),
  ]);
}

function unknown(catalogue: Catalogue, text: string, similar: readonly number[]): FoeprintError {
  const suggestions = similar.map((term) => sayMention(mention(catalogue, term))).join(', ');
  return new FoeprintError([
    issueOf(
      WORKBENCH_ISSUES.unknownName,
      `Nothing in view is called “${text}”.`,
      undefined,
      suggestions === '' ? undefined : `Did you mean ${suggestions}?`,
    ),
  ]);
}
