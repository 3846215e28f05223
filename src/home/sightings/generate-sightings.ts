import { createHash } from 'node:crypto';
import type { Batch } from '../../sightings/index.ts';
import type { GenerateOptions } from '../../sightings/duckdb/index.ts';
import { isDay } from '../../text/index.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';

/** What is to be made up, and of which release the techniques are. */
export interface MadeUp extends Omit<GenerateOptions, 'until'> {
  readonly release: string;
  /** The month that they end with, `YYYY-MM`; default: the one that is. */
  readonly until?: string | undefined;
}

/**
 * Makes sightings up, into a store of their own.
 *
 * @param madeAt when, ISO 8601 UTC
 * @returns the batch; undefined where the same was made up before
 * @throws FoeprintError H561 where there is nothing to make them of, S902 where there is no engine, S904 where there is no space
 */
export async function generateSightings(
  home: Home,
  { release, until, ...asked }: MadeUp,
  madeAt: string = new Date().toISOString(),
): Promise<Batch | undefined> {
  const options: GenerateOptions = { ...asked, until: until ?? madeAt.slice(0, 7) };
  if (
    !isDay(`${options.until}-01`) ||
    [options.techniques, options.groups].some(({ length }) => length === 0)
  )
    throw refusal(
      'nothing-to-make-up',
      `There are ${options.techniques.length} techniques and ${options.groups.length} groups, until “${options.until}”.`,
    );
  const store = await home.sightings('synthetic');
  const id = createHash('sha256').update(JSON.stringify(options)).digest('hex');
  const { generatedRelation, stage } = await import('../../sightings/duckdb/index.ts');
  const staged = await stage(await store.place.engine(), {
    relation: generatedRelation(options),
    release,
    batch: {
      id,
      name: `made up with seed ${options.seed}`,
      format: 'generated',
      importedAt: madeAt,
      rejected: 0,
    },
  });
  const { batch, isNew } = await store.commit(staged);
  return isNew ? batch : undefined;
}
