import { complaintsOf } from '../python-reader.mjs';
import { validateStix } from '../stix-validator.mjs';

export const title = 'reports are written as STIX 2.1 and MISP events that stix2, pymisp and misp-stix read';

// What `reportBundle` and `reportEvent` write, as a test compares it.
const BUNDLE = 'test/export/golden/reports/bundle.json';
const EVENT = 'test/export/golden/reports/event.json';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  const complaints = complaintsOf(tools, 'conformance/reports/read_reports.py', [BUNDLE, EVENT]);
  return [...validateStix(tools, BUNDLE), ...complaints];
}
