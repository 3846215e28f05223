import type { AssertionsAnswer, AssertionsQuestion, ListedAssertion } from '../../answers/index.ts';
import { identify, sayTerm } from '../../analysis/index.ts';
import { ASSERTION_TYPE, readAssertion } from '../../stix/index.ts';
import { sayLevel, strictness, type NameResolver } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import type { Reading } from '../../desk/index.ts';
import { compareText } from '../../text/index.ts';
import { findOne } from '../names/find-one.ts';

/** The assertions in view, by source, then in order of the things that they are about. */
export function listAssertions(
  { view }: Reading,
  search: Partial<AssertionsQuestion> = {},
): AssertionsAnswer {
  const assertions = view.catalogue
    .ofType([ASSERTION_TYPE], true)
    .map((term) => assertionAt({ view }, term))
    .filter((assertion) => assertion !== undefined)
    .filter(({ source, retracted }) => {
      const isWanted = search.source === undefined || search.source === source;
      return isWanted && (search.retracted === true || !retracted);
    })
    .toSorted(
      (one, other) => compareText(one.source, other.source) || compareText(one.statement, other.statement),
    );
  return { assertions };
}

/**
 * The assertion with a short name or STIX id.
 *
 * @throws FoeprintError W601 when there is none
 */
export function findAssertion(reading: Reading, name: string): ListedAssertion | undefined {
  return assertionAt(reading, findOne(reading.view, name, [ASSERTION_TYPE]).term);
}

/** What the names in an assertion mean, as every other question understands them. */
export function nameResolver(view: Pick<KnowledgeView, 'catalogue' | 'object'>): NameResolver {
  const { catalogue } = view;
  // What is named to choose from says how far it may go: the complaint may be passed on.
  const say = (term: number): string => {
    const { stored } = catalogue.entry(term);
    const level = stored === undefined ? undefined : view.object(stored).level;
    const marking =
      strictness(level) > strictness('clear') && level !== undefined ? ` ${sayLevel(level)}` : '';
    return `${sayTerm(catalogue, term)}${marking}`;
  };
  return (text, types) => {
    const found = identify(catalogue, text, types);
    if (found.kind === 'one')
      return { kind: 'one', id: catalogue.id(found.term), name: catalogue.name(found.term) };
    return found.kind === 'several'
      ? { kind: 'several', candidates: found.terms.map(say) }
      : { kind: 'none', similar: found.similar().map(say) };
  };
}

function assertionAt({ view }: Reading, term: number): ListedAssertion | undefined {
  const { stored, label } = view.catalogue.entry(term);
  const assertion = stored === undefined ? undefined : readAssertion(view.object(stored).raw);
  return assertion === undefined ? undefined : { label, ...assertion };
}
