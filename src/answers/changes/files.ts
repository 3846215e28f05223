import * as z from 'zod/mini';
import { IssueShape } from '../issue.ts';
import { Organisation } from '../threats/organisation.ts';
import { as, count, list, shape, text, type Of } from '../schema.ts';

export const OrgInitAnswer = shape('OrgInitAnswer', 'An organisation, written to a file.', {
  file: text('name of the file'),
  organisation: as(Organisation, 'what was understood'),
});

const UnderstoodWord = shape('UnderstoodWord', 'What a word of the file was taken for.', {
  field: text('the list it stands in, e.g. `supplyChain[0].sectors`'),
  given: text('as the file has it'),
  meant: list(text('a name'), 'names in the vocabulary of the field'),
});
export type UnderstoodWord = Of<typeof UnderstoodWord>;

export const OrgCheckAnswer = shape(
  'OrgCheckAnswer',
  'What is understood of an organisation and its coverage files, and what is wrong with them.',
  {
    file: text('name of the file'),
    organisation: as(Organisation, 'what was understood'),
    understood: list(UnderstoodWord, 'what words of vocabularies were taken for, in the order of the file'),
    coverage: list(
      shape('CoverageFile', 'What a coverage file, folder or archive covers, counted.', {
        file: text('its name'),
        covered: count('techniques that are covered'),
        visible: count('techniques with visibility'),
      }),
      'each coverage file that it names',
    ),
    issues: list(IssueShape, 'what is wrong with it, and with its coverage files'),
  },
);
export type OrgCheckAnswer = Of<typeof OrgCheckAnswer>;

export const AboutAnswer = shape(
  'AboutAnswer',
  'Foeprint itself, and what is loaded. It is of this machine, and names its folder.',
  {
    version: text('version of Foeprint'),
    licence: text('its licence, as SPDX names it'),
    node: text('version of Node.js that it runs on'),
    home: text('folder where knowledge is kept'),
    sources: list(
      shape('AboutSource', 'A source that is loaded.', {
        id: text('its id'),
        name: text('its name, with the release where it has one'),
        loadedAt: text('when it was loaded: a timestamp'),
      }),
      'what is loaded, in the order of loading',
    ),
    notices: list(text('a statement'), 'copyright and licence statements that the sources ask to be kept'),
  },
);
export type AboutAnswer = Of<typeof AboutAnswer>;

export const PlaybookInitAnswer = shape('PlaybookInitAnswer', 'A playbook, written to a file.', {
  file: text('name of the file'),
});

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
