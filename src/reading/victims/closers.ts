import type { Phrase } from '../words/phrases.ts';

/** Words that end what a sentence says of victims, or what it says of the thing described at all. */
export interface Closer extends Phrase {
  /** True where the rest of the sentence speaks of others. */
  readonly ofOthers?: true;
}

const THREAT_ACTORS = '(?:groups?|threat groups?|actors?|threat actors?|entity|operation|team|clusters?)';

/** Words that close a clause by themselves: means, doers, times, reasons. */
export const CLOSING_WORDS: ReadonlySet<string> = new Set(
  `using leveraging via through utilizing utilising employing deploying exploiting abusing delivering distributing
   impersonating imitating mimicking masquerading pretending posing spoofing disguised by since during after before when
   while where although though however because whose which considered perceived deemed believed suspected alleged assessed
   excluding sells selling sold avoid avoids avoided avoiding never without competitor`.split(/\s+/),
);

/** Phrases that close a clause: means, purposes, other subjects, exceptions. */
export const CLOSERS: readonly Closer[] = [
  {
    begins: 'with',
    words:
      /with\b(?! (?:a |an |its |the )?(?:[a-z]+ ){0,2}(?:number|focus|emphasis|interest|concentration|victims|targets|expertise|many|most|some)\b)/y,
    behind: /(?<!\b(?:associated|along|together|coupled) )$/,
  },
  {
    begins: 'following',
    words: /following\b(?! (?:sectors|industries|countries|regions|organi[sz]ations|entities)\b)/y,
  },
  {
    begins: 'to and then',
    words:
      /(?:to|and|then) (?:steal|obtain|deliver|collect|conduct|distribute|deploy|exfiltrate|gather|access|monitor|track|spread|install|maintain|further|support|facilitate|achieve|cause|extort|avoid|evade|hide|host|transfer|send|use|perform|execute|establish|harvest|enable|make|provide|exploit|encrypt|redirect|influence|undermine|disseminate|embarrass|promote|advance|discredit|amplify|sow|shape|launder|finance|fund|serve|benefit)\b/y,
  },
  {
    begins:
      'similar comparable linked attributed aligned affiliated tied connected threat hostile opposed belonging',
    words:
      /(?:similar|comparable|linked|attributed|aligned|affiliated|tied|connected|threats?|hostile|opposed|belonging) (?:to|with)\b/y,
    behind: /(?<!\b(?:individuals|people|persons|those|organi[sz]ations|entities|companies|figures) )$/,
  },
  {
    begins:
      'of important relevant valuable useful beneficial critical on in for to under supportive sponsored seen attribute originate operate infrastructure hosted server arrest indict sanction accuse purport claim based',
    words:
      /(?:of (?:[a-z]+ ){0,3}(?:interest|importance|value|relevance|significance|concern) (?:to|for)|(?:important|relevant|valuable|useful|beneficial) (?:to|for)|(?:for|to) the benefit of|in the (?:[a-z]+ )?interests? of|in line with|(?:under|in) the (?:guise|pretext|cover) of|critical of|on behalf of|in (?:support|favou?r) of|supportive of|sponsored by|seen as|attribut[a-z]+|originat[a-z]+|operat[a-z]+ (?:out of|from)|infrastructure in|hosted (?:in|on)|servers? in|arrest[a-z]*|indict[a-z]*|sanction[a-z]*|accus[a-z]*|purport[a-z]*|claim[a-z]*|based on)\b/y,
    behind: /(?<!\bcritical )$/,
  },
  {
    begins: 'and but',
    words: /(?:and|but) (?:is|are|was|were|appears?|seems?|uses?|operates?|works?)\b/y,
  },
  {
    begins: 'in lead run ahead amid',
    words: /(?:(?:in the )?(?:lead|run)[- ]?up to|ahead of|amid(?:st)?)\b/y,
  },
  {
    begins:
      'outside except rather instead other apart aside with refrain exempt spares sparing not no compared',
    words:
      /(?:outside(?: of)?|except(?: for| in)?|rather than|instead of|other than|apart from|aside from|with the exception of|refrain[a-z]*|exempt[a-z]*|spar(?:es|ing)|not (?!only|limited|just)|no longer|compared (?:to|with))\b/y,
  },
  {
    begins:
      'overlap similarit similar share same distinct confused not mimic resemble unlike reminiscent formerly name named commonly used also another',
    words: new RegExp(
      `(?:overlap\\w*|similarit\\w*|shares? (?:some |several |many )?(?:characteristics|similarities|infrastructure|tooling)|similar to|same as|distinct from|confused with|not to be confused|mimic\\w*|resembl\\w*|unlike|reminiscent|formerly attributed|name (?:of|comes|derives|is based)|named (?:after|for)|(?:commonly |also )?used by (?:other|multiple|several|various)|another (?:[\\w-]+ ){0,4}${THREAT_ACTORS})\\b`,
      'y',
    ),
    ofOthers: true,
  },
  {
    begins: 'other',
    words: new RegExp(`other (?:[\\w-]+ ){0,2}${THREAT_ACTORS}\\b`, 'y'),
    behind: /\b(?:with|by|to|from|between|of) (?:several |various |multiple |many )?$/,
    ofOthers: true,
  },
];
