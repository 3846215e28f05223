import { addressKey, type UseIndex } from '../../src/analysis/triage/use-index.ts';
import type { Evidence } from '../../src/facts/index.ts';
import { addTo } from '../../src/text/index.ts';

/** A report: documents of the same name or at the same address. */
export interface Report {
  readonly names: readonly string[];
  /** What it is recognised by in another release: names and addresses. */
  readonly keys: readonly string[];
  /** Day of publication: of a month the 15th, of a year the 1st of July; absent where no document says it. */
  readonly day?: string;
  /** Statements that cite it. */
  readonly statements: readonly number[];
}

export type Reports = readonly Report[];

/** All reports that uses rest on. */
export function reportsIn({ statements }: UseIndex, evidence: (stored: number) => Evidence): Reports {
  const leads = new Map<string, string>();
  const leadOf = (key: string): string => {
    let lead = key;
    for (let next = leads.get(lead); next !== undefined; next = leads.get(lead)) lead = next;
    return lead;
  };
  const days = new Map<string, string>();
  const citing = new Map<string, number[]>();
  statements.stored.forEach((stored, statement) => {
    for (const { name, url, published } of evidence(stored).citations) {
      const key = `name ${name}`;
      if (!citing.has(key) || citing.get(key)?.at(-1) !== statement) addTo(citing, key, statement);
      if (published !== undefined && !days.has(key)) days.set(key, dayOf(published));
      if (url === undefined) continue;
      const [one, other] = [leadOf(`url ${addressKey(url)}`), leadOf(key)];
      if (one !== other) leads.set(one, other);
    }
  });
  const keysOf = new Map<string, string[]>();
  for (const key of new Set([...citing.keys(), ...leads.keys()])) addTo(keysOf, leadOf(key), key);
  return [...keysOf.values()].map((keys) => {
    const names = keys.filter((key) => citing.has(key));
    const day = names.map((key) => days.get(key)).find((each) => each !== undefined);
    return {
      names: names.map((key) => key.slice('name '.length)),
      keys,
      statements: [...new Set(names.flatMap((key) => citing.get(key) ?? []))],
      ...(day === undefined ? {} : { day }),
    };
  });
}

function dayOf(published: string): string {
  return published + (published.length === 4 ? '-07-01' : published.length === 7 ? '-15' : '');
}
