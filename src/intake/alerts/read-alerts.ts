import type { Issue } from '../../facts/index.ts';
import { isRaw } from '../../stix/index.ts';
import { parsedJson } from '../../text/index.ts';
import { techniqueIdsIn } from '../coverage/technique-ids.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { ALERT_FORMATS, eachAlert, isIdList } from './alert-formats.ts';
import { alertOf, incidentOf, type Alert } from './alert.ts';

/** Alerts of a file, and what was none. */
export interface AlertsReading {
  readonly alerts: readonly Alert[];
  readonly issues: readonly Issue[];
}

/**
 * Reads alerts as SIEMs, EDRs and Sigma tools write them: OCSF findings, ECS alerts, alerts with Sigma tags, MISP events, STIX
 * bundles, Navigator layers, objects with `techniques`, lists of ids; JSON, JSON Lines or text. What is no alert is left out and reported.
 *
 * @param location where it was read from, for issues
 */
export function readAlerts(text: string, location: string): AlertsReading {
  const issues = new IssueList(location);
  const parsed = parsedJson(text);
  const alerts =
    parsed === undefined
      ? readLines(text, issues)
      : isIdList(parsed)
        ? [idsOf(parsed)]
        : readAll(parsed, issues);
  if (alerts.length === 0 && issues.toArray().length === 0)
    issues.add(INTAKE_ISSUES.badAlert, 'There is no alert in it.');
  return { alerts, issues: issues.toArray() };
}

/** What a line of a stream says, several alerts in one as one incident; undefined where there is none. */
export function readAlert(value: unknown): Alert | undefined {
  if (isIdList(value)) return idsOf(value);
  const alerts = eachAlert(value).flatMap((each) => readOne(each) ?? []);
  return alerts.length === 0 ? undefined : incidentOf(alerts);
}

function readOne(value: unknown): Alert | undefined {
  return isRaw(value) ? ALERT_FORMATS.find(({ isOne }) => isOne(value))?.read(value) : undefined;
}

function readAll(parsed: unknown, issues: IssueList): readonly Alert[] {
  return eachAlert(parsed).flatMap((each, index) => {
    const alert = readOne(each);
    if (alert === undefined)
      issues.add(INTAKE_ISSUES.badAlert, `It is no alert that is known.`, { field: `[${index}]` });
    return alert ?? [];
  });
}

/** JSON Lines, or text with ids of techniques. */
function readLines(text: string, issues: IssueList): readonly Alert[] {
  const lines = text.split(/\r?\n/u);
  const isJson = /^\s*[[{]/u.test(lines.find((line) => line.trim() !== '') ?? '');
  if (!isJson) {
    const ids = techniqueIdsIn(text);
    return ids.length === 0 ? [] : [idsOf(ids)];
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = parsedJson(line);
    const alerts = parsed === undefined ? [] : eachAlert(parsed).flatMap((each) => readOne(each) ?? []);
    if (alerts.length === 0)
      issues.add(
        INTAKE_ISSUES.badAlert,
        parsed === undefined ? 'The line is no JSON.' : 'It is no alert that is known.',
        { line: index + 1 },
      );
    return alerts;
  });
}

function idsOf(ids: readonly string[]): Alert {
  return alertOf({ techniques: ids });
}
