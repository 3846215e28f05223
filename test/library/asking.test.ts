import { expect, test } from 'vitest';
import { openHome } from '../../src/library/index.ts';
import { NO_CONFIG } from '../support/sample-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a question of the wrong shape does not compile, and is refused', async () => {
  const home = await openHome({ home: await temporaryFolder(), config: NO_CONFIG });
  const wrong = [
    // @ts-expect-error keywords are texts
    home.ask('groups', { keywords: [1] }),
    // @ts-expect-error it is called `keywords`
    home.ask('groups', { keyword: ['telecom'] }),
    // @ts-expect-error a name is needed
    home.ask('show', {}),
  ];
  for (const asked of wrong) await expect(asked).rejects.toMatchObject({ code: 'W640' });
  await home.close();
});

test('an answer has the type of its use case', async () => {
  const home = await openHome({ home: await temporaryFolder(), config: NO_CONFIG });
  const { answer } = await home.ask('sources', {});
  const loaded: readonly { readonly id: string }[] = answer.loaded;
  // @ts-expect-error it has no groups
  expect(answer.groups).toBeUndefined();
  expect(loaded).toEqual([]);
  await home.close();
});
