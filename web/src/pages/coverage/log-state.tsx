import type { ReactElement } from 'react';
import { several } from '../../words/count.ts';

/** How far the look into a log has come, in three: no log, a log without a rule, a rule. */
export function LogState({
  isAvailable,
  rules,
}: {
  readonly isAvailable: boolean;
  readonly rules: number;
}): ReactElement {
  const [step, words] =
    rules > 0 ? [3, several(rules, 'rule')] : isAvailable ? [2, 'log, no rule'] : [1, 'no log source'];
  return (
    <span className="log-state">
      <span aria-hidden="true">
        <i />
        <i className={step >= 2 ? 'on' : ''} />
        <i className={step >= 3 ? 'on' : ''} />
      </span>
      {words}
    </span>
  );
}
