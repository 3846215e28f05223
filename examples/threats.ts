/**
 * The three questions for an organisation: which groups are documented against organisations like it, how they work, and what helps. Plain
 * JavaScript as it stands. Usage: node threats.js HOME ORGANISATION FILE…, the home being a folder, the organisation an org.yaml.
 */
import { claimsOf, formatIssue, loadSource, openHome, readCoverage, readOrganisation } from 'foeprint';

const [folder, file = 'org.yaml', ...sources] = process.argv.slice(2);
const home = await openHome({ home: folder });
for (const source of sources) await loadSource(home, source);
const { organisation, issues } = await readOrganisation(file);
for (const issue of issues) console.error(formatIssue(issue));

// Which groups, and who says so?
const { groups, of, unknown } = (await home.ask('threats', { organisation, top: 5 })).answer;
for (const { rank, group, score, factors } of groups) {
  console.log(`${rank}. ${group.name} (${group.label}), ${score.toFixed(2)}`);
  for (const { factor, contribution, found, grounds } of factors)
    if (found !== '')
      console.log(`   ${factor} ${contribution.toFixed(2)}: ${found}; ${grounds[0]?.by ?? ''}`);
}
console.log(`Of ${of} groups no sector is known for ${unknown.sector}, no country for ${unknown.country}.`);

// How do they work?
const expected = (await home.ask('expect', { organisation, limit: 5 })).answer;
for (const { technique, expectation, users } of expected.techniques)
  console.log(`${technique.label} ${technique.name}: ${expectation.toFixed(2)}, used by ${users}`);

// What helps most against what is not covered yet?
const { coverage } = await readCoverage(organisation.controls.coverage);
const { rankings } = (
  await home.ask('priorities', {
    organisation,
    coverage: { claims: claimsOf(coverage) },
    kind: 'mitigations',
    limit: 3,
  })
).answer;
for (const { defence, effect } of rankings[0]?.defences ?? [])
  console.log(`${defence.name}: ${(effect * 100).toFixed(0)} %`);
await home.close();
