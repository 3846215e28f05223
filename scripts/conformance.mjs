// Checks what we write against the tools of those who define the formats: one folder of conformance/ for each check.
// Most need Python 3 and, the first time, a package index, one Java and Trino; without them it says so and passes.
import { readdirSync } from 'node:fs';
import { installTools } from '../conformance/tools.mjs';

const names = readdirSync('conformance', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

const tools = installTools();
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const name of names) {
  const { title, check, needsTools = true } = await import(`../conformance/${name}/check.mjs`);
  if (needsTools && typeof tools === 'string') {
    counts.skipped += 1;
    continue;
  }
  const complaints = await check(tools);
  console.log(`${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
  for (const complaint of complaints.slice(0, 20)) console.log(`     ${complaint.trim()}`);
  counts[complaints.length === 0 ? 'passed' : 'failed'] += 1;
}
if (typeof tools === 'string') console.warn(`SKIPPED ${counts.skipped} conformance checks: ${tools}.`);
console.log(`conformance: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
