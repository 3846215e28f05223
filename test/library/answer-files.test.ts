import { expect, test } from 'vitest';
import { answerFiles } from '../../src/library/index.ts';
import { SAMPLE } from '../support/sample-home.ts';

test('one question of a file is answered in every form', async () => {
  const ask = async (form: 'text' | 'markdown' | 'html'): Promise<string> =>
    await answerFiles([SAMPLE], 'profile', { group: 'G9001' }, { form });
  expect(await ask('text')).toMatch(/^Profile of Example Heron \(G9001\)/u);
  expect(await ask('markdown')).toMatch(/^# Profile of Example Heron \\?\(G9001\\?\)/u);
  expect(await ask('html')).toMatch(/<h1>Profile of Example Heron \(G9001\)<\/h1>/u);
});

test('a name that nothing bears is refused as everywhere', async () => {
  await expect(answerFiles([SAMPLE], 'profile', { group: 'Nobody' })).rejects.toMatchObject({ code: 'W601' });
});
