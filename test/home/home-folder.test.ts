import { expect, test } from 'vitest';
import { homeFolder } from '../../src/home/home-folder.ts';

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
  expect(homeFolder({ platform, env, cwd: '/work' })).toBe(folder);
});

test.skipIf(process.platform === 'win32')('what is asked for comes before the environment', () => {
  const env = { ...ADA, FOEPRINT_HOME: '/from/environment' };
  expect(homeFolder({ env, cwd: '/work', platform: 'linux' })).toBe('/from/environment');
  expect(homeFolder({ env, cwd: '/work', platform: 'linux', home: 'asked' })).toBe('/work/asked');
});
