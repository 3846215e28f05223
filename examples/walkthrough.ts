/**
 * The profiling investigation: from the words that describe an organisation to the mitigations that matter to it. Plain JavaScript as it
 * stands. Usage: node walkthrough.js HOME [FILE [KEYWORD…]], the home being a folder, the file ATT&CK or other intelligence as STIX.
 */
import { explanationText, loadSource, openHome } from 'foeprint';

const [folder, file, ...words] = process.argv.slice(2);
const home = await openHome({ home: folder });
if (file !== undefined) await loadSource(home, file);
const keywords = words.length === 0 ? ['manufacturing', 'telecom'] : words;

// Which groups are of interest?
const found = await home.ask('groups', { keywords, any: true });
for (const { group, matches } of found.answer.groups)
  console.log(`${group.label} ${group.name}: ${matches[0]?.excerpt ?? ''}`);
const groups = found.answer.groups.slice(0, 3).map(({ group }) => group.id);

// Who are they?
for (const name of groups) console.log(`\n${(await home.ask('show', { name })).answer.description}`);

// What do they use, and what do all of them use, taking in what follows from their software and campaigns?
const any = await home.ask('techniques', { groups, derived: true });
const shared = await home.ask('techniques', { groups, derived: true, shared: true });
console.log(`\n${any.answer.techniques.length} techniques, ${shared.answer.techniques.length} shared by all`);

// Why is the first group held to use the first of them?
const technique = (shared.answer.techniques[0] ?? any.answer.techniques[0])?.technique;
const [first] = groups;
if (technique !== undefined && first !== undefined) {
  const { answer } = await home.ask('explain', { first, second: technique.id });
  for (const explanation of answer.explanations) console.log(`\n${explanationText(explanation)}`);
}

// What can be done?
for (const name of groups) {
  const { subject, mitigations } = (await home.ask('mitigations', { name })).answer;
  const { detections } = (await home.ask('detections', { name })).answer;
  const best = mitigations[0];
  console.log(
    `${subject.name}: ${mitigations.length} mitigations, ${detections.length} detection strategies; ` +
      `most techniques are answered by ${best?.defence.name ?? 'none'} (${best?.techniques.length ?? 0})`,
  );
}

// Whoever shows the text of a source shows its notices.
console.log(`\n${found.notices.join('\n')}`);
await home.close();
