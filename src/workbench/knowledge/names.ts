import type { NamesAnswer } from '../../answers/index.ts';
import type { Reading } from '../../desk/index.ts';
import { kindOfType, type KindName } from '../../threat/index.ts';
import { restingOn } from '../resting-on.ts';
import type { Answered } from '../use-case.ts';
import { typesNamed } from './catalogue.ts';

/** Kinds that are looked for by name where nobody says which. */
const KINDS: readonly KindName[] = [
  'group',
  'actor',
  'campaign',
  'software',
  'technique',
  'tactic',
  'mitigation',
];

/**
 * Everything of some kinds by all its names. What is withdrawn is left out unless the selection takes it in.
 *
 * @throws FoeprintError W605 for a kind that there is not
 */
export function namesIn(
  reading: Reading,
  { types = [] }: { readonly types?: readonly string[] },
): Answered<NamesAnswer> {
  const { catalogue, selection } = reading.view;
  const terms = (types.length === 0 ? KINDS : types).flatMap((kind) =>
    catalogue.ofType(typesNamed(reading, kind), selection.withdrawn),
  );
  const things = [...new Set(terms)].map((term) => {
    const { id, type, label, name, aliases } = catalogue.entry(term);
    return { key: label || id, kind: kindOfType(type)?.name ?? type, name, aliases };
  });
  return {
    answer: { things },
    // To be short, it names things by their ATT&CK ids.
    restsOn: restingOn(reading.view, () => terms.map((term) => catalogue.id(term)).join(' ')),
  };
}
