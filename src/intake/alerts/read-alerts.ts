import type { Issue } from '../../facts/index.ts';
import { isRaw } from '../../stix/index.ts';
import { groupDigits, parsedJson } from '../../text/index.ts';
import { techniqueIdsIn } from '../coverage/technique-ids.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { alertFormatOf, eachAlert, isIdList } from './alert-formats.ts';
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
      : readAll(isIdList(parsed) ? [{ techniques: parsed }] : eachAlert(parsed), issues);
  if (alerts.length === 0 && issues.toArray().length === 0)
    issues.add(INTAKE_ISSUES.badAlert, 'There is no alert in it.');
  return { alerts, issues: issues.toArray() };
}

/** What a line of a stream says, several alerts in one as one incident; or why there is none. */
export function readAlertLine(line: string): Alert | string {
  const value = parsedJson(line);
  if (value === undefined) return 'The line is no JSON.';
  const read = isIdList(value) ? [checked(idsOf(value))] : eachAlert(value).map(readOne);
  const alerts = read.filter((each) => typeof each !== 'string');
  return alerts.length === 0 ? (read.find((each) => typeof each === 'string') ?? NONE) : incidentOf(alerts);
}

const NONE = 'It is no alert that is known.';

/** Techniques of one alert at most: ATT&CK has fewer in all its domains. */
const MOST_TECHNIQUES = 1000;

function checked(alert: Alert): Alert | string {
  return alert.techniques.length > MOST_TECHNIQUES
    ? `It names ${groupDigits(alert.techniques.length)} techniques; an alert has at most ${groupDigits(MOST_TECHNIQUES)}.`
    : alert;
}

/** An alert, or why it is none. */
function readOne(value: unknown): Alert | string {
  const format = alertFormatOf(value);
  return isRaw(value) && format !== undefined ? checked(format.read(value)) : NONE;
}

function readAll(values: readonly unknown[], issues: IssueList): readonly Alert[] {
  return values.flatMap((each, index) => kept(readOne(each), issues, { field: `[${index}]` }));
}

function kept(
  read: Alert | string,
  issues: IssueList,
  place: { field: string } | { line: number },
): readonly Alert[] {
  if (typeof read !== 'string') return [read];
  issues.add(INTAKE_ISSUES.badAlert, read, place);
  return [];
}

/** JSON Lines, or text with ids of techniques. */
function readLines(text: string, issues: IssueList): readonly Alert[] {
  const lines = text.split(/\r?\n/u);
  const isJson = /^\s*[[{]/u.test(lines.find((line) => line.trim() !== '') ?? '');
  if (!isJson) {
    const ids = [...new Set(techniqueIdsIn(text))];
    return ids.length === 0 ? [] : kept(checked(idsOf(ids)), issues, { line: 1 });
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    return kept(readAlertLine(line), issues, { line: index + 1 });
  });
}

function idsOf(ids: readonly string[]): Alert {
  return alertOf({ techniques: ids });
}
