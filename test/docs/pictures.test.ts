import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  LARGEST_PICTURE,
  PICTURED_PAGES,
  PICTURED_THEMES,
  pictureFile,
} from '../../scripts/pictured-pages.ts';

/* The pictures of the README are those that `npm run pictures` makes, and stand under the notice of what they show. */

const README = readFileSync('README.md', 'utf8');
const ABOUT = readFileSync('docs/pictures/README.md', 'utf8');
const FILES = PICTURED_PAGES.flatMap((page) => PICTURED_THEMES.map((theme) => pictureFile(page, theme)));

test('the README shows each in both themes, with words for those who do not see it', () => {
  const shown = [...README.matchAll(/(?:src|srcset)="docs\/pictures\/([^"]+)"/gu)].map(([, file]) => file);
  expect(new Set(shown)).toEqual(new Set(FILES));
  expect(shown.length).toBe(FILES.length);
  for (const { name, alt } of PICTURED_PAGES)
    expect(README).toContain(`<img src="docs/pictures/${name}-light.webp" alt="${alt}">`);
});

test('each is there, and small enough to be loaded while somebody looks', () => {
  expect(new Set(readdirSync('docs/pictures'))).toEqual(new Set(['README.md', ...FILES]));
  for (const file of FILES) {
    const bytes = readFileSync(`docs/pictures/${file}`);
    expect([file, bytes.toString('latin1', 8, 12)]).toEqual([file, 'WEBP']);
    expect(statSync(`docs/pictures/${file}`).size).toBeLessThanOrEqual(LARGEST_PICTURE);
  }
});

test('the notice of ATT&CK stands below them', () => {
  const notice = /Copyright [\d-]+, The MITRE Corporation\. .*trademarks of The MITRE Corporation\./u;
  const [said = ''] = notice.exec(ABOUT) ?? [];
  expect(said).not.toBe('');
  const after = README.split('</picture>').slice(1);
  // Those that follow one another share one.
  const lone = after.filter((text) => !text.trimStart().startsWith('<picture>'));
  expect(lone.length).toBeGreaterThan(1);
  for (const text of lone) expect(text.slice(0, 400)).toContain(said);
});

test('what they show is said', () => {
  for (const { name, address } of PICTURED_PAGES) expect(ABOUT).toContain(`\`${name}\`: \`${address}\``);
  expect(ABOUT).toContain('Enterprise ATT&CK');
});
