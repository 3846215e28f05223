/**
 * What changes a home is recorded in its journal, and undone by the number of its entry. Plain JavaScript as it stands.
 * Usage: node changes.js HOME FILE, the home being a folder, the file ATT&CK or other intelligence as STIX.
 */
import { openHome } from 'foeprint';

const [folder, file = ''] = process.argv.slice(2);
const home = await openHome({ home: folder });
await home.act('load', { locations: [file] }, { who: 'J. Doe' });

const { answer } = await home.ask('list', { catalogue: 'groups' });
const [group] = answer.things;
if (group === undefined) throw new Error('no group is loaded');

// Somebody states something. The answer is typed by the action, and names its entry in the journal.
const said = { subject: group.id, relation: 'targets', object: 'LU', source: 'J. Doe', status: 'probable' };
const asserted = await home.act('assert', said, { who: 'J. Doe' });
console.log(`${asserted.answer.assertion.label}, entry ${asserted.journal} of the journal`);

const victims = async () => (await home.ask('victims', { group: group.id })).answer;
console.log(JSON.stringify(await victims()).includes('Luxembourg'));

// It was wrong: everything is as it was before.
const { answer: undone } = await home.act('undo', { entry: String(asserted.journal) }, { who: 'J. Doe' });
console.log(`undone: ${undone.undone.action} by ${undone.undone.who}`);
console.log(JSON.stringify(await victims()).includes('Luxembourg'));

await home.close();
