import { expect, test } from 'vitest';
import { SCHEMAS, slimEnvelope } from '../../src/answers/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { explain } from '../../src/workbench/explanation/explain.ts';
import { groupProfile } from '../../src/workbench/groups/profile.ts';
import { softwarePage } from '../../src/workbench/pages/software.ts';
import { techniquePage } from '../../src/workbench/pages/technique.ts';
import { mitigationsOf } from '../../src/workbench/techniques/mitigations.ts';
import { techniquesUsedBy } from '../../src/workbench/techniques/techniques.ts';
import type { Answered } from '../../src/workbench/index.ts';
import { knowledgeOf } from '../support/desk.ts';
import { enveloped } from '../support/enveloped.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';

/** Answers from ATT&CK, and how many times smaller they are without their reasons at least. */
const ASKED: readonly (readonly [
  useCase: keyof typeof SCHEMAS,
  shrinks: number,
  ask: (desk: Desk) => Answered<unknown>,
])[] = [
  ['profile', 1.5, (desk) => groupProfile(desk, 'G0016')],
  ['technique', 1.5, (desk) => techniquePage({ ...desk, base: knowledgeOf() }, 'T1055', true)],
  ['software', 1.5, (desk) => softwarePage(desk, 'S0154', true)],
  ['mitigations', 4, (desk) => mitigationsOf(desk, 'G0016')],
  ['techniques', 0.5, (desk) => techniquesUsedBy(desk, ['G0016', 'G0007'], { derived: true })],
];

test.runIf(hasRealData).for(ASKED)(
  'in ATT&CK, %s: a slim answer is smaller, and its handles lead to reasons',
  async ([useCase, shrinks, ask]) => {
    const desk = await realDesk();
    const whole = enveloped(ask(desk), { sources: [], notices: [] });
    const slim = JSON.stringify(slimEnvelope(SCHEMAS[useCase].answer, whole).answer);
    expect(JSON.stringify(whole.answer).length / slim.length).toBeGreaterThan(shrinks);
    const handles = [...slim.matchAll(/"why":"(?<first>[^"~]+)~(?<second>[^"]+)"/gu)];
    expect(handles.length).toBeGreaterThan(30);
    for (const { groups: { first = '', second = '' } = {} } of handles.filter((_, at) => at % 15 === 0)) {
      const { explanations } = explain(desk, first, second).answer;
      expect(
        explanations.some(({ status }) => status !== 'unknown'),
        `${first} ~ ${second}`,
      ).toBe(true);
    }
  },
);
