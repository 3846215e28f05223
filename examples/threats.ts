/**
 * The three questions with the library: which groups are documented against organisations like ours, how they are told
 * to work, and what helps. Usage: tsx -C @foeprint/source examples/threats.ts [ORGANISATION [FILE…]], the files being ATT&CK and other sources of intelligence.
 */
import { deskOver, expectedTechniques, prioritiesFor, readOrganisation, threatsTo } from 'foeprint';

const [file = 'samples/org.yaml', ...sources] = process.argv.slice(2);
const { organisation, issues } = await readOrganisation(file);
for (const { message } of issues) console.error(message);
const desk = await deskOver(sources.length === 0 ? ['samples/sample-attack.json'] : sources);

// Which groups, and who says so?
const { groups, of, unknown } = threatsTo(desk, organisation, { top: 5 });
for (const { rank, group, score, factors } of groups) {
  console.log(`${rank}. ${group.name} (${group.label}), ${score.toFixed(2)}`);
  for (const { factor, contribution, found, grounds } of factors)
    if (found !== '')
      console.log(`   ${factor} ${contribution.toFixed(2)}: ${found}; ${grounds[0]?.by ?? ''}`);
}
console.log(`Of ${of} groups no sector is known for ${unknown.sector}, no country for ${unknown.country}.`);

// How are they told to work?
const expected = expectedTechniques(desk, organisation, { limit: 5 });
for (const { technique, expectation, users } of expected.techniques)
  console.log(`${technique.label} ${technique.name}: ${expectation.toFixed(2)}, used by ${users}`);

// What helps most against it?
const { rankings } = prioritiesFor(desk, organisation, { kinds: ['mitigations'], limit: 3 });
for (const { defence, effect } of rankings[0]?.defences ?? [])
  console.log(`${defence.name}: ${(effect * 100).toFixed(0)} %`);
