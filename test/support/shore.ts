import { readBundle } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import type { KnowledgeView } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import type { Model } from '../../src/reasoning/index.ts';
import { sourcedFactsOf } from '../../src/workbench/sourced-facts.ts';
import type { SourcedFacts } from '../../src/analysis/index.ts';
import { about, bundle, idOf, labelled, relationship, release, type RawObject } from './fictional.ts';
import { rulePack } from './rule-pack.ts';

export const HERON = idOf('intrusion-set', 1);
export const OTTER = idOf('intrusion-set', 2);
export const NEWT = idOf('intrusion-set', 3);
export const FERRY = idOf('malware', 4);
export const LOW_TIDE = idOf('campaign', 5);
export const DOOR = idOf('attack-pattern', 11);
export const COMMANDS = idOf('attack-pattern', 12);
export const WHISPER = idOf('attack-pattern', 13);
export const SHOUT = idOf('attack-pattern', 14);
export const KNOCK = idOf('attack-pattern', 16);
export const CARRY = idOf('attack-pattern', 15);

/** A technique of one tactic. */
function technique(
  number: number,
  label: string,
  name: string,
  shortname: string,
  platforms: readonly string[],
): RawObject {
  return labelled('attack-pattern', number, label, name, {
    kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: shortname }],
    x_mitre_platforms: platforms,
    x_mitre_domains: ['enterprise-attack'],
  });
}

function tactic(number: number, label: string, name: string, shortname: string): RawObject {
  return labelled('x-mitre-tactic', number, label, name, {
    x_mitre_shortname: shortname,
    x_mitre_domains: ['enterprise-attack'],
  });
}

/** A use with a sentence and the documents that it cites: `Lighthouse Report. (2015, May 4). …`. */
export function use(
  number: number,
  user: string,
  used: string,
  sentence: string,
  ...references: readonly string[]
): RawObject {
  const names = references.map((reference) => `${reference.split('.')[0] ?? ''} ${number}`);
  return relationship(number, user, 'uses', used, {
    description: sentence + names.map((name) => `(Citation: ${name})`).join(''),
    external_references: references.map((description, index) => ({
      source_name: names[index],
      description,
      url: `https://${(description.split('.')[0] ?? '').toLowerCase().replaceAll(' ', '-')}.example/${number}`,
    })),
  });
}

/**
 * A shore where groups of birds and beasts break into boats. Heron uses a door (2015), whispers (2023), and a ferry whose
 * abilities are reported too; a campaign of its shouted. Otter shouts and opens doors. Newt does nothing that is known.
 */
export function shore(): readonly RawObject[] {
  return [
    release('1.0'),
    labelled('intrusion-set', 1, 'G9001', 'Example Heron', {
      aliases: ['Example Heron', 'Grey Wader'],
      description: 'A group that takes fish from [boats](https://shore.example/boats).',
    }),
    labelled('intrusion-set', 2, 'G9002', 'Example Otter'),
    labelled('intrusion-set', 3, 'G9003', 'Example Newt'),
    labelled('malware', 4, 'S9001', 'Ferry'),
    labelled('campaign', 5, 'C9001', 'Low Tide', {
      first_seen: '2021-03-01T00:00:00.000Z',
      last_seen: '2021-06-01T00:00:00.000Z',
    }),
    // Listed in another order than their labels are in.
    labelled('x-mitre-matrix', 6, 'shore', 'Shore', {
      tactic_refs: [idOf('x-mitre-tactic', 9), idOf('x-mitre-tactic', 7), idOf('x-mitre-tactic', 8)],
    }),
    tactic(7, 'TA9001', 'Doing', 'execution'),
    tactic(8, 'TA9002', 'Taking', 'exfiltration'),
    tactic(9, 'TA9003', 'Getting In', 'initial-access'),
    technique(11, 'T9001', 'Open Door', 'initial-access', ['Windows', 'Linux']),
    technique(12, 'T9002', 'Commands', 'execution', ['Windows', 'Linux', 'ESXi']),
    technique(13, 'T9002.001', 'Whisper', 'execution', ['Windows']),
    technique(14, 'T9002.002', 'Shout', 'execution', ['ESXi']),
    technique(15, 'T9003', 'Carry Away', 'exfiltration', ['IaaS', 'SaaS']),
    technique(16, 'T9004', 'Knock', 'initial-access', ['Windows']),
    relationship(20, WHISPER, 'subtechnique-of', COMMANDS),
    relationship(21, SHOUT, 'subtechnique-of', COMMANDS),
    labelled('course-of-action', 31, 'M9001', 'Lock'),
    relationship(32, idOf('course-of-action', 31), 'mitigates', DOOR),
    labelled('x-mitre-detection-strategy', 33, 'DET9001', 'Listen at the Door'),
    relationship(34, idOf('x-mitre-detection-strategy', 33), 'detects', DOOR),
    labelled('x-mitre-detection-strategy', 35, 'DET9002', 'Listen for Whispers'),
    relationship(36, idOf('x-mitre-detection-strategy', 35), 'detects', WHISPER),
    use(
      41,
      HERON,
      DOOR,
      'Example Heron walks in where a door is open.',
      'Lighthouse. (2015, May 4). Doors. Retrieved May 5, 2015.',
    ),
    use(
      42,
      HERON,
      WHISPER,
      'Example Heron whispers commands to the crew.',
      'Lighthouse. (2023, May). Whispers.',
      'Harbour Watch. (2024, January 9). Sounds at night.',
    ),
    use(43, HERON, FERRY, 'Example Heron travels by Ferry.', 'Harbour Watch. (2022). Ferries.'),
    use(44, FERRY, CARRY, 'Ferry carries fish to the cloud.', 'Lighthouse. (2012, July 1). Ferry.'),
    use(45, FERRY, WHISPER, 'Ferry whispers.'),
    relationship(46, LOW_TIDE, 'attributed-to', HERON),
    use(
      47,
      LOW_TIDE,
      SHOUT,
      'During Low Tide, the crew was shouted at.',
      'Harbour Watch. (2021, August 2). Low Tide.',
    ),
    use(51, OTTER, SHOUT, 'Example Otter shouts.', 'Lighthouse. (2024, January 10). Otters.'),
    use(52, OTTER, DOOR, 'Example Otter walks in.', 'Lighthouse. (n.d.). Otters at large.'),
  ];
}

/** The shore as a view, with what the standard rules derive from it. */
export function shoreDesk(...more: readonly RawObject[]): {
  readonly view: KnowledgeView;
  readonly model: Model;
} {
  const base = new MemoryKnowledgeBase();
  base.ingest(readBundle(bundle(...shore(), ...more), about('shore')), '2025-01-02T03:04:05.000Z');
  const view = base.view();
  return { view, model: evaluate(rulePack('standard'), view.facts) };
}

/** The same as profiles read it, and how to name a thing in it. */
export function shoreFacts(
  ...more: readonly RawObject[]
): SourcedFacts & { readonly term: (id: string) => number } {
  const sourced = sourcedFactsOf(shoreDesk(...more));
  return { ...sourced, term: (id) => sourced.catalogue.termOf(id) ?? -1 };
}
