import { readBundle } from '../../src/intake/index.ts';
import type { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { type RawObject, about, bundle, idOf, labelled, relationship, release } from './world/build.ts';
import { knowledgeOf } from './desk.ts';

function technique(
  number: number,
  label: string,
  tactics: readonly string[],
  more: RawObject = {},
): RawObject {
  return labelled('attack-pattern', number, label, `Invented ${label}`, {
    kill_chain_phases: tactics.map((phase_name) => ({ kill_chain_name: 'mitre-attack', phase_name })),
    x_mitre_domains: ['enterprise-attack'],
    ...more,
  });
}

const TACTICS = [
  'defense-evasion',
  'persistence',
  'privilege-escalation',
  'execution',
  'initial-access',
  'impact',
];

/** A knowledge base with what tests of migrations need of 18.1: real ids, invented names, what became of a few older ids. */
export function nineteenth(): MemoryKnowledgeBase {
  const id = (number: number): string => idOf('attack-pattern', number);
  const objects: readonly RawObject[] = [
    release('18.1'),
    ...TACTICS.map((name, index) =>
      labelled('x-mitre-tactic', index + 1, `TA900${index}`, name, { x_mitre_shortname: name }),
    ),
    technique(11, 'T1562', ['defense-evasion']),
    technique(12, 'T1562.001', ['defense-evasion']),
    technique(13, 'T1562.003', ['defense-evasion']),
    technique(14, 'T1562.004', ['defense-evasion']),
    technique(15, 'T1562.006', ['defense-evasion']),
    technique(16, 'T1027', ['defense-evasion']),
    technique(17, 'T1055', ['defense-evasion', 'privilege-escalation']),
    technique(18, 'T1548', ['defense-evasion', 'privilege-escalation']),
    technique(19, 'T1566', ['initial-access']),
    technique(20, 'T1566.001', ['initial-access']),
    technique(21, 'T1193', ['initial-access'], { revoked: true }),
    technique(22, 'T1043', [], { x_mitre_deprecated: true, description: 'It is gone.' }),
    technique(23, 'T1064', [], {
      x_mitre_deprecated: true,
      description:
        '**Deprecated. Please use [Other](https://attack.example/techniques/T1027).**\n\nElsewhere [x](https://attack.example/techniques/T1566).',
    }),
    technique(24, 'T1484', ['defense-evasion', 'privilege-escalation']),
    relationship(51, id(21), 'revoked-by', id(20)),
  ];
  return knowledgeOf(readBundle(bundle(...objects), about('eighteen')));
}
