import { spawnSync } from 'node:child_process';
import { validateStix } from '../stix-validator.mjs';

export const title = 'reports are written as STIX 2.1 and MISP events that stix2, pymisp and misp-stix read';

// What `reportBundle` and `reportEvent` write, as a test compares it.
const BUNDLE = 'test/export/golden/reports/bundle.json';
const EVENT = 'test/export/golden/reports/event.json';

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  const { stdout, stderr, status } = spawnSync(
    tools.program('python'),
    ['conformance/reports/read_reports.py', BUNDLE, EVENT],
    { encoding: 'utf8' },
  );
  const complaints = stdout.split('\n').filter((line) => line !== '');
  const broken = status === 0 ? [] : [stderr.trim().split('\n').at(-1) ?? 'read_reports.py failed'];
  return [...validateStix(tools, BUNDLE), ...complaints, ...broken];
}
