import { describe, expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../src/actions/index.ts';
import { farm, stateOf, TRIED } from '../support/tried-actions.ts';

test('every action is tried', () => {
  expect(Object.keys(TRIED).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

describe.for(Object.entries(TRIED))('%s', ([name, cases]) => {
  test.for(Object.entries(cases))(
    '%s: undone, all is as it was; undone again, as it became',
    async ([, each]) => {
      const on = await farm();
      const { home, act } = on;
      await each.before?.(on);
      const before = await stateOf(home);
      const acted = await act(name as ActionName, await each.given(on));
      const after = await stateOf(home);
      expect(after).not.toEqual(before);
      expect(acted).toMatchObject({ journal: expect.any(Number), isUndoable: true });
      const undone = await act('undo', { entry: String(acted.journal) });
      expect(await stateOf(home)).toEqual(before);
      await act('undo', { entry: String(undone.journal) });
      expect(await stateOf(home)).toEqual(after);
    },
  );
});
