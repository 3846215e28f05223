import type { ActedOf } from 'foeprint/answers';
import { useEffect, useState, type ReactElement } from 'react';
import { act } from '../../api/act.ts';
import { ApiFault } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { Btn, Check, Tag } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Doing, Fault, Skeleton } from '../../kit/states.tsx';
import { ThingLink } from '../../kit/things/thing-link.tsx';
import { several } from '../../words/count.ts';
import { joined } from '../../words/scope.ts';

type Loaded = ActedOf<'report-load'>['answer']['reports'][number];
type Fact = Loaded['facts'][number];

/** Facts that are listed before the rest is counted. */
const MOST = 200;

/** What taking a report over would add, before it does. */
export function TakeOver({
  report,
  onClose,
}: {
  readonly report: string;
  readonly onClose: () => void;
}): ReactElement {
  const [onlyAccepted, setOnlyAccepted] = useState(false);
  const tried = useTrial(report, onlyAccepted);
  const acting = useAct();
  const take = async (): Promise<void> => {
    const acted = await acting.act(
      'report-load',
      { reports: [report], onlyAccepted },
      { isLong: true, words: ({ answer }) => answer.reports.map(sayOutcome).join(' ') },
    );
    if (acted !== undefined) onClose();
  };
  const isDoing = acting.state.is === 'doing';
  return (
    <Dialog label="What taking it over adds" className="take-over" onClose={onClose}>
      <div className="dialog-body">
        <div className="dialog-head">
          <h2>What taking it over adds</h2>
          <Btn kind="bare" keyName="Esc" onClick={onClose}>
            Close
          </Btn>
        </div>
        <Check
          label="Only what somebody accepted, not what is sure enough as it is"
          checked={onlyAccepted}
          onChange={setOnlyAccepted}
        />
        {tried instanceof ApiFault ? (
          <Fault fault={tried} />
        ) : tried === undefined ? (
          <Skeleton lines={6} doing="The report is being read." />
        ) : (
          <Adds of={tried} />
        )}
        <Doing of={acting.state} doing="It is being taken over." />
        <div className="acts start">
          <Btn
            kind="main"
            disabled={isDoing || tried === undefined || tried instanceof ApiFault || isIdle(tried)}
            onClick={() => void take()}
          >
            {tried === undefined || tried instanceof ApiFault ? 'Take over' : sayTaking(tried)}
          </Btn>
          <Btn onClick={onClose}>Cancel</Btn>
        </div>
      </div>
    </Dialog>
  );
}

/** What would come of it; undefined until that is known. */
function useTrial(report: string, onlyAccepted: boolean): Loaded | ApiFault | undefined {
  const [tried, setTried] = useState<Loaded | ApiFault>();
  useEffect(() => {
    const leave = new AbortController();
    setTried(undefined);
    act('report-load', { reports: [report], onlyAccepted, dryRun: true }, { signal: leave.signal }).then(
      ({ answer }) => setTried(answer.reports[0]),
      (error: unknown) => {
        if (error instanceof ApiFault) setTried(error);
        else if (!leave.signal.aborted) throw error;
      },
    );
    return () => leave.abort();
  }, [report, onlyAccepted]);
  return tried;
}

/** Whether it would change nothing. */
function isIdle({ outcome }: Loaded): boolean {
  return outcome === 'nothing' || outcome === 'unchanged';
}

function sayTaking({ outcome, facts }: Loaded): string {
  if (outcome === 'removed') return 'Take out what was taken over';
  return isIdle({ outcome } as Loaded) ? 'Nothing to take over' : `Take over ${facts.length}`;
}

/** The line that says what was done. */
function sayOutcome({ outcome, facts, title }: Loaded): string {
  if (outcome === 'removed') return `Nothing of “${title}” counts any more.`;
  return `${several(facts.length, 'fact')} of “${title}” ${facts.length === 1 ? 'counts' : 'count'} in answers now.`;
}

function Adds({ of }: { readonly of: Loaded }): ReactElement {
  const { facts, leftOut, outcome } = of;
  const known = facts.length - of.new;
  const shown = facts.toSorted((one, other) => one.knownFrom.length - other.knownFrom.length).slice(0, MOST);
  return (
    <>
      <p>
        {outcome === 'unchanged'
          ? 'This is what counts of it already. '
          : outcome === 'changed'
            ? 'It takes the place of what was taken over before. '
            : outcome === 'removed'
              ? 'Nothing is accepted of it any more: what was taken over goes. '
              : ''}
        {facts.length === 0 ? (
          'It adds nothing: nothing of it is accepted, or sure enough as it is, and known whose it is.'
        ) : (
          <>
            <b>{several(facts.length, 'fact')}</b>,{' '}
            {known === 0
              ? 'which no other source reports.'
              : `${of.new} of them new, and ${known} reported already: there the report stands beside who reports them.`}
          </>
        )}
      </p>
      {facts.length === 0 ? null : (
        <ul className="added-facts" tabIndex={0} aria-label="Facts that it adds">
          {shown.map((fact) => (
            <FactLine key={`${fact.relation} ${fact.subject.id} ${fact.object.id}`} of={fact} />
          ))}
          {facts.length > MOST ? <li className="faint">{`${facts.length - MOST} more`}</li> : null}
        </ul>
      )}
      {leftOut.length === 0 ? null : <p className="note">Left out: {joined(saidLeftOut(leftOut))}.</p>}
    </>
  );
}

function FactLine({ of }: { readonly of: Fact }): ReactElement {
  return (
    <li>
      <span>
        <ThingLink of={of.subject} /> <span className="faint">{of.relation}</span>{' '}
        <ThingLink of={of.object} /> <Tag>{of.status}</Tag>
      </span>
      {of.knownFrom.length === 0 ? <b>new</b> : <span className="faint">{joined(of.knownFrom)}</span>}
    </li>
  );
}

const WHY: Readonly<Record<Loaded['leftOut'][number]['why'], string>> = {
  rejected: 'rejected',
  undecided: 'not sure enough and not decided',
  open: 'open whose it is',
  unknown: 'named as something that is not in view',
};

function saidLeftOut(leftOut: Loaded['leftOut']): readonly string[] {
  return Object.entries(WHY).flatMap(([why, words]) => {
    const count = leftOut.filter((each) => each.why === why).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
}
