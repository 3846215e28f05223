import { datesIn, type DateInText } from './dates.ts';
import type { ProsePattern } from './pattern.ts';

/** How a sentence says when something was active: by the words around a date, or around two that make a span of time. */
interface ActivityPattern extends ProsePattern {
  /** Whether the date is the first, the last, or both; or two dates are the ends of a span. */
  readonly date: 'first' | 'last' | 'both' | 'span';
  /** What stands right before the date: one of these, looked for first because that is cheap, … */
  readonly ends: readonly string[];
  /** … and what it matches together with the words before it, in lower case. */
  readonly before: RegExp;
  /** Must not match before the date: a tool that somebody first saw is no group. */
  readonly unless?: RegExp;
  /** Matches what follows the date. */
  readonly after?: RegExp;
  /** True where the text must say `at least`. */
  readonly atLeast?: true;
  /** True for what has a beginning and an end: a campaign. */
  readonly ofCampaign?: true;
}

/** The date is of what somebody uses: `GandCrab ransomware, which has been active since`. */
const OF_A_TOOL =
  /\b(?:malware|backdoor|trojan|stealer|loader|botnet|kit|variant|infrastructure|domain|ransomware most commonly known)\b[^.;]{0,60}\b(?:which|that|that['’]s) (?:ha[sd] been |have been |been |is |was )?[a-z]* ?since (?:as early as )?$/;

/** The clauses that say when something was first and last seen. */
export const ACTIVITY_PATTERNS: readonly ActivityPattern[] = [
  {
    name: 'between',
    label: 'between when and when a campaign was active',
    date: 'span',
    ofCampaign: true,
    ends: ['between ', 'from '],
    before:
      /\b(?:active|operated|conducted|took place|occurred|carried out|activity|sequence of intrusions|campaign)\b[^.;]*?\b(?:between|from) $/,
    example: 'Operation Gull was conducted from May 2021 through February 2022.',
    gives: ['first-seen 2021-05', 'last-seen 2022-02'],
  },
  {
    name: 'was-active-between',
    label: 'between when and when a group was active or operated',
    date: 'span',
    ends: ['between ', 'from ', 'active ', 'operated ', 'since ', 'primarily ', 'mainly '],
    before:
      /\b(?:(?:was|were) (?:only |mainly |mostly )?active|operated|active since|since) (?:primarily |mainly )?(?:between |from )?$/,
    example: 'Amber Gull was active between 2016 and 2018.',
    gives: ['first-seen 2016', 'last-seen 2018'],
  },
  {
    name: 'active-since',
    label:
      'since when something has been active: `active since 2012`, `operating since May 2014`; any sentence that begins with `Since`',
    date: 'first',
    ends: ['since ', 'since as early as '],
    before: /(?:\b(?:active|operating|operated|existence|around) |^)since (?:as early as )?$/,
    unless: OF_A_TOOL,
    example: 'Amber Gull has been active since May 2014.',
    gives: ['first-seen 2014-05'],
  },
  {
    name: 'since',
    label:
      'since when something has been done that only the active do: `targeted … since 2012`, `observed … since`',
    date: 'first',
    ends: ['since ', 'since as early as '],
    before:
      /\b(?:activ\w*|operat\w*|exist\w*|conduct\w*|target\w*|observed|seen|tracked|attack\w*|campaigns?|espionage|victims|focused)\b[^.;]*[ —–-]since (?:as early as )?$/,
    unless: new RegExp(
      `\\b(?:malware|backdoor|trojan|tools?|samples?|loader|botnet|leak sites?|dls)\\b|${OF_A_TOOL.source}`,
    ),
    example: 'Amber Gull has targeted ports since May 2014.',
    gives: ['first-seen 2014-05'],
  },
  {
    name: 'since-at-least',
    label: 'since when something has been done, whatever it is, where the sentence says `at least`',
    date: 'first',
    ends: ['since ', 'as early as ', 'as far back as '],
    before: /\bsince (?:as early as |as far back as )?$/,
    unless: OF_A_TOOL,
    atLeast: true,
    example: 'They have stolen card data since at least 2013.',
    gives: ['first-seen 2013'],
  },
  {
    name: 'as-early-as',
    label: 'how early something operated: `as early as`, `dating back to`',
    date: 'first',
    ends: ['as early as ', 'as far back as ', 'back to '],
    before:
      /\b(?:operat\w*|active|activity|began|beginning|started|target\w*|observed|industries)\b[^.;]* as (?:early|far back) as $|\b(?:dating|dates|going|traced) back to $/,
    unless:
      /\b(?:malware|backdoor|trojan|tools?|samples?|versions?|variants?|timestamps?|domains?|registr\w*|artifacts?)\b/,
    example: 'Amber Gull is assessed to have operated as early as 2009.',
    gives: ['first-seen 2009'],
  },
  {
    name: 'first-observed',
    label: 'when something was first observed, reported or identified',
    date: 'first',
    ends: ['in ', 'on ', 'around ', 'during ', 'since '],
    before:
      /\b(?:first|initially|originally) (?:publicly |been )?(?:observed|seen|identified|detected|reported|discovered|appeared|emerged|spotted|disclosed|documented|noticed|surfaced)(?: publicly| by [\w.&' -]{1,40}?| active| operating| in the wild)?,? (?:in|on|around|during|since|back in) $/,
    unless:
      /\b(?:malware|backdoor|trojan|ransomware (?!group|gang|operation|actor)|tool|samples?|exploit|vulnerability|variant|loader|botnet)\b/,
    after:
      /^(?!,[^,.]{0,40}\b(?:loader|malware|ransomware (?!group|gang|operation|actor)|backdoor|trojan|stealer|botnet)\b)/,
    example: 'Amber Gull was first observed in December 2015.',
    gives: ['first-seen 2015-12'],
  },
  {
    name: 'emerged',
    label: 'when something emerged',
    date: 'first',
    ends: ['in ', 'around ', 'during '],
    before: /\bemerged (?:publicly )?(?:in|around|during) $/,
    unless: /\b(?:malware|backdoor|trojan|tool|variant)\b/,
    example: 'Amber Gull emerged in early 2020.',
    gives: ['first-seen 2020'],
  },
  {
    name: 'took-place',
    label: 'when a campaign took place',
    date: 'both',
    ofCampaign: true,
    ends: ['throughout ', 'in ', 'during ', 'on '],
    before:
      /\b(?:conducted|took place|occurred|carried out|active|campaign)\b(?:(?! (?:discovered|identified|disclosed|reported|that|which|starting|started|began|beginning|begun|launched|since)\b)[^.;,])*? (?:throughout|in|during|on) $/,
    after: /^(?! ?(?:and|to|through|until|-|–) )/,
    example: 'Operation Gull was a campaign conducted in November 2018.',
    gives: ['first-seen 2018-11', 'last-seen 2018-11'],
  },
  {
    name: 'began',
    label: 'when a campaign began',
    date: 'first',
    ofCampaign: true,
    ends: [
      'began ',
      'begun ',
      'started ',
      'starting ',
      'beginning ',
      'commenced ',
      'by ',
      'in ',
      'around ',
      'as early as ',
      'late ',
      'from ',
    ],
    before:
      /\b(?:began|begun|started|starting|beginning|commenced)(?: by| in| around| as early as| late| from)* $/,
    example: 'The campaign began in October 2024.',
    gives: ['first-seen 2024-10'],
  },
  {
    name: 'ongoing',
    label: 'until when something was known to go on',
    date: 'last',
    ends: ['as of ', 'until ', 'through ', 'as late as ', 'as recently as ', 'up to '],
    before:
      /\b(?:still )?(?:ongoing|active|continuing|continued|underway) (?:as of|until|through|as late as|as recently as|up to) $/,
    example: 'Amber Gull was still active as of May 2022.',
    gives: ['last-seen 2022-05'],
  },
];

/** When a sentence says that the thing was first or last seen. */
export interface Activity {
  readonly pattern: string;
  readonly relation: 'first-seen' | 'last-seen';
  /** As {@link DateInText} writes it. */
  readonly date: string;
}

const HAS_YEAR = /(?:19|20)\d\d/;

/** Changes of habit, and silence, are no beginning. */
const NO_BEGINNING =
  /\b(?:since then|has since|have since|shift\w*|switch\w*|no longer|inactive|dormant|renamed|rebrand\w*|differentiat\w*|pivot\w*|arrest\w*|quiet|ceased|evolved|has developed|have developed|adopted|diversif\w*|slow\w*|declin\w*|stopped|defunct)\b/;

/** What stands between the two dates of a span. */
const SPAN = /^ ?(?:and|to|through|until|till|-|–|—) ?$/;

/** Characters around a date in which a clause that says what it dates has room. */
const REACH = 240;

/** When a sentence, in lower case, says that the thing was active. */
export function activityIn(lower: string, isCampaign: boolean): readonly Activity[] {
  if (!HAS_YEAR.test(lower) || NO_BEGINNING.test(lower)) return [];
  const dates = datesIn(lower);
  return dates.flatMap((date, index) => {
    const next = dates[index + 1];
    const last = next !== undefined && SPAN.test(lower.slice(date.to, next.from)) ? next : undefined;
    const rows = ACTIVITY_PATTERNS.filter((row) => matches(row, lower, date, last, isCampaign));
    return rows.slice(0, 1).flatMap((row) => seen(row, date, last));
  });
}

function matches(
  row: ActivityPattern,
  lower: string,
  { from, to, isAtLeast }: DateInText,
  last: DateInText | undefined,
  isCampaign: boolean,
): boolean {
  if (row.ofCampaign === true && !isCampaign) return false;
  if (row.atLeast === true && !isAtLeast) return false;
  if ((row.date === 'span') !== (last !== undefined)) return false;
  if (!row.ends.some((end) => lower.startsWith(end, from - end.length))) return false;
  const before = lower.slice(Math.max(0, from - REACH), from);
  return (
    row.before.test(before) &&
    row.unless?.test(before) !== true &&
    row.after?.test(lower.slice(to, to + REACH)) !== false
  );
}

function seen(
  { name, date: kind }: ActivityPattern,
  { date }: DateInText,
  last: DateInText | undefined,
): readonly Activity[] {
  const first: Activity = { pattern: name, relation: 'first-seen', date };
  const end: Activity = { pattern: name, relation: 'last-seen', date: last?.date ?? date };
  if (kind === 'first') return [first];
  return kind === 'last' ? [end] : [first, end];
}
