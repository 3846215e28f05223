import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { WithWhy } from '../../frame/why-panel.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Notice, Skeleton } from '../../kit/states.tsx';
import { inTheBrowser } from '../../words/triage/in-the-browser.ts';
import { withoutTitle } from '../../words/triage/without-title.ts';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';
import { Candidates } from './candidates.tsx';
import { NextToLookFor } from './next.tsx';
import { Observed } from './observed.tsx';
import { FIELDS, questionOf } from './triage-address.ts';
import './triage.css';

type Triage = AnswerOf<'triage'>;

/** What was seen in an incident: whose reported ways it is like, and what to look for next; or that no group stands out. */
export function Page(): ReactElement {
  const [address] = useAddress(FIELDS);
  const triage = useAnswer('triage', questionOf(address));
  useShown(triage.data);
  const answer = triage.data?.answer;
  const pairs = answer?.candidates.flatMap(({ group, matched }) =>
    matched.map(({ technique }) => `${nameInAddress(group)}~${nameInAddress(technique)}`),
  );
  return (
    <WithWhy pairs={pairs ?? []}>
      <Head
        title="Triage"
        answer={
          answer === undefined ? (
            'Say what was seen: whose reported ways are like it is answered from what is loaded.'
          ) : (
            <Sentence of={answer} />
          )
        }
        actions={answer === undefined ? undefined : <ExportBtn />}
      />
      <div className="triage">
        <Observed of={answer} />
        <div>
          {questionOf(address) === undefined ? (
            <Start />
          ) : (
            <Answered of={triage} skeleton={<Skeleton kind="rows" lines={10} />}>
              {({ answer: of, notes }) => (
                <>
                  <Outcome of={of} />
                  {of.next.length === 0 ? null : <NextToLookFor of={of} />}
                  <HowGood of={of} notes={notes} />
                </>
              )}
            </Answered>
          )}
        </div>
      </div>
    </WithWhy>
  );
}

function Start(): ReactElement {
  return (
    <Section>
      <Empty title="Nothing was seen yet.">
        Three techniques are the least of which anything can be ranked; one that few groups use says more than
        ten that everybody uses. Alerts that name techniques (OCSF, ECS, Sigma tags, MISP, STIX), ids, names,
        and sentences of a report are read.
      </Empty>
    </Section>
  );
}

/** The answer in a sentence. */
function Sentence({ of }: { readonly of: Triage }): ReactElement {
  const [first] = of.candidates;
  const seen = of.techniques.length;
  if (first === undefined || of.outcome === 'too-little')
    return (
      <>
        <b>Nothing is ranked.</b> {withoutTitle(of.why, 'Nothing is ranked')}
      </>
    );
  if (of.outcome === 'none-stands-out')
    return (
      <>
        <b>No group stands out.</b> {first.group.name} comes first, and hardly before the next.
      </>
    );
  const [rarest] = first.matched;
  return (
    <>
      <b>{first.group.name}</b> {of.outcome === 'weak' ? 'comes first, on little: ' : 'stands out: '}
      <b>
        {first.matched.length} of {several(seen, 'technique')}
      </b>{' '}
      seen are documented of it
      {rarest === undefined ? (
        ''
      ) : (
        <>
          , among them <b>{rarest.technique.name}</b>, which{' '}
          {rarest.groups === 1
            ? 'no other group is documented with'
            : `${rarest.groups} of ${of.of} groups are documented with`}
        </>
      )}
      . Documented likeness does not say who it was.
    </>
  );
}

/** The order of groups, where there is one; else why there is none, and the order on request. */
function Outcome({ of }: { readonly of: Triage }): ReactElement {
  const [{ order }, change] = useAddress(FIELDS);
  if (of.candidates.length === 0)
    return (
      <Section title="Candidates">
        <Empty title="Nothing is ranked.">{withoutTitle(of.why, 'Nothing is ranked')}</Empty>
      </Section>
    );
  if (of.outcome !== 'none-stands-out' || order)
    return (
      <>
        {of.outcome === 'ranked' ? null : (
          <Notice title={TITLES[of.outcome]}>
            {withoutTitle(of.why, TITLES[of.outcome].replace('.', ''))}
          </Notice>
        )}
        <Candidates of={of} />
      </>
    );
  const common = of.techniques
    .toReversed()
    .slice(0, 3)
    .map(({ technique }) => technique.name);
  const most = Math.max(...of.candidates.map(({ score }) => score));
  return (
    <Section title="Candidates">
      <div className="no-one">
        <div className="flat" aria-hidden="true">
          {of.candidates.map(({ group, score }) => (
            <i key={group.id} style={{ height: `${(score / most) * 46}px` }} />
          ))}
        </div>
        <Empty
          title="No group stands out"
          actions={<Btn onClick={() => change({ order: true })}>Show the order anyway</Btn>}
        >
          {withoutTitle(of.why, 'No group stands out')} What was seen is what many do: {common.join(', ')}.
          One technique that few groups use would say more than all of these.
        </Empty>
      </div>
    </Section>
  );
}

const TITLES: Readonly<Record<Triage['outcome'], string>> = {
  ranked: '',
  weak: 'This is an order on little.',
  'none-stands-out': 'No group stands out.',
  'too-little': 'Nothing is ranked.',
};

/** Of a hundred. */
function whole(share: number): number {
  return Math.round(share * 100);
}

/** How good such lists were. */
function HowGood({ of, notes }: { readonly of: Triage; readonly notes: readonly string[] }): ReactElement {
  const { measured } = of;
  return (
    <Section title="How far to trust it" kind="thin">
      <p className="note">
        On {measured.incidents} later incidents ({measured.on}), the right group came first in{' '}
        {whole(measured.first)} of 100, among the first five in {whole(measured.firstFive)}, among the first
        ten in {whole(measured.firstTen)}. Of new incidents, {whole(measured.unlisted)} of 100 are of a group
        that no catalogue had yet.
      </p>
      {notes.map((note) => (
        <p key={note} className="note">
          {inTheBrowser(note)}
        </p>
      ))}
    </Section>
  );
}
