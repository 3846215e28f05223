import { useId, type ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import type { PlanLine } from '../../api/answers.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Seg } from '../../kit/controls.tsx';
import { Columns, Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { curveBars } from '../../marks/defence/curve.ts';
import { several } from '../../words/count.ts';
import { FIELDS, KINDS, type Against } from './against.ts';

const MOST = 28;

/** What to build first: always the step that adds most to those before. */
export function Plan({ against }: { readonly against: Against }): ReactElement {
  const [{ kind }, change] = useAddress(FIELDS);
  const { organisation, groups, coverage } = against.question;
  const whom =
    organisation === undefined || organisation === null
      ? groups === undefined
        ? undefined
        : { groups }
      : { organisation };
  const plan = useAnswer(
    'plan',
    whom === undefined
      ? undefined
      : {
          ...whom,
          ...(coverage === undefined ? {} : { coverage }),
          kinds: [kind],
          budget: MOST,
          seconds: 0,
          limit: 8,
        },
  );
  return (
    <Section
      title="What to build first"
      about="always the step that adds most to those before; every step costs one"
      actions={
        <Seg
          label="Kind"
          choices={KINDS}
          value={kind}
          onChange={(each) => change({ kind: each, budget: 8 })}
        />
      }
    >
      {whom === undefined ? (
        <p className="note">
          What comes first depends on what an organisation is to expect, or what groups use. Choose one above.
        </p>
      ) : (
        <Answered of={plan} skeleton={<Skeleton kind="rows" lines={8} />}>
          {({ answer }) => <Steps answer={answer} />}
        </Answered>
      )}
    </Section>
  );
}

function Steps({ answer }: { readonly answer: AnswerOf<'plan'> }): ReactElement {
  const [{ budget }, change] = useAddress(FIELDS);
  const id = useId();
  const { lines } = answer;
  const [first] = lines;
  if (first === undefined)
    return (
      <Empty title="There is nothing to build of this kind.">
        Nothing of it answers a technique of which something is left.
      </Empty>
    );
  const steps = Math.min(budget, lines.length);
  const together = lines[steps - 1]?.together ?? 0;
  return (
    <>
      <div className="budget">
        <label htmlFor={id}>Budget</label>
        <input
          id={id}
          type="range"
          min={1}
          max={lines.length}
          value={steps}
          aria-valuetext={`${several(steps, 'step')}, ${percent(together)} answered`}
          onChange={(event) => change({ budget: Number(event.target.value) }, { isPassing: true })}
        />
        <output>{several(steps, 'step')}</output>
        <b className="large">{percent(together)}</b>
        <span className="quiet">of what is left to expect is then answered</span>
      </div>
      <Columns halves>
        <ol className="build-steps">
          {lines.slice(0, Math.min(steps, 12)).map((line) => (
            <Step key={line.thing.id} line={line} of={first} />
          ))}
          {steps > 12 ? <li className="note">and {steps - 12} more</li> : null}
        </ol>
        <div>
          <Curve lines={lines} steps={steps} />
          <p className="note">
            That something answers a technique says that a source reports it does: not how well, nor at what
            cost.
            {answer.unansweredOf === 0
              ? ''
              : ` ${several(answer.unansweredOf, 'technique')} to expect ${answer.unansweredOf === 1 ? 'has' : 'have'} nothing of this kind at all.`}
            {answer.watchOf === 0
              ? ''
              : ` ${several(answer.watchOf, 'technique')} cannot be prevented, by the words of the source: watch for ${answer.watchOf === 1 ? 'it' : 'them'}.`}
            {answer.done === 0
              ? ''
              : ` What is done already is taken off: ${percent(answer.done / answer.total)} of the whole.`}
          </p>
        </div>
      </Columns>
    </>
  );
}

function Step({ line, of }: { readonly line: PlanLine; readonly of: PlanLine }): ReactElement {
  const answered = line.techniques.map(({ technique }) => `${technique.name} (${technique.label})`);
  return (
    <li>
      <span className="order">{line.order}</span>
      <details>
        <summary>
          <b>{line.thing.name}</b> <span className="id">{line.thing.label}</span>
        </summary>
        <p className="note">
          Answers {answered.slice(0, 8).join(', ')}
          {answered.length > 8 ? ` and ${answered.length - 8} more` : ''}.
        </p>
      </details>
      <BarCell kind="defence" share={line.adds / of.adds} words={`+${percent(line.adds, 1)}`} width={84} />
      <span className="quiet wide-only">{several(answered.length, 'technique')}</span>
    </li>
  );
}

const BOX = { width: 520, height: 190 };

function Curve({
  lines,
  steps,
}: {
  readonly lines: readonly PlanLine[];
  readonly steps: number;
}): ReactElement {
  const bars = curveBars(
    lines.map(({ together }) => together),
    steps,
    BOX,
  );
  const last = bars[steps - 1];
  return (
    <svg
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width="100%"
      role="img"
      aria-label={`Share answered by number of steps: ${percent(lines[steps - 1]?.together ?? 0)} after ${steps}, ${percent(lines.at(-1)?.together ?? 0)} after ${lines.length}`}
    >
      <path d={`M0 ${BOX.height - 24}H${BOX.width}`} stroke="var(--rule)" />
      {bars.map(({ isChosen, ...bar }) => (
        <rect key={bar.x} {...bar} fill={isChosen ? 'var(--d4)' : 'var(--d2)'} />
      ))}
      <text x={0} y={BOX.height - 8}>
        1 step
      </text>
      <text x={BOX.width} y={BOX.height - 8} textAnchor="end">
        {lines.length}
      </text>
      {last === undefined ? null : (
        <text
          className="curve-now"
          x={Math.min(BOX.width - 90, last.x + last.width + 4)}
          y={Math.max(12, last.y - 6)}
        >
          {percent(lines[steps - 1]?.together ?? 0)} after {steps}
        </text>
      )}
    </svg>
  );
}

function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)} %`;
}
