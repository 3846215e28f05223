import type { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import {
  type RawObject,
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
  tactic,
  technique,
} from './world/build.ts';
import { knowledgeOf } from './desk.ts';

const LATER = { modified: '2021-01-01T00:00:00.000Z' };

const id = (number: number): string => idOf('attack-pattern', number);
const WADER = idOf('intrusion-set', 1);

function uses(number: number, used: string, sentence: string, more: RawObject = {}): RawObject {
  return relationship(number, WADER, 'uses', used, { description: sentence, ...more });
}

/** The first release: what a pond was like. */
export function pondBefore(): readonly RawObject[] {
  return [
    release('1.0'),
    labelled('intrusion-set', 1, 'G9101', 'Wader'),
    tactic(2, 'TA9101', 'Hiding'),
    tactic(3, 'TA9102', 'Feeding'),
    technique(11, 'T9101', 'Stand Still', ['hiding'], {
      description: 'Not moving.',
      x_mitre_platforms: ['Reed', 'Mud'],
      x_mitre_version: '1.0',
    }),
    technique(12, 'T9102', 'Stab', ['feeding']),
    technique(13, 'T9103', 'Old Stab', ['feeding']),
    technique(14, 'T9104', 'Hum', ['hiding']),
    technique(15, 'T9105', 'Forgotten', ['hiding']),
    technique(16, 'T9106', 'Was Away', ['hiding'], { x_mitre_deprecated: true }),
    technique(17, 'T9107', 'Unchanged', ['feeding']),
    technique(20, 'T9110', 'Counted Again', ['feeding'], { x_mitre_version: '1.0' }),
    technique(21, 'T9111', 'Waded Elsewhere', ['feeding'], { x_mitre_version: '1.0' }),
    technique(18, 'T9108', 'Gone Long Ago', ['feeding'], { x_mitre_deprecated: true }),
    uses(51, id(11), 'Wader stands still.'),
    uses(52, id(13), 'Wader stabs.'),
    uses(53, id(14), 'Wader hums.'),
    uses(54, id(17), 'Wader is as it was.'),
  ];
}

/** The second: one thing of every kind of change. */
export function pondAfter(): readonly RawObject[] {
  return [
    release('2.0'),
    labelled('intrusion-set', 1, 'G9101', 'Wader'),
    tactic(2, 'TA9101', 'Hiding'),
    tactic(3, 'TA9102', 'Feeding'),
    tactic(4, 'TA9103', 'Resting'),
    technique(11, 'T9101', 'Stand Very Still', ['hiding', 'resting'], {
      ...LATER,
      description: 'Not moving at all.',
      x_mitre_platforms: ['Mud', 'Sand'],
      x_mitre_version: '1.1',
    }),
    technique(12, 'T9102', 'Stab', ['feeding']),
    technique(13, 'T9103', 'Old Stab', ['feeding'], { ...LATER, revoked: true }),
    technique(14, 'T9104', 'Hum', ['hiding'], { ...LATER, x_mitre_deprecated: true }),
    technique(16, 'T9106', 'Was Away', ['hiding'], LATER),
    technique(17, 'T9107', 'Unchanged', ['feeding']),
    technique(20, 'T9110', 'Counted Again', ['feeding'], { ...LATER, x_mitre_version: '1.1' }),
    technique(21, 'T9111', 'Waded Elsewhere', ['feeding'], {
      ...LATER,
      x_mitre_version: '1.1',
      x_mitre_domains: ['enterprise-attack', 'mobile-attack'],
    }),
    technique(18, 'T9108', 'Gone Long Ago', ['feeding'], { x_mitre_deprecated: true }),
    technique(19, 'T9109', 'Nap', ['resting']),
    relationship(40, id(13), 'revoked-by', id(12)),
    uses(51, id(11), 'Wader stands very still.', LATER),
    uses(54, id(17), 'Wader is as it was.'),
    uses(55, id(12), 'Wader stabs.'),
    uses(56, id(19), 'Wader naps.'),
  ];
}

/** A knowledge base with both releases of the pond, and a report that belongs to neither. */
export function pondReleases(): MemoryKnowledgeBase {
  return knowledgeOf(
    delivered('pond-1', ...pondBefore()),
    delivered('pond-2', ...pondAfter()),
    delivered('leaflet', object('malware', 90, { name: 'Leaflet' })),
  );
}
