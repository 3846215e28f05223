/*
 * A process that loads one file of the real data into a knowledge base: reads it, says `ready`, waits to be told,
 * loads, says `done`, and ends without closing, as a process that is killed would.
 */
import { once } from 'node:events';
import { openSqliteKnowledgeBase } from '../../../src/knowledge/sqlite/index.ts';
import { readReal } from '../../support/read-real.ts';

const [path = '', file = ''] = process.argv.slice(2);
const delivery = readReal(file);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
openSqliteKnowledgeBase(path).ingest(delivery, '2026-01-01T00:00:00.000Z');
process.stdout.write('done\n');
process.exit(0);
