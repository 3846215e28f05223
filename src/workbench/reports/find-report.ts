import { errorOf } from '../../facts/index.ts';
import { closestName } from '../../text/index.ts';
import { reportLabel, type KeptReport } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/** Reports that a message names at most. */
const NAMED = 5;

/**
 * The report that someone calls by its label in any case, by at least four digits that its id begins with, or by its title.
 *
 * @throws FoeprintError W780 where none is called so, with one that may be meant; or where several are, with their labels
 */
export function findReport(reports: readonly KeptReport[], asked: string): KeptReport {
  const call = asked.trim();
  const digits = call.toLowerCase().replace(/^rep-/u, '');
  const isDigits = /^[\da-f]{4,64}$/u.test(digits);
  const found = reports.filter(({ id, title }) => title === call || (isDigits && id.startsWith(digits)));
  if (found.length > 1)
    throw errorOf(
      WORKBENCH_ISSUES.unknownReport,
      `${String(found.length)} reports are called “${call}”.`,
      undefined,
      `Name one: ${found.slice(0, NAMED).map(labelled).join('; ')}.`,
    );
  const [report] = found;
  if (report !== undefined) return report;
  const near = nearest(reports, call);
  throw errorOf(
    WORKBENCH_ISSUES.unknownReport,
    `No report is called “${call}”.`,
    undefined,
    near.length === 0 ? undefined : `Did you mean ${near.slice(0, NAMED).map(labelled).join(', or ')}?`,
  );
}

/** Those whose titles have the words, else the one with the closest title or label. */
function nearest(reports: readonly KeptReport[], call: string): readonly KeptReport[] {
  const words = call.toLowerCase();
  const within = reports.filter(({ title }) => words !== '' && title.toLowerCase().includes(words));
  if (within.length > 0) return within;
  const near = closestName(
    call,
    reports.flatMap(({ id, title }) => [reportLabel(id), title]),
  );
  return reports.filter(({ id, title }) => near === reportLabel(id) || near === title);
}

function labelled({ id, title }: KeptReport): string {
  return `${reportLabel(id)} “${title}”`;
}
