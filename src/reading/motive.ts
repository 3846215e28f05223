import type { ProsePattern } from './pattern.ts';

/** Words that say why something is done. */
interface MotivePattern extends ProsePattern {
  /** Name in `MOTIVES`. */
  readonly motive: string;
  /** Parts of words of which one must be in the sentence, looked for first because that is cheap. */
  readonly needs: readonly string[];
  readonly words: RegExp;
}

/** The words that say why an adversary acts. */
export const MOTIVE_PATTERNS: readonly MotivePattern[] = [
  {
    name: 'financially-motivated',
    motive: 'financial gain',
    label:
      'financial motives, crime as a trade: `financially motivated`, `for financial gain`, `cybercriminal group`',
    needs: ['financ', 'motivated by', 'monetary', 'crim'],
    words:
      /\bfinancial(?:ly)?[- ](?:motivat\w+|driven|gain|profit|incentives?)|\bmotivated by (?:financial|profit|money|monetary)|\bmonetary gain|\b(?:cyber[- ]?|e-?)(?:crime|criminal)s?[- ](?:groups?|actors?|gangs?|organi[sz]ations?|syndicates?|collectives?|enterprises?|threat|operations?|outfits?|entit(?:y|ies)|operators?|crews?|teams?)|\bcybercriminal\b(?=[^.]{0,20}\b(?:group|actor|gang)\b)/,
    example: 'Amber Gull is a financially motivated group.',
    gives: ['motivated-by financial gain'],
  },
  {
    name: 'ransoms',
    motive: 'financial gain',
    label: 'ransomware as a trade: `ransomware group`, `Ransomware-as-a-Service`, `double extortion`',
    needs: ['ransomware', 'raas', 'extortion', 'hunting'],
    words:
      /\bransomware (?:threat |deployment |affiliate |criminal )?(?:groups?|gangs?|actors?|operators?|affiliates?|collectives?|crews?|campaigns?|intrusions?|operations?|entit(?:y|ies)|brand|families operated)\b|\bransomware[- ]as[- ]a[- ]service\b|\braas\b|\b(?:double|triple)[- ]extortion\b|\bbig[- ]game hunting\b|\bextortion (?:group|gang|operation|actor)s?\b/,
    example: 'Amber Gull runs a ransomware-as-a-service platform.',
    gives: ['motivated-by financial gain'],
  },
  {
    name: 'mines-cryptocurrency',
    motive: 'financial gain',
    label:
      'mining cryptocurrency on the machines of others: `cryptojacking`, `deploys cryptocurrency miners`',
    needs: ['crypto', 'monero', 'bitcoin'],
    words:
      /\bcryptojacking\b|\bcrypto(?:currency)?[- ]min(?:ing|ers?)\b|\bmin(?:e|ing) (?:crypto(?:currency|currencies)|monero|bitcoin)\b|\bmonero (?:cryptocurrency-)?min(?:ing|ers?)\b/,
    example: 'Amber Gull deploys cryptocurrency miners.',
    gives: ['motivated-by financial gain'],
  },
  {
    name: 'espionage',
    motive: 'espionage',
    label: 'espionage: `espionage group`, `for espionage`, `intelligence collection`',
    needs: ['espionage', 'intelligence'],
    words:
      /\b(?:cyber[- ]?|corporate |industrial |economic |political )?(?:cyber)?espionage\b|\bintelligence[- ](?:collection|gathering)\b|\b(?:gather(?:ing)?|collect(?:ing)?) intelligence\b/,
    example: 'Amber Gull is a cyber espionage group.',
    gives: ['motivated-by espionage'],
  },
  {
    name: 'destruction',
    motive: 'destruction',
    label: 'destructive attacks, sabotage, wipers',
    needs: ['destructive', 'sabotage', 'wip'],
    words:
      /\bdestructive (?:cyber ?|malware |wiper |and [a-z]+ )?(?:attacks?|operations?|campaigns?|threat (?:group|actor)|activit(?:y|ies)|malware|wiper|actor|group)|\bsabotage\b|\b(?:data[- ])?wip(?:er|ing) (?:malware |cyber ?)?(?:attacks?|operations?|campaigns?)/,
    example: 'Amber Gull has conducted destructive attacks.',
    gives: ['motivated-by destruction'],
  },
  {
    name: 'disruption',
    motive: 'disruption',
    label: 'disruptive campaigns, denial of service',
    needs: ['disruptive', 'ddos', 'denial'],
    words:
      /\bdisruptive (?:cyber ?|and [a-z]+ )?(?:attacks?|operations?|campaigns?|activit(?:y|ies)|actor|group)|\bddos (?:attacks?|campaigns?)|\bdenial[- ]of[- ]service attacks?\b/,
    example: 'Amber Gull is known for DDoS attacks.',
    gives: ['motivated-by disruption'],
  },
  {
    name: 'ideology',
    motive: 'ideology',
    label: 'hacktivism, political or ideological motives',
    needs: ['hacktivis', 'motivated', 'driven'],
    words:
      /\bhacktivis(?:t|ts|m)\b|\b(?:politically|ideologically|religiously)[- ](?:and [a-z]+ )?(?:motivated|driven)\b|\bmotivated by (?:political|ideolog|religio)\w*/,
    example: 'Amber Gull is a hacktivist collective.',
    gives: ['motivated-by ideology'],
  },
  {
    name: 'influence',
    motive: 'influence',
    label: 'influence operations, disinformation',
    needs: ['influence', 'information', 'propaganda'],
    words:
      /\b(?:cyber-?enabled )?influence (?:operations?|campaigns?|group|activit(?:y|ies)|efforts)|\bdisinformation\b|\binformation operations\b|\bpropaganda campaigns?\b/,
    example: 'Amber Gull runs influence operations.',
    gives: ['motivated-by influence'],
  },
];

