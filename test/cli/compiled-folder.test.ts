import { expect, test } from 'vitest';
import { compiledFolder } from '../../src/cli/compiled-folder.ts';

const MARA = { HOME: '/home/mara' };

test.for([
  ['linux', MARA, '/home/mara/.cache/foeprint/compiled'],
  ['linux', { ...MARA, XDG_CACHE_HOME: '/var/cache/mara' }, '/var/cache/mara/foeprint/compiled'],
  // The specification says that a relative one is to be ignored.
  ['linux', { ...MARA, XDG_CACHE_HOME: 'cache' }, '/home/mara/.cache/foeprint/compiled'],
  ['freebsd', MARA, '/home/mara/.cache/foeprint/compiled'],
  ['darwin', { HOME: '/Users/mara' }, '/Users/mara/Library/Caches/foeprint/compiled'],
  ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local\\foeprint\\compiled'],
  ['win32', { USERPROFILE: 'C:\\mara' }, 'C:\\mara\\AppData\\Local\\foeprint\\compiled'],
  ['linux', {}, undefined],
  ['linux', { HOME: '' }, undefined],
] as const)('on %s, %o keeps compiled code in %s', ([platform, env, folder]) => {
  expect(compiledFolder(platform, env)).toBe(folder);
});
