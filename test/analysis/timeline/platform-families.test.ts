import { expect, test } from 'vitest';
import { platformsOfUse } from '../../../src/analysis/timeline/platform-families.ts';

test.for([
  [['Windows'], [], ['Windows'], []],
  [['AWS', 'IaaS'], [], ['the cloud'], []],
  [['Windows', 'Linux'], ['It runs on Linux.'], [], ['Linux']],
  // A platform that came after us, and what is no platform.
  [['Kite'], [], ['Kite'], []],
  [['Kite', 'Windows'], [], [], []],
  [['None'], [], [], []],
  [['PRE'], [], [], []],
] as const)('%o, in the sentences %o', ([platforms, sentences, certain, named]) => {
  expect(platformsOfUse(platforms, sentences)).toEqual({ certain, named });
});
