import { LoadedSource } from './loaded-source.ts';
import { question } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';

/** The sources that are loaded. */
export const SourcesQuestion = question({});

const ForgottenSource = shape('ForgottenSource', 'A source that was forgotten, and can be taken back.', {
  id: text('id that it had'),
  name: text('name that it had'),
  file: text('name of the file that it was loaded from, without its folders'),
  sha256: text('SHA-256 of its text, lower-case hex'),
  loadedAt: text('when it was loaded: a timestamp'),
});

export const SourcesAnswer = shape(
  'SourcesAnswer',
  'The sources that are loaded, and those that were forgotten and can be taken back.',
  { loaded: list(LoadedSource, 'in the order of loading'), forgotten: list(ForgottenSource, 'by checksum') },
);
export type SourcesAnswer = Of<typeof SourcesAnswer>;
