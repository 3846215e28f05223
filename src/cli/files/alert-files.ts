import { existsSync } from 'node:fs';
import { inUtf8, readFiles } from '../../acquisition/index.ts';
import type { Incident } from '../../answers/index.ts';
import { errorOf, FoeprintError } from '../../facts/index.ts';
import { alertOf, incidentOf, INTAKE_ISSUES, readAlerts, type Alert } from '../../intake/index.ts';
import { append, fromUtf8 } from '../../text/index.ts';
import type { Call } from '../call/call.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';
import { refuseMarked } from './layer-files.ts';

/**
 * The incident that words of a command line name: ids and names of techniques, and files of alerts. What is no alert is remarked upon.
 *
 * @throws FoeprintError A4xx where a file cannot be read, I193 where it has no alert at all, C735 where it is marked above the clearance
 */
export async function incidentIn(words: readonly string[], call: Call): Promise<Incident | undefined> {
  if (words.length === 0) return undefined;
  const alerts: Alert[] = [];
  for (const word of words)
    append(alerts, isFile(word) ? await alertsIn(word, call) : [alertOf({ techniques: [word] })]);
  const { id, ...incident } = incidentOf(alerts);
  return id === '' ? incident : { id, ...incident };
}

/** A technique may be called like a file that lies about: a number is one, whatever lies there; what ends like a file of alerts is a file. */
function isFile(word: string): boolean {
  return (
    word === '-' || (!/^T\d{4}(?:\.\d{3})?$/iu.test(word) && (LIKE_A_FILE.test(word) || existsSync(word)))
  );
}

const LIKE_A_FILE = /\.(?:json|jsonl|ndjson|txt|csv|log|ya?ml|gz|tgz|tar|zip)$/iu;

async function alertsIn(file: string, call: Call): Promise<readonly Alert[]> {
  const { limits } = (await call.home()).config;
  const { files } = await readFiles(file, limits, () => true);
  const readings = files.map(({ bytes, location }) =>
    readAlerts(fromUtf8(inUtf8(bytes, location)), location),
  );
  const alerts = readings.flatMap((reading) => reading.alerts);
  const issues = readings.flatMap((reading) => reading.issues);
  if (alerts.length === 0)
    throw issues.length > 0
      ? new FoeprintError(issues)
      : errorOf(INTAKE_ISSUES.badAlert, 'It holds no files.', { file });
  remarkIssues(call, issues);
  refuseMarked(file, incidentOf(alerts).marking, await call.clearance());
  return alerts;
}
