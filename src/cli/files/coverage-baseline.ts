import * as z from 'zod/mini';
import { readFileBytes, silent } from '../../acquisition/index.ts';
import type { CoverageGapsQuestion } from '../../answers/index.ts';
import { errorOf } from '../../facts/index.ts';
import { fromUtf8, parsedJson } from '../../text/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import type { Call } from '../call/call.ts';
import { CLI_ISSUES } from '../issues.ts';
import { refuseMarked } from './layer-files.ts';

/** Of an earlier answer about coverage, what later ones are compared with. */
const Earlier = z.object({
  useCase: z.enum(['coverage-show', 'coverage-gaps']),
  answer: z.object({
    scope: z.object({ asOf: z.string() }),
    levels: z.record(z.string(), z.int()),
  }),
  markings: z.object({ level: z.optional(z.string()) }),
});

/**
 * The levels of an earlier answer, as `coverage gaps --json` or `coverage show --json` wrote it.
 *
 * @throws FoeprintError A4xx where the file cannot be read, C745 where it is no such answer, C735 where it is marked above the clearance
 */
export async function baselineIn(call: Call, file: string): Promise<CoverageGapsQuestion['baseline']> {
  const { limits } = (await call.home()).config;
  const bytes = await readFileBytes(file, limits, silent);
  const { success, data } = Earlier.safeParse(parsedJson(fromUtf8(bytes)));
  if (!success)
    throw errorOf(CLI_ISSUES.noBaseline, 'It is no answer of `coverage gaps` or `coverage show`.', { file });
  const { level } = data.markings;
  refuseMarked(file, level === undefined ? undefined : tlpNamed(level)?.name, await call.clearance());
  return { asOf: data.answer.scope.asOf, levels: data.answer.levels };
}
