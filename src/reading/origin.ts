import type { Span } from './described-text.ts';
import type { ProsePattern } from './pattern.ts';
import type { NamedPlace } from './victims/victims.ts';
import type { Mention } from './words/vocabulary.ts';
import type { Words } from './words/words.ts';

/** What must stand around a place for it to be where something comes from. */
interface OriginPattern extends ProsePattern {
  /** Words of which one must stand before the place, looked for first because that is cheap; any where there are none. */
  readonly needs?: readonly string[];
  /** Matches what stands before the place, up to it, in lower case. */
  readonly before: RegExp;
  /** Matches what follows the place. */
  readonly after: RegExp;
  /** Must not match before the place: whom something attacks may be linked to a state as well. */
  readonly unless?: RegExp;
  /** What the place may be: an adjective (`Iranian`), a name (`Iran`), an organ of the state (`the MOIS`). */
  readonly place: readonly ('adjective' | 'name' | 'organ')[];
  /** True where the sentence must be about the thing described: `The group is …`. */
  readonly ofSubject?: true;
}

/** Nouns for those who attack, and for what they do. */
const ACTOR =
  '(?:groups?|actors?|teams?|gangs?|adversar(?:y|ies)|hackers?|hacking|hacktivists?|apts?|collectives?|syndicates?|crews?|entit(?:y|ies)|clusters?|organi[sz]ations?|operators?|operations?|campaigns?|outfits?|units?|threats?|individuals?|criminals?|cybercriminals?|attackers?|contractors?|compan(?:y|ies)|firms?|spies|agents?|cells?|affiliates?|brokers?)';

/** Words between a verb and a place: articles, adjectives; nothing that changes what is spoken of. */
const ADJECTIVES =
  '(?:(?!(?:target|against|in|on|at|of|to|by|from|with|for|that|which|who|and|using|other|anti|pro|between|among|shared|than|like|as)\\b)[\\w/-]+,? )*';

/** Words between a place and the noun that it is said of. */
const TO_ACTOR = `(?:[-‐-–—  ](?!(?:target|against|in|on|at|of|to|by|from|with|for|that|which|who|companies|victims|users|banks)\\b)[\\w/()-]+)*?[-‐-–—  ]${ACTOR}\\b`;

/** Words between `to` and the state that something is attributed to. */
const TO_STATE =
  '(?:(?:the|a|an|actors?|individuals|people|members|hackers|groups?|threat|state|governments?|of|by|from|in|within|operating|out|based|interests|ties|suspected|likely|possibly|potentially|reportedly|probably|allegedly|affiliated|linked|associated|sponsored|working|acting|for|on|behalf|ministry|intelligence|security|military|services?|agenc(?:y|ies)|elements?|subordinate|unit|units|known|as|believed|be|to|with|cyber|interest|an?|nation|former|both|one|or|more|larger?|broader) )*(?:\\w+ and )?';

/** What may follow an adjective for the state itself to be meant. */
const STATE_AFTER =
  /^(?: and \w+)?(?:[-‐-–—](?:based|linked|nexus|aligned|affiliated|backed|sponsored|related))?(?: \([a-z]+\))?[-‐-–—  ](?:state|government|intelligence|military|ministry|army|nation|actors?|groups?|hack\w*|threat|apt|interests?|people|cyber|islamic|revolutionary|general|main|federal|foreign|communist|regime|security|nexus|origins?|espionage|adversar\w*|individuals?|operators?|company|firm|contractor|speaking actors|national|navy|air force|nationals?|citizens?|advanced|apparatus|authorities|service)/;

const ANYTHING = /^/;
/** A name of a state, not part of a longer expression that means something else. */
const NAME_AFTER =
  /^(?!(?:[-‐-–—  ](?:government )?(?:victims|targets|organi[sz]ations|entities|companies|users|attacks|embass))|[-‐-–—](?!based|linked|nexus|aligned|affiliated|backed|sponsored|related|associated))/;

/** Those who are attacked are linked to a state, or two states to each other. */
const OF_VICTIMS =
  /\b(?:target(?:s|ed|ing)?|attack(?:s|ed|ing)?|compromis(?:es|ed|ing)|against)\b[^.;]{0,80}\b(?:organi[sz]ations|entities|(?:web ?)?sites|companies|businesses|institutions|individuals|people|persons|figures|accounts)\b[^.;]*$|\b(?:normali[sz]\w+(?: of)?|diplomatic|trade|economic) (?:ties|links|connections) (?:to|with) [^.;]*$/;

