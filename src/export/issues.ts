import type { IssueDeclaration } from '../facts/index.ts';

/** Everything that can be wrong with what an export is asked for. */
export const EXPORT_ISSUES = [
  {
    code: 'E801',
    name: 'not-a-relationship',
    severity: 'error',
    meaning: 'A fact whose ends are not two STIX objects cannot be written as a STIX relationship.',
    remedy: 'Leave out facts about literals such as platforms.',
  },
  {
    code: 'E802',
    name: 'fact-given-twice',
    severity: 'error',
    meaning: 'The same derived fact was given twice, so that two objects would share an id.',
    remedy: 'Give each fact once, with all of its derivations.',
  },
  {
    code: 'E803',
    name: 'not-a-weight',
    severity: 'error',
    meaning: 'A weight lies outside 0 … 1.',
    remedy: 'Give the confidence as a number from 0 to 1.',
  },
  {
    code: 'E804',
    name: 'not-a-time',
    severity: 'error',
    meaning: 'The time of an export cannot be read.',
    remedy: 'Give a time in UTC as in ISO 8601, e.g. `2026-01-31T12:00:00Z`.',
  },
] as const satisfies readonly IssueDeclaration[];
