import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foundAbove } from '../../src/home/index.ts';
import { homePlace } from '../../src/home/home-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ADA = { HOME: '/home/ada' };

test.for([
  ['linux', ADA, '/home/ada/.local/share/foeprint'],
  ['linux', { ...ADA, XDG_DATA_HOME: '/data' }, '/data/foeprint'],
  ['linux', { ...ADA, XDG_DATA_HOME: 'relative/is/ignored' }, '/home/ada/.local/share/foeprint'],
  ['linux', { ...ADA, FOEPRINT_HOME: '' }, '/home/ada/.local/share/foeprint'],
  ['freebsd', ADA, '/home/ada/.local/share/foeprint'],
  ['darwin', { HOME: '/Users/ada' }, '/Users/ada/Library/Application Support/foeprint'],
  ['win32', { USERPROFILE: 'C:\\Users\\Ada' }, 'C:\\Users\\Ada\\AppData\\Local\\foeprint'],
  ['win32', { USERPROFILE: 'C:\\Users\\Ada', LOCALAPPDATA: 'D:\\data' }, 'D:\\data\\foeprint'],
] as const)('on %s with %j it is %s', ([platform, env, folder]) => {
  expect(homePlace({ platform, env, cwd: '/nowhere' })).toEqual({ folder });
});

test.skipIf(process.platform === 'win32')(
  'what is asked for comes before the environment, and that before what is found',
  async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, '.foeprint'));
    const env = { ...ADA, FOEPRINT_HOME: '/from/environment' };
    expect(homePlace({ env, cwd, platform: 'linux' })).toEqual({ folder: '/from/environment' });
    expect(homePlace({ env, cwd, platform: 'linux', home: 'asked' })).toEqual({ folder: join(cwd, 'asked') });
  },
);

test('a home is found in the folder or above it, the nearest first; a file of its name is none', async () => {
  const project = await temporaryFolder();
  await mkdir(join(project, 'team/mine'), { recursive: true });
  await mkdir(join(project, '.foeprint'));
  const env = { HOME: '/home/ada' };
  const found = { folder: join(project, '.foeprint') };
  expect(homePlace({ env, cwd: project })).toEqual({ ...found, found: '.foeprint' });
  expect(homePlace({ env, cwd: join(project, 'team/mine') })).toEqual({ ...found, found: '../../.foeprint' });
  await writeFile(join(project, 'team/mine/.foeprint'), '');
  expect(homePlace({ env, cwd: join(project, 'team/mine') })).toMatchObject(found);
  await mkdir(join(project, 'team/.foeprint'));
  expect(homePlace({ env, cwd: join(project, 'team/mine') })).toMatchObject({ found: '../.foeprint' });
});

test.skipIf(process.platform !== 'linux')(
  'above a mount nothing is looked for, nor what is another user’s',
  async () => {
    // /proc is a file system of its own, and /proc/version is at its top.
    expect(foundAbove('version', 'file', '/proc/self')).toBe(
      process.getuid?.() === 0 ? '../version' : undefined,
    );
    expect(foundAbove('etc', 'folder', '/proc/self')).toBeUndefined();
    const own = await temporaryFolder();
    await mkdir(join(own, 'below'));
    // As good as another user’s: a link is what it leads to.
    await symlink('/proc/version', join(own, 'theirs'));
    expect(foundAbove('theirs', 'file', own)).toBe('theirs');
    expect(foundAbove('theirs', 'file', join(own, 'below'))).toBe(
      process.getuid?.() === 0 ? '../theirs' : undefined,
    );
  },
);
