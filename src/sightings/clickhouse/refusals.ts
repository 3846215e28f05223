import { errorOf, FoeprintError, type IssueDeclaration } from '../../facts/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';

/** Numbers of ClickHouse's errors (src/Common/ErrorCodes.cpp) that mean something to who asks about sightings. */
const MEANING: Readonly<Record<string, IssueDeclaration>> = {
  // A table or a database is not there.
  60: SIGHTINGS_ISSUES.noTables,
  81: SIGHTINGS_ISSUES.noTables,
  // The cluster has no such name.
  170: SIGHTINGS_ISSUES.noCluster,
  701: SIGHTINGS_ISSUES.noCluster,
  // User, password, rights.
  192: SIGHTINGS_ISSUES.notAdmitted,
  193: SIGHTINGS_ISSUES.notAdmitted,
  194: SIGHTINGS_ISSUES.notAdmitted,
  195: SIGHTINGS_ISSUES.notAdmitted,
  497: SIGHTINGS_ISSUES.notAdmitted,
  516: SIGHTINGS_ISSUES.notAdmitted,
  // What another server should have answered did not come, or broke off.
  32: SIGHTINGS_ISSUES.shardLost,
  95: SIGHTINGS_ISSUES.shardLost,
  101: SIGHTINGS_ISSUES.shardLost,
  198: SIGHTINGS_ISSUES.shardLost,
  209: SIGHTINGS_ISSUES.shardLost,
  210: SIGHTINGS_ISSUES.shardLost,
  279: SIGHTINGS_ISSUES.shardLost,
  369: SIGHTINGS_ISSUES.shardLost,
  // What keeps replicas alike is away.
  242: SIGHTINGS_ISSUES.keeperLost,
  225: SIGHTINGS_ISSUES.keeperLost,
  319: SIGHTINGS_ISSUES.keeperLost,
  999: SIGHTINGS_ISSUES.keeperLost,
};

/** What another server may do better. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  [SIGHTINGS_ISSUES.notReachable, SIGHTINGS_ISSUES.shardLost].map(({ code }) => code),
);

/** An error of the client or of a server as one of ours: S962 where nothing answers, S969 where the server says something else. */
export function asRefusal(error: unknown, server: string): FoeprintError {
  if (error instanceof FoeprintError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const number = numberOf(error);
  if (number === undefined)
    return errorOf(SIGHTINGS_ISSUES.notReachable, `${server} does not answer (${oneLine(text)}).`);
  return errorOf(
    MEANING[number] ?? SIGHTINGS_ISSUES.clusterRefused,
    `${server}: ${oneLine(text)} (ClickHouse ${number})`,
  );
}

/** Whether the same may be tried with another server. */
export function mayGoElsewhere(error: unknown): boolean {
  return error instanceof FoeprintError && ELSEWHERE.has(error.code);
}

/** Whether a server does not answer at all. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof FoeprintError && error.code === SIGHTINGS_ISSUES.notReachable.code;
}

/** Errors of servers have a number; the client reads it from the text, and old servers write it so that it does not. */
function numberOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^\d+$/u.test(code)) return code;
  return /\bCode: (\d+)/u.exec(error.message)?.[1];
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 300;
