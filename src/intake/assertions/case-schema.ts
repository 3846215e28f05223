import * as z from 'zod/mini';
import { readTimestamp } from '../../stix/index.ts';
import { closestName, values } from '../../text/index.ts';
import { ASSERTION_STATUSES, RELATIONS, TLP_LEVELS, tlpNamed } from '../../threat/index.ts';

const { about, listOf, mapping, oneOrMore, text, understood } = values;

function oneOf<Word extends string>(
  what: string,
  words: readonly Word[],
  read = (written: string): Word | undefined => words.find((word) => word === written.toLowerCase()),
) {
  const expected = `a ${what}: ${words.join(', ')}`;
  const schema = understood(read, { expected, kind: 'choice' });
  return z.optional(schema.check(z.meta({ type: 'string', enum: [...words] })));
}

const STATUS = oneOf('status', ASSERTION_STATUSES);
const TLP = oneOf(
  'level of TLP',
  TLP_LEVELS.map(({ name }) => name),
  (written) => tlpNamed(written)?.name,
);
const KIND = oneOf('kind of case', ['incident', 'analyst'] as const);
const TIME = z.optional(understood(readTimestamp, { expected: 'a day or a timestamp', kind: 'day' }));
const TEXT = z.optional(text);

const RELATION_NAMES = RELATIONS.map(({ name }) => name);

/** A relation, in whatever spelling of its name: `attributed to`. */
const RELATION = understood((written) => RELATIONS.find(({ name }) => name === spelled(written)), {
  expected: 'a relation',
  kind: 'relation',
  suggest: (written) => {
    const meant = closestName(spelled(written), RELATION_NAMES);
    return meant === undefined ? '' : `Did you mean \`${meant}\`?`;
  },
});

function spelled(relation: string): string {
  return relation.toLowerCase().replaceAll(/[\s_]+/g, '-');
}

/** An assertion in a case file. */
export const ASSERTION = mapping({
  subject: about(
    TEXT,
    'what it is about: ATT&CK id, STIX id, or a name that only one thing goes by',
    'G0007',
  ),
  relation: about(z.optional(RELATION), 'a relation, in any spelling of its name', 'attributed to'),
  object: about(
    TEXT,
    'another thing; a country, region or sector in any usual spelling; or words, where the relation takes words',
    'T1059.001',
  ),
  source: about(
    TEXT,
    'who says so: a case number, an analyst; the `case` of the file where it is left out',
    'IR-7',
  ),
  status: about(
    STATUS,
    'how sure it is; that of the case where it is left out, else `suspected`',
    'confirmed',
  ),
  date: about(
    TIME,
    'when it was said: a day, or a timestamp in UTC; that of the case where it is left out',
    '2026-05-02',
  ),
  tlp: about(TLP, 'Traffic Light Protocol 2.0; that of the case where it is left out, else `amber`', 'green'),
  sentence: about(TEXT, 'the analyst’s own words'),
  first_seen: about(TIME, 'when the behaviour was first seen: a day, or a timestamp in UTC', '2026-04-28'),
  last_seen: about(TIME, 'when it was last seen', '2026-05-01T12:30:00Z'),
  references: about(
    oneOrMore(text, 'a text or a list of texts'),
    'addresses or names of documents, a list or separated by spaces',
    ['https://farm.example/reports/14'],
  ),
}).check(z.meta({ required: ['subject', 'relation', 'object'] }));

const HEAD = {
  case: about(TEXT, 'number of the case, or the name of the analyst', 'IR-2026-14'),
  title: about(TEXT, 'what it is called', 'Intruder in the network'),
  kind: about(KIND, '`incident` where it is left out', 'analyst'),
  date: about(TIME, 'of all its assertions that say none', '2026-05-02'),
  tlp: about(TLP, 'of the case, and of all its assertions that say none', 'amber'),
  status: about(STATUS, 'of all its assertions that say none', 'confirmed'),
};

/** What a case file says of the case as a whole. */
export const CASE_HEAD = mapping({ ...HEAD, assertions: z.optional(z.unknown()) });

/** A case file as YAML. */
export const CASE_FILE = mapping({
  ...HEAD,
  assertions: about(listOf(ASSERTION, 'a list of assertions'), 'what the case says'),
}).check(
  z.meta({
    title: 'Foeprint case file',
    description: 'What an incident case or an analyst says, as YAML: see docs/reference/cases.md.',
  }),
);
