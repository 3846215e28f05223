import type { ProsePattern } from '../pattern.ts';
import type { Phrase } from '../words/phrases.ts';

/** Words behind which victims are named, up to the words of `CLOSERS`. */
export interface VictimPattern extends ProsePattern, Phrase {
  /** True where the words say so only once victims have been spoken of in the sentence. */
  readonly again?: true;
}

/** What is attacked with, or by way of: `compromised websites` are no victims. */
const MEANS =
  '(?! (?:and [a-z]+ )?(?:web ?sites?|sites?|credentials?|accounts?|infrastructure|(?:web )?servers?|devices?|routers?|hosts?|systems?|machines?|e-?mail|domains?|networks? of|versions?|updates?|installers?|software|packages?|environments?|cameras?|computers?)\\b)';

const COMPROMISED = [
  `(?:compromis(?:ed|es|ing)|infect(?:ed|ing))\\b${MEANS}`,
  '(?<=\\b(?:to|and) )compromise\\b',
  'compromises (?:of|at)\\b',
  'breach(?:ed|es|ing)\\b(?: of)?',
  '(?:infiltrat|penetrat|victimi[sz])(?:ed|es|ing)\\b',
  '(?:attack|extort)(?:ed|ing)\\b',
  'hack(?:ed|ing)\\b(?: into)?',
  'spied on\\b',
  'spying on\\b',
  'spear-?phish(?:ed|ing)\\b(?! (?:e-?mail|messag|campaign|attack|lure))',
  'defac(?:ed|ing)\\b',
  'gain(?:ed|ing)? access to\\b',
].join('|');

