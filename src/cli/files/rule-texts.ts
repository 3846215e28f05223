import { basename } from 'node:path';
import { inUtf8, readFiles } from '../../acquisition/index.ts';
import type { RulesCheckQuestion } from '../../answers/index.ts';
import { append, fromUtf8 } from '../../text/index.ts';
import type { Call } from '../call/call.ts';

/**
 * Files of rules in the rule language, by their own names; of a folder those that end in `.dl`.
 *
 * @throws FoeprintError A4xx where one cannot be read
 */
export async function ruleTextsIn(
  call: Call,
  places: readonly string[],
): Promise<RulesCheckQuestion['rules']> {
  const { limits } = (await call.home()).config;
  const texts: RulesCheckQuestion['rules'][number][] = [];
  for (const place of places) {
    const { files } = await readFiles(place, limits, (name) => /\.dl$/iu.test(name));
    append(
      texts,
      files.map(({ location, bytes }) => ({
        file: basename(location),
        text: fromUtf8(inUtf8(bytes, location)),
      })),
    );
  }
  return texts;
}
