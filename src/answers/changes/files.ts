import * as z from 'zod/mini';
import { Organisation } from '../organisation.ts';
import { as, list, shape, text, type Of } from '../schema.ts';

/** An organisation, written to a file. */
export const OrgInitAnswer = shape('OrgInitAnswer', 'An organisation, written to a file.', {
  file: text('name of the file'),
  organisation: as(Organisation, 'what was understood'),
});
export type OrgInitAnswer = Of<typeof OrgInitAnswer>;

/** A playbook, written to a file. */
export const PlaybookInitAnswer = shape('PlaybookInitAnswer', 'A playbook, written to a file.', {
  file: text('name of the file'),
});
export type PlaybookInitAnswer = Of<typeof PlaybookInitAnswer>;

/** The settings in force. They are of this machine: the one answer that names its folders. */
export const ConfigAnswer = shape(
  'ConfigAnswer',
  'The settings in force. They are of this machine: the one answer that names its folders.',
  {
    home: text('folder where knowledge is kept'),
    files: list(text('a file'), 'configuration files that were read'),
    settings: list(
      shape('Setting', 'A setting in force.', {
        setting: text('its name, dotted'),
        value: z.unknown().check(z.describe('its value')),
        from: text('the file that it is from, or `default`'),
        meaning: text('what it is for'),
      }),
      'every setting there is',
    ),
  },
);
export type ConfigAnswer = Of<typeof ConfigAnswer>;
