import { techniquesReport, usageReport } from '../../report/index.ts';
import { techniqueUsage, techniquesUsedBy } from '../../workbench/index.ts';
import type { Desk } from '../../desk/index.ts';
import { answered } from '../answered.ts';
import type { Call, CallOptions } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: names, options, desk }: Call): Promise<Outcome> {
  return names.length === 0 ? usage(await desk(), options) : used(await desk(), names, options);
}

function used(desk: Desk, names: readonly string[], options: CallOptions): Outcome {
  const all = techniquesUsedBy(desk, names, {
    derived: options.flag('derived'),
    shared: options.flag('shared'),
  });
  const answer = { ...all, techniques: all.techniques.slice(0, options.number('limit')) };
  return answered(desk, answer, techniquesReport, answer.techniques.length === 0);
}

function usage(desk: Desk, options: CallOptions): Outcome {
  const answer = techniqueUsage(desk, {
    derived: options.flag('derived'),
    min: options.number('min'),
    max: options.number('max'),
    limit: options.number('limit'),
    sort: options.choice('sort', ['count', 'id', 'name']),
  });
  return answered(desk, answer, usageReport, answer.techniques.length === 0);
}
