import type { DraftLog, EmulationTest } from '../../../answers/index.ts';
import { OF_TESTS, type Piece } from './commands.ts';
import { filled, type Trace } from './trace.ts';

/** Hosts that tests take their own files from, or that stand for others. */
const OF_LIBRARIES =
  /(?:^|\.)(?:github|githubusercontent|google|googleapis|microsoft|windows|example|onion|local|aka|cloudfront|bit)(?:\.|$)/iu;
const ADDRESS = /\b(?:https?|wss?|ftp):\/\/([a-z0-9.-]{1,200}\.[a-z]{2,20})(?=[/:"'\s)]|$)/giu;
const ASKED =
  /^(?:nslookup|resolve-dnsname|ping|test-connection)\b.*?\s([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,4}\.[a-z]{2,20})(?=\s|$)/iu;

/** Names of hosts that the commands of a test would ask for, in a log of such questions (Sysmon, event 22). */
export function hostTraces(test: EmulationTest, pieces: readonly Piece[]): readonly Trace[] {
  const log: DraftLog = { product: 'windows', category: 'dns_query' };
  const found = pieces.flatMap(({ text }) => {
    // What is given to a test is not what an adversary asks for; it is an event all the same.
    const literal = new Set(hostsIn(text));
    return [...new Set(hostsIn(filled(test, text)))].map((host) => ({ host, isLiteral: literal.has(host) }));
  });
  return found.map(({ host, isLiteral }): Trace => {
    const event = { logsource: log, QueryName: host };
    return isLiteral && !OF_LIBRARIES.test(host) && !OF_TESTS.test(host)
      ? { log, test, event, selection: { QueryName: host } }
      : { log, test, event };
  });
}

function hostsIn(text: string): readonly string[] {
  const asked = ASKED.exec(text)?.[1];
  return [...text.matchAll(ADDRESS)]
    .map(([, host = '']) => host)
    .concat(asked ?? [])
    .map((host) => host.toLowerCase());
}
