import type { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { type RawObject, delivered, idOf, relationship, release, tactic, technique } from './world/build.ts';
import { knowledgeOf } from './desk.ts';

/** A technique with a name that nobody gave it. */
const invented = (number: number, label: string, tactics: readonly string[], more?: RawObject): RawObject =>
  technique(number, label, `Invented ${label}`, tactics, more);

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
    ...TACTICS.map((name, index) => tactic(index + 1, `TA900${index}`, name)),
    invented(11, 'T1562', ['defense-evasion']),
    invented(12, 'T1562.001', ['defense-evasion']),
    invented(13, 'T1562.003', ['defense-evasion']),
    invented(14, 'T1562.004', ['defense-evasion']),
    invented(15, 'T1562.006', ['defense-evasion']),
    invented(16, 'T1027', ['defense-evasion']),
    invented(17, 'T1055', ['defense-evasion', 'privilege-escalation']),
    invented(18, 'T1548', ['defense-evasion', 'privilege-escalation']),
    invented(19, 'T1566', ['initial-access']),
    invented(20, 'T1566.001', ['initial-access']),
    invented(21, 'T1193', ['initial-access'], { revoked: true }),
    invented(22, 'T1043', [], { x_mitre_deprecated: true, description: 'It is gone.' }),
    invented(23, 'T1064', [], {
      x_mitre_deprecated: true,
      description:
        '**Deprecated. Please use [Other](https://attack.example/techniques/T1027).**\n\nElsewhere [x](https://attack.example/techniques/T1566).',
    }),
    invented(24, 'T1484', ['defense-evasion', 'privilege-escalation']),
    relationship(51, id(21), 'revoked-by', id(20)),
  ];
  return knowledgeOf(delivered('eighteen', ...objects));
}
