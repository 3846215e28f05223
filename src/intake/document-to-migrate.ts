import type { DocumentToMigrate } from '../answers/index.ts';
import { issueOf } from '../facts/index.ts';
import { parsedJson } from '../text/index.ts';
import { INTAKE_ISSUES } from './issues.ts';
import { NAVIGATOR_ISSUES } from './navigator/issues.ts';
import { readLayers } from './navigator/read-layers.ts';

/** A file as it is carried to another release: as layers where it holds any, as text otherwise. What is wrong with it is said with it. */
export function documentToMigrate(file: string, text: string): DocumentToMigrate {
  if (!/\.json$/iu.test(file)) return { file, text };
  const parsed = parsedJson(text.replace(/^\u{FEFF}/u, ''));
  if (parsed === undefined)
    return { file, text, issues: [issueOf(INTAKE_ISSUES.brokenJson, 'It is not JSON.', { file })] };
  const { layers, issues } = readLayers(parsed, file);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const isOther = layers.length === 0 && errors.every(({ code }) => code === NAVIGATOR_ISSUES.notALayer.code);
  return isOther ? { file, text } : { file, layers, issues };
}
