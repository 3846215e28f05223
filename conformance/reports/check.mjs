import { complaintsOf } from '../python-reader.mjs';
import { validateStix } from '../stix-validator.mjs';

export const title = 'reports are written as STIX 2.1 and MISP events that stix2, pymisp and misp-stix read';

// What `reportBundle` and `reportEvent` write of a report that states all kinds of things, and `report export` of one that was
// added and read, as tests compare them.
const FOLDERS = ['test/export/golden/reports', 'test/cli/golden/report-load'];

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  return FOLDERS.flatMap((folder) => {
    const [bundle, event] = [`${folder}/bundle.json`, `${folder}/event.json`];
    const complaints = complaintsOf(tools, 'conformance/reports/read_reports.py', [bundle, event]);
    return [...validateStix(tools, bundle), ...complaints];
  });
}
