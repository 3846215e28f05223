import { readFile, rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Organisation } from '../../answers/index.ts';
import {
  isCleared,
  issueOf,
  MARKING_LEVELS,
  strictestLevel,
  type Issue,
  type MarkingLevel,
} from '../../facts/index.ts';
import { defined, parsedJson } from '../../text/index.ts';
import type { KeptOrganisation } from '../../threat/index.ts';
import { HOME_ISSUES, refusal } from '../issues.ts';
import { noteFile } from '../journal/recording.ts';
import { withLock } from '../locking/lock.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

const Stored = z.readonly(
  z.object({
    version: z.literal(1),
    organisation: Organisation,
    file: z.string(),
    keptAt: z.string(),
    level: z.exactOptional(z.enum(MARKING_LEVELS)),
  }),
);

/** What a home keeps of an organisation. */
export interface OrganisationKept {
  /** Absent where none is kept, or what is kept is not legible. */
  readonly kept?: KeptOrganisation;
  readonly issues: readonly Issue[];
}

/** The organisation that is kept in a file of a home. */
export async function keptOrganisation(path: string): Promise<OrganisationKept> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { issues: [] };
  const { data } = Stored.safeParse(parsedJson(text));
  if (data === undefined)
    return {
      issues: [issueOf(HOME_ISSUES['organisation-damaged'], 'It is not as it was written.', { file: path })],
    };
  const { version: _, ...kept } = data;
  return { kept, issues: [] };
}

/**
 * Keeps an organisation, in the place of the one that is kept: all of it or nothing.
 *
 * @param clearance of whoever keeps it: what is marked above it is not replaced; default all
 * @returns what was kept before; `isNew` is false where it was the same, and nothing is written
 * @throws FoeprintError H583, H511
 */
export async function keepOrganisation(
  path: string,
  next: KeptOrganisation,
  clearance?: MarkingLevel,
): Promise<{ readonly isNew: boolean; readonly before?: KeptOrganisation }> {
  return await withLock(path, async () => {
    const { kept: before } = await keptOrganisation(path);
    refuseMarked(before, clearance);
    if (before !== undefined && contentOf(before) === contentOf(next)) return { isNew: false, before };
    const bytes = Buffer.from(`${JSON.stringify({ version: 1, ...next }, null, 2)}\n`);
    await noteFile(path, bytes, defined({ level: strictestLevel([next.level, before?.level]) }));
    await writeAtomically(path, bytes);
    return { isNew: true, ...defined({ before }) };
  });
}

/**
 * Takes the organisation out that is kept.
 *
 * @param clearance of whoever does: what is marked above it is not there for them; default all
 * @throws FoeprintError H582 where none is kept
 */
export async function removeOrganisation(path: string, clearance?: MarkingLevel): Promise<KeptOrganisation> {
  return await withLock(path, async () => {
    const { kept, issues } = await keptOrganisation(path);
    const isGone = kept === undefined ? issues.length === 0 : !isCleared(kept.level, clearance);
    if (isGone) throw refusal('no-organisation', 'The home keeps no organisation.');
    if (kept === undefined)
      throw refusal('organisation-damaged', 'It is not as it was written.', { file: path });
    await noteFile(path, undefined, defined({ level: kept.level }));
    await rm(path, { force: true });
    return kept;
  });
}

function contentOf({ organisation, level }: KeptOrganisation): string {
  return JSON.stringify([organisation, level ?? null]);
}

/** Whoever may not see what is kept does not put something else in its place. */
function refuseMarked(kept: KeptOrganisation | undefined, clearance: MarkingLevel | undefined): void {
  if (kept !== undefined && !isCleared(kept.level, clearance))
    throw refusal('organisation-marked', 'The one that is kept is marked above what you may change.');
}
