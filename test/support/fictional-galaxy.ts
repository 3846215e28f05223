import { idOf, type RawObject } from './fictional.ts';

/** Parts of clearly fictional MISP galaxy clusters for tests. */
export const uuid = (number: number): string => idOf('x', number).slice('x--'.length);

export const HENHOUSE_GAZETTE = uuid(901);
export const BARN_LABS = uuid(902);

/** A cluster file. */
export function cluster(type: string, values: readonly unknown[], fields: RawObject = {}): RawObject {
  return {
    type,
    name: 'Fictional',
    uuid: uuid(900),
    category: 'actor',
    authors: ['Nobody'],
    source: 'Tests',
    description: 'Made up.',
    version: 7,
    values,
    ...fields,
  };
}

/** A value of a cluster. */
export function value(number: number, name: string, meta: RawObject = {}, fields: RawObject = {}): RawObject {
  return { value: name, uuid: uuid(number), meta, ...fields };
}

/** A `related` entry with estimative language. */
export function related(type: string, number: number, likelihood = 'likely'): RawObject {
  return {
    'dest-uuid': uuid(number),
    type,
    tags: [`estimative-language:likelihood-probability="${likelihood}"`],
  };
}
