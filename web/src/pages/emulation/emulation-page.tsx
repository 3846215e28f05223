import { useEffect, useState, type ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import { text, truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn, Check, Field } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { byTactic, sayStandings } from '../../marks/defence/emulation.ts';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import './emulation.css';
import { Step } from './step.tsx';

const FIELDS = {
  group: text(),
  platform: text(),
  /** Uses that only rules derive. */
  through: truth(false),
  all: truth(false),
  destructive: truth(false),
};

type Emulation = AnswerOf<'emulate'>;

export function Page(): ReactElement {
  const [{ group, platform, through, all, destructive }, change] = useAddress(FIELDS);
  const plan = useAnswer(
    'emulate',
    group === ''
      ? undefined
      : {
          group,
          derived: through,
          allTests: all,
          destructive,
          ...(platform === '' ? {} : { platforms: [platform] }),
        },
  );
  const shown = group === '' ? undefined : plan.data;
  useShown(shown);
  return (
    <>
      <Head
        title={shown === undefined ? 'Emulation' : `Emulation of ${shown.answer.group.name}`}
        id={shown?.answer.group.label}
        answer={
          shown === undefined ? (
            'How to do, in an exercise, what a group is reported to do: each step with the tests that do it. Foeprint runs none of them.'
          ) : (
            <Sentence answer={shown.answer} />
          )
        }
        actions={shown === undefined ? undefined : <ExportBtn />}
      />
      <Chooser group={group} platform={platform} onChoose={(chosen) => change(chosen)} />
      {group === '' ? null : (
        <>
          <div className="tools">
            <Check
              label="Also what only follows from software"
              checked={through}
              onChange={(each) => change({ through: each })}
            />
            <Check label="Every test" checked={all} onChange={(each) => change({ all: each })} />
            <Check
              label="Also what may destroy"
              checked={destructive}
              onChange={(each) => change({ destructive: each })}
            />
          </div>
          <Answered of={plan} skeleton={<Skeleton kind="rows" lines={10} />}>
            {({ answer }) => <Steps answer={answer} />}
          </Answered>
        </>
      )}
    </>
  );
}

function Sentence({
  answer: { steps, executable, tests, library, group, standings },
}: {
  readonly answer: Emulation;
}): ReactElement {
  if (steps.length === 0) return <>Nothing is reported of {group.name} that could be done in an exercise.</>;
  return (
    <>
      Of <b>{several(steps.length, 'step')}</b> that{' '}
      <Go to={`/groups/${group.label === '' ? group.id : group.label}`}>{group.name}</Go> is reported to take,{' '}
      <b>{spelled(executable)}</b> can be done by <b>{several(tests, 'test')}</b> of {library.name}.
      {sayStandings(standings)}
    </>
  );
}

function Chooser({
  group,
  platform,
  onChoose,
}: {
  readonly group: string;
  readonly platform: string;
  readonly onChoose: (chosen: { readonly group: string; readonly platform: string }) => void;
}): ReactElement {
  const [name, setName] = useState(group);
  const [system, setSystem] = useState(platform);
  useEffect(() => setName(group), [group]);
  useEffect(() => setSystem(platform), [platform]);
  return (
    <form
      className="emulation-of"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose({ group: name.trim(), platform: system.trim() });
      }}
    >
      <Field label="Group, threat actor or campaign" value={name} onChange={setName} placeholder="APT29" />
      <Field
        label="Platform, for all leave empty"
        value={system}
        onChange={setSystem}
        placeholder="Windows"
      />
      <Btn type="submit" kind="main">
        Plan it
      </Btn>
    </form>
  );
}

function Steps({ answer }: { readonly answer: Emulation }): ReactElement {
  if (answer.steps.length === 0)
    return (
      <Empty title="There is no step.">
        No technique is reported of {answer.group.name} under these terms. Take in what follows from software,
        or another platform.
      </Empty>
    );
  return (
    <>
      {byTactic(answer.steps).map(({ tactic, steps }) => (
        <Section
          key={tactic.id}
          title={tactic.name}
          about={`${steps.filter(({ standing }) => standing === 'executable').length} of ${several(steps.length, 'step')} with a test`}
        >
          <ol className="emulation-steps">
            {steps.map((step) => (
              <Step key={step.number} step={step} />
            ))}
          </ol>
        </Section>
      ))}
      {answer.library.licence === undefined ? null : (
        <details className="note">
          <summary>Licence of {answer.library.name}</summary>
          <p className="licence">{answer.library.licence}</p>
        </details>
      )}
    </>
  );
}
