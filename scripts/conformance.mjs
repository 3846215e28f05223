// Checks what we write against the tools of those who define the formats: one folder of conformance/ for each check.
// Needs Python 3 and, the first time, a package index; without them it says so and passes.
import { readdirSync } from 'node:fs';
import { installTools } from '../conformance/tools.mjs';

const names = readdirSync('conformance', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

const tools = installTools();
if (typeof tools === 'string') {
  console.warn(`SKIPPED ${names.length} conformance checks: ${tools}.`);
} else {
  let failed = 0;
  for (const name of names) {
    const { title, check } = await import(`../conformance/${name}/check.mjs`);
    const complaints = await check(tools);
    console.log(`${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
    for (const complaint of complaints.slice(0, 20)) console.log(`     ${complaint.trim()}`);
    failed += Number(complaints.length > 0);
  }
  console.log(`conformance: ${names.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
