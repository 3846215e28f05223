import { writeFileSync } from 'node:fs';
import { REFERENCE_PAGES, pageText } from './reference-pages.ts';

for (const page of REFERENCE_PAGES) {
  writeFileSync(page.path, await pageText(page));
  console.log(page.path);
}
