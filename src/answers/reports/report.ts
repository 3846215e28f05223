import { ASSERTION_STATUSES, REPORT_VERDICTS } from '../../threat/index.ts';
import { argument, choice, flag, fromFile, question, whole } from '../question.ts';
import { Mention } from '../explanation/mention.ts';
import { as, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { GivenReport, REPORT_HEAD } from './given-report.ts';

/** How sure a suggestion is: good enough to be taken as it is, or for somebody to look at. */
export const SUGGESTION_TIERS = ['accept', 'review'] as const;

const READ = {
  tier: choice('--tier <tier>', SUGGESTION_TIERS, 'only suggestions that are so sure'),
  undecided: flag('--undecided', 'only suggestions that nobody has decided on'),
  evidence: whole('--evidence <count>', 'most sentences to give of each suggestion', { fallback: '3' }),
};

/** What a kept report is read to state. */
export const ReportShowQuestion = question({
  report: argument('<report>', 'a report that is kept: its label, the beginning of its id, or its title'),
  ...READ,
});
export type ReportShowQuestion = Of<typeof ReportShowQuestion>;

/** The same of a report that is not kept. */
export const ReportExtractQuestion = question({
  report: fromFile(
    GivenReport,
    'report',
    '[file]',
    'a report: PDF, DOCX, HTML, Markdown, text, STIX, MISP, DeTT&CT or Attack Flow; an address, or - for standard input',
  ),
  ...READ,
});
export type ReportExtractQuestion = Of<typeof ReportExtractQuestion>;

export const ReportSentence = shape('ReportSentence', 'A sentence of a report, in its words.', {
  text: text('the sentence'),
  place: optional(count('its number in the report, from 0; absent of one that stands in a field')),
  before: optional(text('the sentence before it, for context')),
  after: optional(text('the sentence behind it')),
});
export type ReportSentence = Of<typeof ReportSentence>;

export const NearProcedure = shape('NearProcedure', 'What a source reports of a technique in like words.', {
  who: optional(as(Mention, 'of whom; absent where it describes the technique itself')),
  text: text('in its words, cut where it is long'),
  object: text('id of the object that has it'),
});
export type NearProcedure = Of<typeof NearProcedure>;

const OTHER_DOMAINS = ['mobile-attack', 'ics-attack'] as const;

/** How a report can state something. */
export const STATED_BY = ['id', 'name', 'words', 'field', 'pattern'] as const;

export const DecidedSuggestion = shape('DecidedSuggestion', 'What was decided of a suggestion.', {
  verdict: oneOf(REPORT_VERDICTS, 'what was decided'),
  subject: optional(text('whose it is instead, as it was decided: an ATT&CK id, else a name')),
  object: optional(text('what holds instead, the same')),
  status: optional(oneOf(ASSERTION_STATUSES, 'how sure it is, where that was decided')),
  decidedAt: text('when: a timestamp'),
});

export const ReportSuggestion = shape('ReportSuggestion', 'Something that a report is read to state.', {
  key: text(
    'by which decisions name it: relation, subject and object by ATT&CK id, else name; the subject is `-` where it is open',
  ),
  relation: text('name of the relation: `uses`, `targets` …'),
  subject: optional(as(Mention, 'whose it is; absent where the report leaves it open')),
  candidates: list(Mention, 'whose it may be, where that is open'),
  object: as(Mention, 'what it is about; a place, sector, date or motive as well as a technique'),
  domain: optional(
    oneOf(OTHER_DOMAINS, 'of a technique that is not of Enterprise: the domain of ATT&CK that it belongs to'),
  ),
  statedBy: list(
    oneOf(STATED_BY, 'a way'),
    'how the report states it: by its id, by its name, in other words, in a field of its format, or in words that a pattern of prose reads',
  ),
  probability: optional(
    number('0 … 1, how likely the report states it; absent where that was never measured'),
  ),
  tier: oneOf(SUGGESTION_TIERS, 'whether it can be taken as it is'),
  sentences: list(ReportSentence, 'where, the one that speaks most for it first'),
  words: list(text('a word or two'), 'what in the first sentence says most, of techniques in other words'),
  near: list(NearProcedure, 'what sources report of the technique in like words, the most alike first'),
  knownFrom: list(text('name of a source'), 'sources that report the same already; none: it would be new'),
  decision: optional(as(DecidedSuggestion, 'what was decided of it')),
});
export type ReportSuggestion = Of<typeof ReportSuggestion>;

export const NamedGroup = shape('NamedGroup', 'A group that a report names.', {
  names: list(text('a name'), 'as the report writes it'),
  means: list(
    shape('NameMeaning', 'What a name may mean.', {
      group: as(Mention, 'the group'),
      claimants: list(text('who'), 'who gives it the name'),
      isSure: truth('whether nothing else is meant by it'),
    }),
    'what it may mean: one, or all of those between which the claims do not decide',
  ),
  mentions: count('how often it is named'),
  sentences: count('how many sentences speak of it, also without its name'),
});
export type NamedGroup = Of<typeof NamedGroup>;

export const ReportCounts = shape('ReportCounts', 'How many suggestions there are.', {
  suggestions: count('all of them'),
  accept: count('those that can be taken as they are'),
  review: count('the others'),
  open: count('those of which it is open whose they are'),
  decided: count('those that somebody decided on'),
  new: count('those that no source in view reports'),
});

/** What a report is read to state. */
export const ReportAnswer = shape('ReportAnswer', 'What a report is read to state.', {
  ...REPORT_HEAD,
  label: optional(text('by which it is named, e.g. `REP-1A2B3C4D`; absent where it is not kept')),
  addedAt: optional(text('when it was added: a timestamp')),
  isLoaded: truth('whether it is loaded as a source'),
  isInWords: truth(
    'whether techniques in other words were looked for; false where nothing in view states how any is used',
  ),
  characters: count('length of its text'),
  sentences: count('how many sentences it has'),
  groups: list(NamedGroup, 'groups that it names, best first'),
  software: list(Mention, 'software that it names, in the order of the text'),
  unknown: list(text('a name or id'), 'what its fields name that is nothing in view'),
  counts: as(ReportCounts, 'of all that it is read to state'),
  suggestions: list(
    ReportSuggestion,
    'those asked for: techniques, the most likely first; then software, then the rest',
  ),
});
export type ReportAnswer = Of<typeof ReportAnswer>;
