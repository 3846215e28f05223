import { expect, test } from 'vitest';
import { placeName } from '../../src/acquisition/index.ts';

test.for([
  ['/home/barn/alerts.json', 'alerts.json'],
  ['/home/barn/alerts.zip!in/a.json', 'alerts.zip!in/a.json'],
  ['alerts.TAR.GZ!a.json', 'alerts.TAR.GZ!a.json'],
  ['-!in/a.json', '-!in/a.json'],
  ['/home/barn!/a.json', 'a.json'],
  ['https://example.org/barn/a.zip!b.json', 'https://example.org/barn/a.zip!b.json'],
] as const)('%s is called %s', ([location, name]) => {
  expect(placeName(location)).toBe(name);
});
