import { SOURCE_KINDS } from '../../facts/index.ts';
import { count, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

export const LoadedSource = shape('LoadedSource', 'A source that is loaded, and how it stands.', {
  number: count('in the order of loading, from 1; changes when one before it is forgotten'),
  id: text('id of the source'),
  name: text('its name, with the release where it has one'),
  kind: oneOf(SOURCE_KINDS, 'what kind of source it is'),
  series: optional(text('series of releases that it belongs to, e.g. `enterprise-attack`')),
  release: optional(text('release within the series, e.g. `18.1`')),
  file: text('name of the file that it was loaded from, without its folders'),
  sha256: text('SHA-256 of its text, lower-case hex'),
  bytes: count('size of its text'),
  objects: count('objects that it has'),
  loadedAt: text('when it was loaded: a timestamp'),
  statements: list(text('a statement'), 'copyright and licence statements that it asks to be kept'),
  level: optional(text('how its name is marked, e.g. `amber`; absent where it is not')),
  levels: optional(list(text('a level'), 'levels that its objects are marked with, from the freest')),
  standing: oneOf(
    ['in-view', 'other-release', 'not-selected', 'sample'],
    'whether it is answered from, and why not: another release of its series is, its series was not asked for, it is the sample and there is real knowledge of its kind',
  ),
});
export type LoadedSource = Of<typeof LoadedSource>;
