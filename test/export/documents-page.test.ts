import { readFileSync } from 'node:fs';
import * as exported from 'foeprint/render';
import { expect, test } from 'vitest';

test('the page on documents imports what there is', () => {
  const page = readFileSync('docs/reference/documents.md', 'utf8');
  const names = /import \{([^}]+)\} from 'foeprint\/render'/u.exec(page)?.[1]?.match(/\w+/gu) ?? [];
  expect(names.length).toBeGreaterThan(5);
  expect(Object.keys(exported)).toEqual(expect.arrayContaining(names));
});