/** The clauses that say where something comes from. Of two that match at one place, the first row counts. */
export const ORIGIN_PATTERNS: readonly OriginPattern[] = [
  {
    name: 'described-as',
    label: 'the country in what the thing is said to be: `is an Iranian threat group`, `a China-based actor`',
    needs: ['is ', 'was ', 'are ', 'were ', 'be ', 'being ', 'as ', 'group, '],
    before: new RegExp(
      `(?:^|\\b(?:is|was|are|were|be|being|as|group,)) (?:(?:\\w+ly|also|most|believed|thought|suspected|assessed|considered|said|known|reported|tracked|described|called)(?: with [\\w ]{1,25})? )*(?:to be |as )?(?:(?:a|an|the|one of(?: the)?) )?${ADJECTIVES}$`,
    ),
    after: new RegExp(`^(?! (?:companies|victims|users|banks))${TO_ACTOR}`),
    place: ['adjective', 'name'],
    ofSubject: true,
    example: 'Amber Gull is a suspected Iranian threat group that targets banks.',
    gives: ['originates-from Iran (suspected)'],
  },
  {
    name: 'subject',
    label: 'the country of those of whom the sentence speaks: `Suspected China-based actors compromised …`',
    before:
      /^(?:(?:the|these|this|a|an) )?(?:(?:suspected|likely|alleged|possible|unknown|new|sophisticated|prolific) )*$/,
    after: new RegExp(`^${TO_ACTOR}`),
    place: ['adjective', 'name'],
    example: 'The suspected Tunisian hackers compromised banks.',
    gives: ['originates-from Tunisia (suspected)'],
  },
  {
    name: 'attributed-to',
    label:
      'the state to which something is attributed or linked: `attributed to Russia’s FSB`, `linked to the Iranian government`',
    needs: [' to ', ' with ', ' within '],
    before: new RegExp(
      `\\b(?:attribut(?:ed|es|ion|able)|ascribed|traced(?: back)?|linked|links|tied|ties|connected|connections?|affiliated|aligned|associated|nexus|subordinate)\\b(?: [\\w-]+){0,6}? (?:to|with|within) ${TO_STATE}$`,
    ),
    unless: OF_VICTIMS,
    after: ANYTHING,
    place: ['adjective', 'name', 'organ'],
    example: 'Researchers have attributed Amber Gull to Belarus’s security service.',
    gives: ['originates-from Belarus'],
  },
  {
    name: 'operates-from',
    label: 'where something operates from, is based or originates',
    needs: [' from ', ' in ', ' out of ', ' within ', ' inside '],
    before:
      /\b(?:(?:operat\w+|work(?:s|ed|ing)|act(?:s|ed|ing)|based|originat\w+|hail\w*|stem\w*|emanat\w+) (?:out of|from|within|inside)|(?:believed|thought|likely|known|reportedly) (?:to be )?(?:based|located|headquartered) in|(?:groups?|actors?|teams?|gang|adversary|collective|hackers?|threat|entity|individuals|attackers?|organi[sz]ation) (?:\w+ly )?(?:from|(?:based|located|headquartered) in)|(?:is|are|was|were) (?:\w+ly )?(?:based|located|headquartered|from)(?: in)?) (?:the )?(?:[\w-]+ (?:province|republic|region|city|capital) (?:of|in) )?$/,
    after: NAME_AFTER,
    place: ['name'],
    ofSubject: true,
    example: 'Amber Gull is believed to operate out of Pakistan.',
    gives: ['originates-from Pakistan (suspected)'],
  },
  {
    name: 'conducted-by',
    label: 'the country of those who conducted a campaign',
    needs: [' by '],
    before: new RegExp(
      `\\b(?:conducted|carried out|executed|performed|launched|operated|run|orchestrated|led|perpetrated|used|leveraged|involved|involving) by ${ADJECTIVES}$`,
    ),
    after: new RegExp(
      `^(?:${TO_ACTOR}|[-‐-–—  ](?:ministry|government|military|intelligence|army|state)\\b)`,
    ),
    place: ['adjective', 'name'],
    ofSubject: true,
    example: 'Operation Gull was conducted by suspected China-nexus espionage actors.',
    gives: ['originates-from China (suspected)'],
  },
  {
    name: 'of-origin',
    label: 'the origin, roots or nexus that something is said to have',
    before: /\b(?:of|with|has|have|having|be|is|a|an|suspected|likely|possible|possibly|its|their) $/,
    after: /^[-‐-–—  ](?:origins?|roots|nexus|provenance|ties|connections)\b/,
    place: ['adjective', 'name'],
    ofSubject: true,
    example: 'Amber Gull is a threat group of likely Vietnamese origin.',
    gives: ['originates-from Vietnam (suspected)'],
  },
  {
    name: 'on-behalf-of',
    label: 'the state on whose behalf, in whose support or by whose support something acts',
    needs: [' of ', ' by ', ' for ', ' with ', ' within ', 'serv'],
    before: new RegExp(
      `\\b(?:on behalf of|in support of|in association with|at the (?:behest|direction) of|(?:sponsored|backed|supported|funded|directed|controlled|run|operated|employed|tasked) by|work(?:s|ing|ed)? for|serv(?:es|ing) |align(?:s|ed)?(?: closely)? with|(?:arm|unit|division|branch|component|department|bureau) (?:of|within)|in the interests? of) ${TO_STATE}$`,
    ),
    unless: OF_VICTIMS,
    after: STATE_AFTER,
    place: ['adjective', 'organ'],
    example: 'Amber Gull works for the Syrian government.',
    gives: ['originates-from Syria'],
  },
];

