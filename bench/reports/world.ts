import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Knowledge } from '../../src/desk/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { accessWith } from '../../test/support/sightings.ts';

const SHARED = '../shared/data';

/** ATT&CK alone, and with the catalogues of MISP that name groups. */
export const ATTACK = ['attack/enterprise-attack-18.1.json.gz'] as const;
export const ATTACK_AND_MISP = [
  ...ATTACK,
  'misp-galaxy/threat-actor.json.gz',
  'misp-galaxy/microsoft-activity-group.json.gz',
] as const;

/** What was learnt in this run. */
export interface Learnt {
  /** Seconds of the processor. */
  readonly seconds: number;
  readonly bytes: Uint8Array;
}

type Bundle = { readonly objects?: readonly { readonly type: string }[] };

/**
 * These files in view, and nothing else.
 *
 * @param isHidden which objects are left out
 * @param learnt what was learnt before, and will be, by its key
 */
export async function worldOf(
  files: readonly string[],
  isHidden: (object: { readonly type: string }) => boolean = () => false,
  learnt = new Map<string, Learnt>(),
): Promise<Knowledge['view']> {
  const base = new MemoryKnowledgeBase();
  for (const file of files) {
    const bytes = gunzipSync(readFileSync(`${SHARED}/${file}`));
    const parsed = JSON.parse(bytes.toString()) as Bundle;
    const { objects } = parsed;
    const seen =
      objects === undefined ? parsed : { ...parsed, objects: objects.filter((each) => !isHidden(each)) };
    const about = { location: file, sha256: '0'.repeat(64), bytes: bytes.length };
    base.ingest(readDocument(seen, about), '2026-01-01T00:00:00.000Z');
  }
  const desk = await accessWith(base, []).view({}, undefined);
  return {
    ...desk,
    learnt: async (_name, key, learn) => {
      const known = learnt.get(key) ?? timed(learn);
      learnt.set(key, known);
      return await Promise.resolve(known.bytes);
    },
  };
}

function timed(learn: () => Uint8Array): Learnt {
  const before = process.cpuUsage();
  const bytes = learn();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, bytes };
}
