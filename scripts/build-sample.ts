import { writeFileSync } from 'node:fs';
import { sampleText } from '../samples/build-sample.ts';

writeFileSync(new URL('../samples/sample-attack.json', import.meta.url), sampleText());
