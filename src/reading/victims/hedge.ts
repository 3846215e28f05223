/** Words that say that something is held, not known: of whoever does it, right before the verb. */
const HELD =
  '(?:suspected|believed|thought|assessed|alleged|suspect|likely|possibly|potentially|probably|presumably|reportedly|allegedly|apparently|purportedly|perhaps|(?<!\\b(?:in|since|of|by|from|until|early|mid|late) )may|might|could|appears?|appeared|appearing|seems?|seemed|claim(?:s|ed|ing) to|unverified claims of)';

/** Words that may stand between them and the verb: `believed to have been primarily`, `may also have`. */
const AUXILIARIES =
  '(?: (?:to|of|have|has|had|having|be|is|are|was|were|been|being|also|it|they|now|first|even|not only|[a-z]+ly))*';

/** … and between them and the noun for what is done: `suspected to be behind a series of attacks`. */
const RESPONSIBLE = '(?: (?:responsible for|behind|involved in|conducting|to conduct)(?: [\\w-]+){0,8})?';

const BEFORE_VERB = new RegExp(`\\b${HELD}${AUXILIARIES}${RESPONSIBLE} $`);

/** `Researchers suspect that …` */
const BEFORE_SENTENCE =
  /\b(?:suspects?|believes?|assess(?:es|ed)?|speculate[sd]?|(?:is|are|was|were) (?:suspected|believed|thought|possible|likely))(?: with (?!high)[a-z]+ confidence)? that [^.;,]{0,80}$/;

/** Words that end what a hedge is said of. */
const OTHER_CLAUSE = /[;:,(]| (?:but|while|although|though|however|which|who) /;

/** Characters before a verb in which a hedge has room. */
const REACH = 160;

/** Whether a text, in lower case, hedges what a verb or noun that begins at a place says. */
export function isHedgedAt(lower: string, at: number): boolean {
  const before =
    lower
      .slice(Math.max(0, at - REACH), at)
      .split(OTHER_CLAUSE)
      .at(-1) ?? '';
  return BEFORE_VERB.test(before) || BEFORE_SENTENCE.test(before);
}

/** `as well as potentially managed service providers` */
const BEFORE_NAME =
  /\b(?:possibly|potentially|likely|probably|presumably|perhaps|reportedly|allegedly)(?: (?:also|in|including|against|the|some|other|others))*(?: [\w-]+)? $/;

/** Whether the name of one victim in a list is hedged. */
export function isHedgedName(lower: string, at: number): boolean {
  return BEFORE_NAME.test(lower.slice(Math.max(0, at - 60), at));
}
