import { expect, test } from 'vitest';
import { ask, USE_CASES, type UseCase, type UseCaseName } from '../../src/workbench/index.ts';

const ORGANISATION = { name: 'Farm', sectors: ['farming'], platforms: [] };

const WRONG: readonly (readonly [UseCaseName, asked: unknown, faults: readonly string[]])[] = [
  ['profile', {}, ['`group` is missing, and must be a text']],
  ['profile', 'APT28', ['it must be an object, not "APT28"']],
  [
    'profile',
    { group: 7, direct: 'no' },
    ['`group` must be a text, not 7', '`direct` must be true or false, not "no"'],
  ],
  ['profile', { group: 'APT28', since: '2024' }, ['it has no field `since`']],
  [
    'overlap-groups',
    { measure: 'cosine' },
    ['`measure` must be one of jaccard, overlap, rarity, not "cosine"'],
  ],
  ['overlap-groups', { groups: 'APT28' }, ['`groups` must be a list, not "APT28"']],
  [
    'prevalence',
    { min: 1.5, limit: -1 },
    ['`min` must be a whole number, not 1.5', '`limit` must be 0 or more, not -1'],
  ],
  ['compare', { groups: [] }, ['`groups` must be a list of at least 1']],
  ['list', { catalogue: 'x'.repeat(99), release: ['x'] }, ['`release` must be a text']],
  [
    'threats',
    { organisation: ORGANISATION },
    ['`organisation.sectors[0]` must be a sector of the vocabulary, not "farming"'],
  ],
  [
    'playbook',
    {
      organisation: ORGANISATION,
      playbook: { title: '', hide: [], weights: {}, steps: [{ step: 'note', with: { text: true } }] },
    },
    ['`playbook.steps[0].with.text` must be a text or a number or a list, not true'],
  ],
];

test.each(WRONG)('%s asked with %j is refused with what each field may be', async (name, asked, faults) => {
  const useCase: UseCase = await USE_CASES[name]();
  const nothing = (): never => {
    throw new TypeError('nothing is opened for a question that is none');
  };
  const answer = ask(useCase, asked, { clearance: nothing, loaded: nothing, view: nothing, desk: nothing });
  const error: unknown = await answer.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'W640' });
  for (const each of faults)
    expect(String(error)).toContain(`The question \`${useCase.name}\` cannot be asked so: ${each}.`);
});