/** The clauses that name victims. Of two that match at one place, the first row counts. */
export const VICTIM_PATTERNS: readonly VictimPattern[] = [
  {
    name: 'targets',
    label: 'whom something targets: `targets`, `has targeted`, `targeting`, `targets include`',
    begins: 'target',
    words: /target(?:s|ed|ing)?\b(?! (?:machines?|systems?|hosts?|computers?|devices?|environments?)\b)/y,
    example: 'Amber Gull has targeted Ukrainian government networks and banks in Poland.',
    gives: ['targets Ukraine', 'targets government', 'targets financial services', 'targets Poland'],
  },
  {
    name: 'against',
    label: 'against whom operations, campaigns or tools are directed',
    begins: 'against',
    words: /against\b/y,
    behind:
      /\b(?:attack|campaign|operation|intrusion|activit|espionage|phish|malware|ransomware|wiper|backdoor|trojan|implant|exploit|used|using|deploy|conduct|launch|direct|operat|carried out|carry out|effort|compromise|surveillance|spyware|active|tool|assault|incident|stage|sabotage|chains?\b)[^.;]{0,80}(?<!\b(?:retaliation|revenge|retribution|protests?|sanctions|war|defend[a-z]*|protect[a-z]*|guard) )$/,
    example: 'Amber Gull ran phishing campaigns against law firms in Canada.',
    gives: ['targets legal services', 'targets Canada'],
  },
  {
    name: 'victims',
    label: 'who or where the victims are: `victims in`, `victims include`, `victims have been in`',
    begins: 'victims',
    words: /victims\b/y,
    example: 'The victims of Amber Gull have been hospitals in Brazil.',
    gives: ['targets healthcare', 'targets Brazil'],
  },
  {
    name: 'attacks-on',
    label:
      'on whom or where attacks, intrusions, campaigns or operations are: `attacks on`, `intrusions into`, `campaigns across`',
    begins:
      'activity attack intrusion raid campaign operation strike espionage assault incident spying surveillance',
    words:
      /(?:activity|attacks?|intrusions?|raids?|campaigns?|operations?|strikes?|espionage|assaults?|incidents?|spying|surveillance) (?:(?:mainly|primarily|mostly|both|were|focused|aimed) )?(?:on|in(?! (?:support|order|line|conjunction|association|coordination|early|mid|late|which|retaliation|response|\d))|into|at(?! (?:the (?:behest|direction|request|time)|least))|across|throughout|within)\b/y,
    example: 'Amber Gull is known for attacks on railways in Finland.',
    gives: ['targets transportation', 'targets Finland'],
  },
  {
    name: 'compromised',
    label: 'whom something attacked, compromised, breached, infiltrated, infected or hacked',
    begins:
      'compromise breach infiltrate penetrate victimise attack extort hack infect spied spying spear deface gain',
    words: new RegExp(COMPROMISED, 'y'),
    example: 'Amber Gull compromised telecommunication providers in Kenya.',
    gives: ['targets telecommunications', 'targets Kenya'],
  },
  {
    name: 'focus',
    label: 'on whom or where a focus, an emphasis, an interest lies',
    begins: 'focus emphasis concentrate interest',
    words:
      /(?:focus(?:e[sd]|ing)?|emphasi[sz](?:es|ed|ing)|emphasis|concentrat(?:es|ed|ing|ions?)|interest(?:ed)?)(?: [a-z-]+){0,4}? (?:on|in|against|around)\b/y,
    example: 'Amber Gull focuses on embassies, with an interest in Japanese universities.',
    gives: ['targets diplomacy', 'targets Japan', 'targets education'],
  },
  {
    name: 'aimed-at',
    label: 'at whom something is aimed, on whom it preys',
    begins: 'aim aime aims direct go goes going prey',
    words:
      /(?:aim(?:ed|s|ing)|directed) (?:at|towards?)\b|go(?:es|ing)? after\b|prey(?:s|ed|ing)? (?:up)?on\b/y,
    example: 'The operation was aimed at airlines.',
    gives: ['targets transportation'],
  },
  {
    name: 'affecting',
    label: 'whom something affected, impacted or hit',
    begins: 'affect impact hitting striking victimology',
    words:
      /(?:affect(?:s|ed|ing)|impact(?:s|ed|ing)|hitting|striking|victimology (?:includes|spans|covers))\b/y,
    example: 'Its worm spread quickly, affecting hospitals in Ireland.',
    gives: ['targets healthcare', 'targets Ireland'],
  },
  {
    name: 'active-in',
    label: 'where something is active',
    begins: 'active',
    words:
      /active (?:[a-z]+ly )?(?:in(?! (?:early|mid|late|the (?:early|mid|late)|\d|(?!beijing)[a-z]+ing\b))|across|throughout)\b/y,
    example: 'Amber Gull is mostly active in Central Asia.',
    gives: ['targets Central Asia'],
  },
  {
    name: 'expanded-to',
    label: 'to whom operations were expanded or shifted',
    begins: 'expand broaden shift extend',
    words: /(?:expand|broaden|shift|extend)(?:s|ed|ing)?\b(?:(?!target)[^.;]){0,60}?\b(?:to|into)\b/y,
    example: 'By 2020 Amber Gull expanded its operations to Chile.',
    gives: ['targets Chile'],
  },
  {
    name: 'stolen-from',
    label: 'from whom something was stolen',
    begins: 'steal stole stolen theft exfiltrate',
    words: /(?:steal(?:s|ing)?|stole|stolen|theft|exfiltrat(?:es|ed|ing))\b[^,.;]{0,50}?\bfrom\b/y,
    example: 'Amber Gull stole funds from banks in Vietnam.',
    gives: ['targets financial services', 'targets Vietnam'],
  },
  {
    name: 'sent-to',
    label: 'to whom lures were sent',
    begins: 'e emails messages lures documents attachments sent delivered',
    words: /(?:e-?mails?|messages|lures|documents|attachments|sent|delivered) to\b/y,
    example: 'It sent spearphishing emails to journalists in Mexico.',
    gives: ['targets news and media', 'targets Mexico'],
  },
  {
    name: 'located-in',
    label:
      'where those are who were named as victims before: `located in`, `particularly in`, `including those in`',
    begins:
      'located residing situated based headquartered especially particularly primarily mainly mostly notably predominantly including countries sectors industries organizations',
    words:
      /(?:(?<!\b(?:to be|is|was|groups?|actors?|gang|team|adversary|collective) )(?:located|residing?|situated|based|headquartered)|especially|particularly|primarily|mainly|mostly|notably|predominantly|including(?: (?:those|some|organi[sz]ations|entities|victims|targets))?|(?:countries|sectors|industries|organi[sz]ations) (?:such as|including|like)) (?:in |across |within |throughout )?/y,
    again: true,
    example: 'Amber Gull infects victims via email, primarily in Greece.',
    gives: ['targets Greece'],
  },
];
