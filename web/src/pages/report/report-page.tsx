import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from 'foeprint/answers';
import { useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { useGo } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn, Tag } from '../../kit/controls.tsx';
import { Head } from '../../kit/layout.tsx';
import { Answered, Doing, Empty, Skeleton } from '../../kit/states.tsx';
import '../../kit/things/things.css';
import { decidedBy, takenOver } from '../../marks/report/decisions.ts';
import { inOrder, MARKED, type Suggestion } from '../../marks/report/speaking.ts';
import { useDecisions } from '../../state/decisions.ts';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { About } from './about.tsx';
import './report.css';
import { ReportWords } from './report-words.tsx';
import { Review } from './review.tsx';
import { TakeOver } from './take-over.tsx';

type Report = AnswerOf<'report-show'>;

/** One report: its words with what they state, how sure that is, what is known already, and what is decided. */
export function Page(): ReactElement {
  const { report = '' }: { readonly report?: string } = useParams({ strict: false });
  const read = useAnswer('report-show', { report, evidence: MARKED });
  useShown(read.data);
  return (
    <Answered of={read} title="Report" skeleton={<Skeleton lines={10} doing="The report is being read." />}>
      {({ answer, notes }) => <Read key={answer.label} of={answer} notes={notes} />}
    </Answered>
  );
}

function Read({ of, notes }: { readonly of: Report; readonly notes: readonly string[] }): ReactElement {
  const { label = '' } = of;
  const deciding = useDecisions(label);
  const [isTaking, setIsTaking] = useState(false);
  const suggestions = decidedBy(inOrder(of.suggestions), deciding.made);
  return (
    <>
      <Head
        title={of.title}
        id={label}
        below={
          <>
            {of.level === undefined ? null : <Tag>TLP:{of.level.toUpperCase()}</Tag>}{' '}
            {[of.publisher, of.date, `${spelled(of.sentences)} sentences`]
              .filter((each) => each !== undefined)
              .join(' · ')}
          </>
        }
        answer={<Sentence of={suggestions} isLoaded={of.isLoaded} />}
        actions={
          <>
            <Forget report={label} title={of.title} />
            <ExportBtn />
            <Allowed to="report-load" what={null}>
              <Btn
                kind="main"
                // What is not kept yet would not be taken over.
                disabled={deciding.waiting.length > 0}
                onClick={() => setIsTaking(true)}
              >
                Take over {takenOver(suggestions)}
              </Btn>
            </Allowed>
          </>
        }
      />
      {suggestions.length === 0 ? (
        <>
          <Empty title="It is read to state nothing.">
            No technique, software or victim is found in it.{' '}
            {of.isInWords
              ? ''
              : 'Techniques in other words were not looked for: nothing in view states how any is used.'}
          </Empty>
          <ReportWords
            report={label}
            sentences={of.sentences}
            speaking={new Map()}
            suggestions={[]}
            at={0}
            onChoose={() => {}}
          />
        </>
      ) : (
        <Review
          report={label}
          sentences={of.sentences}
          suggestions={suggestions}
          deciding={deciding}
          isCovered={isTaking}
        />
      )}
      <About of={of} notes={notes} />
      {isTaking ? <TakeOver report={label} onClose={() => setIsTaking(false)} /> : null}
    </>
  );
}

function Sentence({
  of,
  isLoaded,
}: {
  readonly of: readonly Suggestion[];
  readonly isLoaded: boolean;
}): ReactElement {
  const count = (is: (suggestion: Suggestion) => boolean): number => of.filter(is).length;
  const open = count(({ decision }) => decision === undefined);
  const rejected = count(({ decision }) => decision?.verdict === 'reject');
  const sure = count(({ decision, tier }) => decision === undefined && tier === 'accept');
  return (
    <>
      <b>{several(of.length, 'suggestion')}</b> {of.length === 1 ? 'is' : 'are'} read out of it:{' '}
      <b>{of.length - open - rejected}</b> accepted, <b>{rejected}</b> rejected, <b>{open}</b> to decide
      {sure === 0 ? '' : `, ${sure} of them sure enough as they are`}.{' '}
      {isLoaded
        ? 'What was taken over counts in answers.'
        : 'Nothing counts until it is taken over; then it is your statement, with its sentence.'}
    </>
  );
}

/** Takes a report out, with a way back. */
function Forget({ report, title }: { readonly report: string; readonly title: string }): ReactElement {
  const { act, state } = useAct();
  const go = useGo();
  const forget = async (): Promise<void> => {
    const acted = await act(
      'report-forget',
      { reports: [report] },
      { words: () => `“${title}” is forgotten.` },
    );
    if (acted !== undefined) go('/reports');
  };
  return (
    <Allowed to="report-forget" what={null}>
      <Doing of={state} doing="It is being taken out." />
      <Btn kind="bare" disabled={state.is === 'doing'} onClick={() => void forget()}>
        Forget
      </Btn>
    </Allowed>
  );
}
