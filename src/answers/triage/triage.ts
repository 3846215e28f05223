import { optional as mayLack } from 'zod/mini';
import { MARKING_LEVELS } from '../../facts/index.ts';
import { Mention } from '../explanation/mention.ts';
import { flag, fromFile, option, options, question, whole } from '../question.ts';
import { explained } from '../reasons.ts';
import { as, count, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { STANDINGS } from '../releases/migrate.ts';
import { COVERAGE } from '../threats/ranking.ts';

/** What was seen, as alerts and analysts say it. */
export const Incident = shape(
  'Incident',
  'What alerts or an analyst say of an incident, in the words of ATT&CK.',
  {
    id: optional(text('what it is called')),
    date: optional(text('when it happened, `YYYY-MM-DD`')),
    techniques: list(text('id or name of a technique'), 'techniques seen'),
    software: optional(list(text('id or name of malware or a tool'), 'software seen')),
    groups: optional(
      list(text('id or name of a group'), 'groups that the alerts name; not used for the ranking'),
    ),
    sectors: optional(list(text('a sector'), 'sectors of whom it happened to')),
    countries: optional(list(text('a country or region'), 'countries and regions of whom it happened to')),
    marking: optional(oneOf(MARKING_LEVELS, 'how far it may go: answers go no farther')),
  },
);
export type Incident = Of<typeof Incident>;

/** What an incident means: what the techniques are, and whose reported ways they are like. */
export const TriageQuestion = question({
  incident: fromFile(
    mayLack(Incident),
    'incident',
    '[technique-or-file...]',
    'ids or names of techniques, and files of alerts (OCSF, ECS, Sigma tags, MISP, STIX, layers, lists); `-` for standard input',
  ),
  software: options(
    '--software [name]',
    'malware or tool that was seen (repeatable); by itself: of a batch, use what its lines name',
  ),
  sector: options('--sector <name>', 'sector of whom it happened to (repeatable)'),
  country: options('--country <name>', 'country or region of whom it happened to (repeatable)'),
  date: option('--date <day>', 'when it happened', { fallback: 'as the alerts say' }),
  group: option('--group <name>', 'this group alone: what speaks for it, what against, and what to look for'),
  ...COVERAGE,
  top: whole('-n, --top <count>', 'candidates to show', { fallback: '10' }),
  all: flag('--all', 'show every technique and every match', { fallback: 'the rarest' }),
});
export type TriageQuestion = Of<typeof TriageQuestion>;

export const SeenTechnique = shape('SeenTechnique', 'A technique of the incident, and what is known of it.', {
  technique: as(Mention, 'the technique'),
  given: text(
    'as it was given; where that is an id of another release, `carried` of the answer says why it counts as this',
  ),
  tactics: list(Mention, 'tactics that it serves, in the order of the matrix'),
  description: text('its first sentence, as its source has it'),
  groups: count('live groups that are reported to use it, in campaigns too'),
  rarity: number(
    '0 or more: ln((groups with a profile + 1) ÷ (groups that use it + 0.5)); what a match of it counts',
  ),
  users: list(Mention, 'groups with most reports of it first; the first few where not all are asked for'),
  detections: list(Mention, 'detection strategies against it'),
  covered: optional(
    shape('SeenCoverage', 'How well a technique is covered.', {
      level: number('0 … 1; 0 where no file says that it is'),
      file: text('the file that says so; empty where none does'),
    }),
  ),
});
export type SeenTechnique = Of<typeof SeenTechnique>;

export const TechniqueMatch = explained(
  shape('TechniqueMatch', 'A technique of the incident that a group is known for.', {
    technique: as(Mention, 'the technique'),
    groups: count('groups that are reported to use it: the fewer, the more it says'),
    reports: count(
      'reports of the group’s own use, campaigns included; 0 where only its software has the technique',
    ),
    through: list(Mention, 'software of the group that has it, where no report of its own use does'),
    adds: number('what it adds to the score'),
  }),
  'technique',
  'group',
);
export type TechniqueMatch = Of<typeof TechniqueMatch>;

export const TriageCandidate = shape(
  'TriageCandidate',
  'A group whose reported ways are like what was seen.',
  {
    rank: count('1 for the first'),
    group: as(Mention, 'the group'),
    probability: number(
      '0 … 1, that an incident with this list is of this group, by later incidents; all groups and “none of them” come to 1',
    ),
    score: number('what the techniques, software and victim add up to'),
    margin: number('score less that of the next group; 0 for the last'),
    parts: list(
      shape('TriagePart', 'What one kind of evidence adds to a score.', {
        part: oneOf(['techniques', 'software', 'victim'], 'kind of evidence'),
        adds: number('what it adds'),
        found: text('what was found, in a few words; empty where nothing was'),
      }),
      'what the score is the sum of',
    ),
    matched: list(TechniqueMatch, 'techniques of the incident that it is known for, the rarest first'),
    unmatched: list(Mention, 'techniques of the incident that it is not known for, the rarest first'),
    new: number('0 … 1, share of the usable techniques that are new to the group'),
    reports: count('reports behind its profile'),
    newest: text('when the newest of them was published; empty where none is dated'),
    profile: count('techniques in its profile'),
    supersets: count('other groups that are known for all that it matches'),
  },
);
export type TriageCandidate = Of<typeof TriageCandidate>;

export const LookFor = shape(
  'LookFor',
  'A technique to look for next: what the candidates are known for beside what was seen.',
  {
    technique: as(Mention, 'the technique'),
    tactics: list(Mention, 'tactics that it serves'),
    expectation: number(
      '0 … 1, in what share of the reports on the candidates it stands, each candidate by its probability among them',
    ),
    groups: list(Mention, 'those candidates, the likeliest first'),
    detections: list(Mention, 'detection strategies against it'),
    covered: optional(truth('whether it would be seen, by the coverage given')),
  },
);
export type LookFor = Of<typeof LookFor>;

export const CarriedTechnique = shape(
  'CarriedTechnique',
  'A technique id that is not in the release in view.',
  {
    from: text('the id that was seen'),
    to: list(text('an id'), 'what it counts as: of several, all; none where it counts for nothing'),
    standing: oneOf(STANDINGS, 'how sure that is'),
    reason: text('why, in words'),
  },
);
export type CarriedTechnique = Of<typeof CarriedTechnique>;

/** What came of an attempt to rank. */
export const TRIAGE_OUTCOMES = ['ranked', 'weak', 'none-stands-out', 'too-little'] as const;

export const TriageAnswer = shape(
  'TriageAnswer',
  'What an incident means: its techniques, and groups whose reported ways are like it. It says who is documented to work so, not who did it.',
  {
    incident: optional(text('what it is called')),
    date: text('when it happened; empty where nobody says'),
    asOf: text(
      'day from which the age of reports counts: when it happened, else when the knowledge in view was last changed',
    ),
    techniques: list(SeenTechnique, 'techniques that are known, the rarest first'),
    software: list(Mention, 'software seen that is known'),
    sectors: list(text('a sector'), 'sectors of whom it happened to'),
    countries: list(text('a country'), 'countries of whom it happened to'),
    regions: list(text('a region'), 'regions and unions of countries of whom it happened to'),
    unknown: list(text('as given'), 'what is not known: techniques, software, sectors, countries'),
    carried: list(CarriedTechnique, 'ids of techniques that are not in the release in view'),
    outcome: oneOf(
      TRIAGE_OUTCOMES,
      'ranked; weak: three or four techniques, or little that distinguishes groups; none-stands-out: the first is hardly before the next; too-little: fewer than three usable techniques, or no group matches two, so that nothing is ranked',
    ),
    why: text('why it came out so'),
    candidates: list(TriageCandidate, 'groups in order; none where nothing is ranked'),
    of: count('live groups'),
    notListed: number('0 … 1, probability that the group is none of these'),
    next: list(LookFor, 'what to look for next, the most expected first'),
    measured: shape('TriageMeasured', 'How good such lists were on later incidents.', {
      incidents: count('incidents measured'),
      first: number('0 … 1, share of which the right group was first'),
      firstFive: number('0 … 1, share of which it was among the first five'),
      firstTen: number('0 … 1, share of which it was among the first ten'),
      unlisted: number('0 … 1, share of new incidents whose group no catalogue had yet'),
      on: text('what they were measured on'),
    }),
  },
);
export type TriageAnswer = Of<typeof TriageAnswer>;
