import { issueTable } from '../facts/index.ts';

/** Everything that can be wrong with what an export is asked for. */
export const EXPORT_ISSUES = issueTable({
  notARelationship: {
    code: 'E801',
    meaning: 'A fact whose ends are not two STIX objects cannot be written as a STIX relationship.',
    remedy: 'Leave out facts about literals such as platforms.',
  },
  factGivenTwice: {
    code: 'E802',
    meaning: 'The same derived fact was given twice, so that two objects would share an id.',
    remedy: 'Give each fact once, with all of its derivations.',
  },
  notAWeight: {
    code: 'E803',
    meaning: 'A weight lies outside 0 … 1.',
    remedy: 'Give the confidence as a number from 0 to 1.',
  },
  notATime: {
    code: 'E804',
    meaning: 'The time of an export cannot be read.',
    remedy: 'Give a time in UTC as in ISO 8601, e.g. `2026-01-31T12:00:00Z`.',
  },
});
