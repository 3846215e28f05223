import type { RuleMatches, SigmaTestAnswer } from '../../answers/index.ts';
import {
  dataTable,
  paragraph,
  table,
  type Block,
  type DataTable,
  type Document,
} from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { sayPlace } from '../words.ts';

/** Which rules match which events: all rules, then by what each matched the first events. */
export function sigmaTestDocument(answer: SigmaTestAnswer): Document {
  const { rules, events, eventsOfNoLog, eventsMatched, matches, missed, issues } = answer;
  return {
    title: `${count(matches.length, 'Sigma rule')} of ${groupDigits(rules)} ${matches.length === 1 ? 'matches' : 'match'}`,
    lead: `${groupDigits(eventsMatched)} of ${count(events, 'event')} ${eventsMatched === 1 ? 'is' : 'are'} matched by a rule.`,
    blocks: [
      ...(missed.length === 0 ? [] : [paragraph(`Expected, and does not match: ${missed.join(', ')}.`)]),
      ...(eventsOfNoLog === 0
        ? []
        : [
            paragraph(
              `Of ${count(eventsOfNoLog, 'event')} the log is not known: rules for all logs were held against ${eventsOfNoLog === 1 ? 'it' : 'them'}.`,
            ),
          ]),
      ...(matches.length === 0
        ? []
        : [
            table(
              ['Rule', 'Level', 'Where', numberColumn('Events')],
              matches.map((match) => [
                match.title,
                match.level ?? '',
                sayPlace(match),
                groupDigits(match.events.length),
              ]),
            ),
            ...tableSection(
              'By what they match',
              ['Rule', 'Event', 'Selection', 'Field', 'Value'],
              matches.flatMap(reasonRows),
            ),
          ]),
      ...notTested(issues),
    ],
  };
}

/** Events of a rule whose reasons are shown. */
const SHOWN = 3;

function reasonRows({ title, events }: RuleMatches): readonly (readonly string[])[] {
  return events
    .slice(0, SHOWN)
    .flatMap(({ number, selections }) =>
      selections.flatMap(({ name, found }) =>
        (found.length === 0 ? [{ value: 'as it asks' }] : found).map((one) => [
          title,
          String(number),
          name,
          ('field' in one ? one.field : undefined) ?? '',
          one.value,
        ]),
      ),
    );
}

function notTested(issues: SigmaTestAnswer['issues']): readonly Block[] {
  return tableSection(
    'Not held against events',
    ['Code', 'Where', 'Why'],
    issues.map(({ code, place, message }) => [code, sayPlace(place), message]),
  );
}

export function sigmaTestTables({ matches }: SigmaTestAnswer): readonly DataTable[] {
  const rows = matches.flatMap((match) => match.events.map((event) => ({ match, event })));
  return [
    dataTable('Matches', rows, {
      event: ({ event }) => event.number,
      id: ({ match }) => match.id,
      title: ({ match }) => match.title,
      level: ({ match }) => match.level,
      tags: ({ match }) => match.tags.join(' '),
      file: ({ match }) => match.file,
      selections: ({ event }) => event.selections.map(({ name }) => name).join(' '),
    }),
  ];
}
