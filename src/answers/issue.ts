import { count, oneOf, optional, shape, text } from './schema.ts';

export const IssueShape = shape(
  'Issue',
  'What is wrong with something that was read, or to be minded of it.',
  {
    code: text('its code, e.g. `I104`; docs/reference/errors.md says what it means'),
    severity: oneOf(['error', 'warning'], 'an error where something was left out for it'),
    message: text('what is wrong, with the value'),
    place: optional(
      shape('Place', 'Where it is, as far as that is known.', {
        file: optional(text('name of the file')),
        line: optional(count('line, from 1')),
        column: optional(count('column, from 1')),
        object: optional(text('STIX id of the object')),
        field: optional(text('path of the field, e.g. `aliases[0]`')),
      }),
    ),
    hint: optional(text('what to do about it')),
  },
);