/** Where a sentence says that the thing comes from. */
export interface Origin {
  readonly pattern: string;
  readonly place: NamedPlace;
  /** Whether the sentence hedges: `suspected`, `believed to be`. */
  readonly isSuspected: boolean;
}

const HEDGE =
  /\b(?:suspect\w*|suspicion|believ\w*|thought|likely|possibl\w*|potential\w*|probabl\w*|alleged\w*|assess\w*|appears?|appearing|may|might|could|reportedly|claims?|claimed|claiming|self-proclaimed|ttps|techniques|commonly|consistent with|indicat\w*|suggest\w*|presum\w*|seem\w*|speculat\w*|tentative\w*|circumstantial|moderate confidence|low confidence|medium confidence)\b/;

const NEGATION =
  /\b(?:not|never|unattributed|no (?:direct |clear |definitive |known )?(?:evidence|link|links|connection|attribution|ties|relations?|connections?|affiliations?)|unknown (?:if|whether)|whether|(?:traffic|requests|ip addresses|emails|infrastructure|servers|domains) originating|den(?:y|ies|ied)|neither|nor|rather than|unlike|without|unclear|instead of|anti)\b/;

/** Characters before a place in which a clause that says where something comes from has room. */
const REACH = 160;

/** Where the sentence says that the thing comes from; places within clauses on victims are no origins. */
export function originsIn(
  { lower: text }: Words,
  clauses: readonly Span[],
  mentions: readonly Mention[],
  isOfSubject: (end: number) => boolean,
): readonly Origin[] {
  return mentions.flatMap((mention) => {
    const [meaning] = mention.meanings;
    if (meaning.kind !== 'country' && meaning.kind !== 'region' && meaning.kind !== 'organ') return [];
    if (clauses.some(({ from, to }) => mention.from >= from && mention.to <= to)) return [];
    const place = meaning.kind === 'organ' ? 'organ' : meaning.isAdjective ? 'adjective' : 'name';
    const before = text.slice(Math.max(0, mention.from - REACH), mention.from);
    const after = text.slice(mention.to, mention.to + REACH);
    const found = ORIGIN_PATTERNS.find((pattern) =>
      matches(pattern, place, before, after, mention.from, isOfSubject),
    );
    if (found === undefined || NEGATION.test(lastClause(before))) return [];
    const rows = meaning.kind === 'region' ? meaning.regions : [meaning.country];
    const isSuspected =
      HEDGE.test(lastClause(before)) ||
      HEDGE.test(after.slice(0, 100).split(/ (?:that|which|who|and) |[,;.]/)[0] ?? '');
    return rows.map((row): Origin => ({
      pattern: found.name,
      place: 'code' in row ? { kind: 'country', row } : { kind: 'region', row },
      isSuspected,
    }));
  });
}

function matches(
  pattern: OriginPattern,
  place: 'adjective' | 'name' | 'organ',
  before: string,
  after: string,
  at: number,
  isOfSubject: (end: number) => boolean,
): boolean {
  if (!pattern.place.includes(place)) return false;
  if (pattern.needs?.some((word) => before.includes(word)) === false) return false;
  if (!pattern.before.test(before) || pattern.unless?.test(before) === true) return false;
  if (place === 'organ') return true;
  if (place === 'adjective' && pattern.after === ANYTHING && !STATE_AFTER.test(after)) return false;
  if (place === 'name' && pattern.after === ANYTHING && !NAME_AFTER.test(after)) return false;
  return (
    pattern.after.test(after) &&
    (pattern.ofSubject !== true || isOfSubject(at)) &&
    !/^[-‐-–— ]speak/.test(after)
  );
}

/** What stands before a place without what another clause says. */
function lastClause(before: string): string {
  return before.split(/[;:]| (?:but|while|although|however|targeting|against) /).at(-1) ?? '';
}
