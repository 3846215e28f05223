import * as z from 'zod/mini';
import { inUtf8, readFileBytes, silent } from '../../acquisition/index.ts';
import type { CoverageGapsQuestion, DashboardQuestion } from '../../answers/index.ts';
import { errorOf } from '../../facts/index.ts';
import { fromUtf8, parsedJson } from '../../text/index.ts';
import { COVERAGE_STAGES, tlpNamed } from '../../threat/index.ts';
import type { Call } from '../call/call.ts';
import { CLI_ISSUES } from '../issues.ts';
import { refuseMarked } from './layer-files.ts';

const levels = z.record(z.string(), z.int().check(z.minimum(0), z.maximum(COVERAGE_STAGES.length - 1)));
const markings = z.object({ level: z.optional(z.string()) });

/** Of an earlier answer about coverage, what later ones are compared with. */
const Coverage = z.object({
  useCase: z.enum(['coverage-show', 'coverage-gaps']),
  answer: z.object({ scope: z.object({ asOf: z.string() }), levels }),
  markings,
});

/** Of an earlier dashboard, the same. */
const Dashboard = z.object({
  useCase: z.literal('dashboard'),
  answer: z.object({
    asOf: z.string(),
    share: z.number(),
    activity: z.array(z.object({ group: z.object({ label: z.string(), name: z.string() }) })),
    levels,
  }),
  markings,
});

/**
 * The levels of an earlier answer, as `coverage gaps --json` or `coverage show --json` wrote it.
 *
 * @throws FoeprintError A4xx where the file cannot be read, C745 where it is no such answer, C735 where it is marked above the clearance
 */
export async function baselineIn(call: Call, file: string): Promise<CoverageGapsQuestion['baseline']> {
  const { answer } = await earlierIn(call, file, Coverage);
  return { asOf: answer.scope.asOf, levels: answer.levels };
}

/**
 * An earlier dashboard, as `dashboard --json` wrote it.
 *
 * @throws FoeprintError A4xx where the file cannot be read, C745 where it is none, C735 where it is marked above the clearance
 */
export async function earlierDashboardIn(call: Call, file: string): Promise<DashboardQuestion['since']> {
  const { answer } = await earlierIn(call, file, Dashboard);
  const { asOf, share, activity } = answer;
  return {
    asOf,
    share,
    levels: answer.levels,
    groups: activity.map(({ group }) => group.label || group.name),
  };
}

async function earlierIn<Earlier extends { readonly markings: { readonly level?: string | undefined } }>(
  call: Call,
  file: string,
  schema: z.ZodMiniType<Earlier>,
): Promise<Earlier> {
  const { limits } = (await call.home()).config;
  // PowerShell writes `> last.json` in UTF-16.
  const bytes = inUtf8(await readFileBytes(file, limits, silent), file);
  const { success, data } = schema.safeParse(parsedJson(fromUtf8(bytes)));
  if (!success)
    throw errorOf(CLI_ISSUES.noBaseline, 'It is no answer of this kind that was written with --json.', {
      file,
    });
  const { level } = data.markings;
  refuseMarked(file, level === undefined ? undefined : tlpNamed(level)?.name, await call.clearance());
  return data;
}