/** A motive that a sentence names. */
export interface MotiveInText {
  readonly pattern: string;
  /** Name in `MOTIVES`. */
  readonly motive: string;
  readonly isSuspected: boolean;
}

const NOT_SO =
  /\b(?:not|no|never|without|rather than|instead of|unlike|other|anti|counter|against|combat\w*|disguised? as|posing as|masquerad\w+|pretend\w*|unclear|neither|nor|themes?|themed|related to|countering|unspecified|unrelated|separate)\b[\w\s-]{0,30}$|\b(?:coordinat|collaborat|cooperat|partner)\w*\b(?![\w\s-]*like-minded)[\w\s-]{0,20} with\b[\w\s-]{0,30}$/;
/** Motives that are only for show. */
const PRETENDED =
  /^[^.;,]{0,20}\bas (?:a |its |their )?(?:cover|front|guise|smokescreen|disguise)\b|^ (?:(?:[\w-]+ )?(?:lures?|e-?mails?|documents?|decoys?|themes?|topics?|subjects?|messages?|attachments?|pretexts?|content)|personas?|facade|guise|front)\b/;

const HEDGE =
  /\b(?:suspect\w*|possibl[ey]|potential|potentially|likely|probabl[ey]|may(?! \d)|might|could|alleg\w*|accus\w*|believe[ds]?|thought|assess\w*|appears?|appearing|apparent|apparently|seems?|seemingly|reportedly|presum\w*|purported\w*|suggest\w*|self-proclaimed|self-described|claim\w* to (?:be|have))\b[\w\s/-]{0,60}$/;

/** Why a sentence, in lower case, says that it is done. */
export function motivesIn(text: string): readonly MotiveInText[] {
  return MOTIVE_PATTERNS.flatMap(({ name, motive, needs, words }) => {
    if (!needs.some((part) => text.includes(part))) return [];
    const match = words.exec(text);
    if (match === null) return [];
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    return NOT_SO.test(before) || PRETENDED.test(after)
      ? []
      : [{ pattern: name, motive, isSuspected: HEDGE.test(before) }];
  });
}
