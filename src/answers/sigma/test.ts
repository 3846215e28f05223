import * as z from 'zod/mini';
import { IssueShape } from '../issue.ts';
import { fromFile, options } from '../question.ts';
import { count, foreign, list, optional, shape, text, type Of } from '../schema.ts';
import { RULE_FILES } from './rule-file.ts';

/** Which Sigma rules match which events of a log. */
export const SigmaTestQuestion = z.strictObject({
  rules: RULE_FILES,
  events: fromFile(
    list(foreign('an event, as its log has it in JSON'), 'events'),
    'log-events',
    '[events...]',
    'files of events: JSON, a list of JSON, or one to a line; of Windows (EVTX), Winlogbeat, ECS, or flat; by default standard input',
  ),
  expect: options('--expect <rule>', 'exit with 1 unless the rule of this id or file matches (repeatable)'),
});
export type SigmaTestQuestion = Of<typeof SigmaTestQuestion>;

const MatchingSelection = shape('MatchingSelection', 'A selection of a rule that an event has.', {
  name: text('its name'),
  line: optional(count('where it stands in the file')),
  found: list(
    shape('FoundValue', 'A value that it was found by.', {
      field: optional(text('the field; absent for a keyword')),
      value: text('the value of the event, shortened'),
    }),
    'by which values; none where it asks that something is not there',
  ),
});

export const RuleMatches = shape('RuleMatches', 'A rule that matches events.', {
  id: optional(text('its id')),
  title: text('its title'),
  level: optional(text('its level, as written')),
  tags: list(text('a tag'), 'its tags, as written'),
  file: text('where it stands'),
  line: optional(count('likewise')),
  events: list(
    shape('MatchedEvent', 'An event that it matches.', {
      number: count('which of the events, from 1'),
      selections: list(MatchingSelection, 'which selections made it match, in the order of the condition'),
    }),
    'in their order',
  ),
});
export type RuleMatches = Of<typeof RuleMatches>;

export const SigmaTestAnswer = shape('SigmaTestAnswer', 'Which Sigma rules match which events.', {
  rules: count('rules that were held against the events'),
  events: count('events'),
  eventsOfNoLog: count(
    'of those, events of which it is not known what log they are of: all rules are held against them',
  ),
  eventsMatched: count('of the events, those that a rule matches'),
  matches: list(RuleMatches, 'rules that match, in the order of their files'),
  missed: list(text('an id or a file'), 'of what was expected, what does not match'),
  issues: list(IssueShape, 'rules that could not be held against events, and why'),
});
export type SigmaTestAnswer = Of<typeof SigmaTestAnswer>;
