/**
 * Sentences about what is reported, made from the templates of relations: `{0} uses {1}` becomes `APT1 is reported to use Mimikatz`,
 * `no campaign is reported to be attributed to APT1`.
 */

/** How something may be known: only reported, only derived, or either; of what may be either, there are only denials. */
export type KnownBy = 'reported' | 'derived' | 'either';

const BY: Readonly<Record<KnownBy, string>> = {
  reported: 'reported to',
  derived: 'held by rules to',
  either: 'reported to',
};

/** What a denial adds where rules might have derived it, too. */
const NOR = ', nor do rules derive it';

/**
 * @param template sentence of a relation of two, e.g. `{0} uses {1}`
 * @param terms what stands for its terms
 * @param isPlural whether what the sentence is about is several
 * @param negated whether it denies that
 */
export function reportedSentence(
  template: string,
  terms: readonly string[],
  { by = 'reported', isPlural = false, negated = false }: ReportedSentence = {},
): string {
  const fill = (text: string): string =>
    text.replace(/\{(\d+)\}/gu, (_, at: string) => terms[Number(at)] ?? '');
  const parts = /^(\{\d+\}) (\S+ly )?(\S+)(.*)$/su.exec(template);
  const [, subject = '', adverb = '', verb = '', rest = ''] = parts ?? [];
  const infinitive = infinitiveOf(verb);
  const nor = by === 'either' ? NOR : '';
  if (infinitive === undefined)
    return `it is ${negated ? 'not ' : ''}${BY[by].replace(/ to$/u, '')} that ${fill(template)}${nor}`;
  return `${fill(subject)} ${isPlural ? 'are' : 'is'} ${negated ? 'not ' : ''}${BY[by]} ${adverb}${infinitive}${fill(rest)}${nor}`;
}

/** How a sentence is put. */
export interface ReportedSentence {
  readonly by?: KnownBy;
  readonly isPlural?: boolean;
  readonly negated?: boolean;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['is', 'be'],
  ['was', 'have been'],
  ['has', 'have'],
  ['does', 'do'],
  ['goes', 'go'],
]);

/** `uses` → `use`; undefined for what is no verb in the third person. */
function infinitiveOf(verb: string): string | undefined {
  const irregular = IRREGULAR.get(verb);
  if (irregular !== undefined) return irregular;
  if (!/^[a-z]+s$/u.test(verb)) return undefined;
  if (/(?:ss|sh|ch|x|zz)es$/u.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('ies') ? `${verb.slice(0, -3)}y` : verb.slice(0, -1);
}
