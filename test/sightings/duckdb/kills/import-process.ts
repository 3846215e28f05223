/* A process that imports batches into a store, by their numbers, in the order given; it says how many were new. */
import { openSightings } from '../../../../src/home/sightings/open-sightings.ts';
import { imported } from '../support.ts';
import { numbered } from './numbered.ts';

const [folder = '', ...numbers] = process.argv.slice(2);
const store = await openSightings(folder, 'imported', 'local');
let added = 0;
for (const number of numbers) if ((await imported(store, numbered(Number(number)))).isNew) added += 1;
await store.close();
console.log(added);
