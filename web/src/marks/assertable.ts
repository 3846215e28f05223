import type { AnswerOf } from 'foeprint/answers';
import type { Explanation, Mention } from '../api/answers.ts';

/** Something that an analyst may report, as the action `assert` takes it. */
export interface Assertable {
  /** By which the thing is named: its ATT&CK id, else its STIX id; a word as it is. */
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** What it is about, as answers about assertions have it. */
  readonly key: string;
  /** `APT29 uses Process Injection`. */
  readonly sentence: string;
  /** What it has to do with what was asked: that itself, what a rule concludes from it, or the same said directly. */
  readonly as: 'asked' | 'premise' | 'directly';
}

type Assertion = AnswerOf<'assertions'>['assertions'][number];
type Proof = Explanation['proofs'][number];

/** What rules derive is not asserted. Of these somebody may report the same directly. */
const DIRECTLY: Readonly<Record<string, string>> = {
  'indirectly-uses': 'uses',
  'uses-parent': 'uses',
  'indirectly-targets': 'targets',
};
/** What may be said of two groups, also that they are not the same. */
const BETWEEN_GROUPS = ['same-as', 'different-from', 'overlaps-with'];
const GROUPS: readonly string[] = ['intrusion-set', 'threat-actor'];
/** More of what proofs rest on is not offered. */
const MOST = 8;

/**
 * What may be asserted of two things, whose reasons are shown: the facts that were asked about, as far as sources report such; of derived
 * ones the same directly, and what the rules conclude from.
 *
 * @param sentences of relations that sources report, with `{0}` and `{1}` for names
 */
export function assertableOf(
  { first, second, explanations }: Pick<AnswerOf<'explain'>, 'first' | 'second' | 'explanations'>,
  sentences: Readonly<Record<string, string>>,
): readonly Assertable[] {
  const found = new Map<string, Assertable>();
  const add = (
    relation: string,
    [subject, object]: readonly Mention[],
    as: Assertable['as'],
    sentence?: string,
  ): void => {
    const template = sentences[relation];
    if (template === undefined || subject === undefined || object === undefined) return;
    const key = keyOf(idOf(subject), relation, idOf(object));
    const one = {
      key,
      subject: wordFor(subject),
      relation,
      object: wordFor(object),
      sentence: sentence ?? template.replace('{0}', () => subject.name).replace('{1}', () => object.name),
      as,
    };
    if (!found.has(key)) found.set(key, one);
  };
  for (const { fact } of explanations) {
    add(fact.relation, fact.terms, 'asked', fact.sentence);
    const direct = DIRECTLY[fact.relation];
    if (direct !== undefined) add(direct, fact.terms, 'directly');
  }
  if (GROUPS.includes(first.type) && GROUPS.includes(second.type))
    for (const relation of BETWEEN_GROUPS) add(relation, [first, second], 'directly');
  for (const { fact } of explanations
    .flatMap(({ proofs }) => proofs)
    .flatMap(leavesOf)
    .slice(0, MOST))
    add(fact.relation, fact.terms, 'premise', fact.sentence);
  return [...found.values()];
}

/** What is asserted already of any of these, by whom. */
export function assertionsOf(
  assertable: readonly Assertable[],
  assertions: readonly Assertion[],
): readonly Assertion[] {
  const keys = new Set(assertable.map(({ key }) => key));
  return assertions.filter(({ subject, relation, object, retracted }) => {
    const other = typeof object === 'string' ? object : object.literal;
    return !retracted && keys.has(keyOf(subject, relation, other));
  });
}

function keyOf(subject: string, relation: string, object: string): string {
  return `${subject} ${relation} ${object.toLowerCase()}`;
}

/** ATT&CK ids are for people, who read them in the journal; of other labels another thing may bear the same. */
function wordFor(mention: Mention): string {
  return /^[A-Z]+\d{4}(?:\.\d{3})?$/u.test(mention.label) ? mention.label : idOf(mention);
}

function idOf({ id, type, name }: Mention): string {
  return type === 'string' || id === '' ? name : id;
}

/** The facts that sources report at the ends of a proof. */
function leavesOf(proof: Proof): readonly Proof[] {
  return proof.kind === 'reported' ? [proof] : proof.premises.flatMap(leavesOf);
}
