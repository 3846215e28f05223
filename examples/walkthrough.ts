/**
 * The profiling investigation with the library: from the words that describe an organisation to the mitigations that
 * matter to it, and why. Usage: tsx -C @foeprint/source examples/walkthrough.ts BUNDLE [KEYWORD…]
 */
import {
  deskOver,
  detectionsOf,
  explain,
  explanationText,
  findGroups,
  mitigationsOf,
  show,
  techniquesUsedBy,
} from 'foeprint';

const [bundle = 'samples/sample-attack.json', ...words] = process.argv.slice(2);
const keywords = words.length === 0 ? ['manufacturing', 'telecom'] : words;
const desk = await deskOver([bundle]);

// Which groups are of interest?
const { groups } = findGroups(desk, { keywords, any: true });
for (const { group, matches } of groups)
  console.log(`${group.label} ${group.name}: ${matches[0]?.excerpt ?? ''}`);
const ids = groups.slice(0, 3).map(({ group }) => group.id);

// Who are they?
for (const id of ids) console.log(`\n${show(desk, id).answer.description}`);

// What do they use, and what do all of them use, taking in what follows from their software and campaigns?
const any = techniquesUsedBy(desk, ids, { derived: true }).answer;
const shared = techniquesUsedBy(desk, ids, { derived: true, shared: true }).answer;
console.log(`\n${any.techniques.length} techniques, ${shared.techniques.length} of them shared by all`);

// Why is the first group held to use the first of them?
const technique = (shared.techniques[0] ?? any.techniques[0])?.technique;
const [first] = ids;
if (technique !== undefined && first !== undefined)
  for (const explanation of explain(desk, first, technique.id).explanations)
    console.log(`\n${explanationText(explanation)}`);

// What can be done?
for (const id of ids) {
  const { subject, mitigations } = mitigationsOf(desk, id).answer;
  const { detections } = detectionsOf(desk, id).answer;
  const best = mitigations[0];
  console.log(
    `${subject.name}: ${mitigations.length} mitigations, ${detections.length} detection strategies; ` +
      `most techniques are answered by ${best?.defence.name ?? 'none'} (${best?.techniques.length ?? 0})`,
  );
}
