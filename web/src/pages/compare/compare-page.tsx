import type { ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Columns, Head } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { useShown } from '../../state/shown.ts';
import { useWorkingSet } from '../../state/working-set.ts';
import { several } from '../../words/count.ts';
import { someOf, spelledOut } from '../../words/every.ts';
import { Chance } from './chance.tsx';
import './compare.css';
import { CompareMatrix } from './compare-matrix.tsx';
import { ComparedGroups } from './compared-groups.tsx';
import { FIELDS, MOST, type Comparison } from './compared.ts';
import { OverlapByTactic } from './overlap-by-tactic.tsx';

/** What some groups have in common and what not. */
export function Page(): ReactElement {
  const [{ of, derived }, change] = useAddress(FIELDS);
  const groups = of.slice(0, MOST);
  const canCompare = groups.length >= 2;
  const compare = useAnswer('compare', canCompare ? { groups, derived } : undefined);
  // Much of what is shared follows from tools that many groups use: how much is reported stands beside.
  const reported = useAnswer('compare', canCompare ? { groups } : undefined);
  useShown(canCompare ? compare.data : undefined);
  return (
    <>
      <Head
        title="Compare"
        answer={
          canCompare && compare.data !== undefined ? (
            <Sentence answer={compare.data.answer} reported={reported.data?.answer} />
          ) : canCompare ? undefined : (
            'What two to eight groups have in common, and what only one of them is reported to do.'
          )
        }
        actions={<ExportBtn />}
      />
      <ComparedGroups of={of} onChange={(next) => change({ of: next })} />
      {canCompare ? (
        <Answered of={compare} skeleton={<Skeleton kind="rows" lines={12} />}>
          {({ answer }) => (
            <>
              <CompareMatrix answer={answer} />
              <Columns halves>
                <OverlapByTactic answer={answer} />
                <Chance answer={answer} />
              </Columns>
            </>
          )}
        </Answered>
      ) : (
        <TooFew of={of} />
      )}
    </>
  );
}

function ofAll({ groups, sharedBy }: Comparison): number {
  return sharedBy.find((each) => each.groups === groups.length)?.techniques.length ?? 0;
}

function Sentence({
  answer,
  reported,
}: {
  readonly answer: Comparison;
  readonly reported: Comparison | undefined;
}): ReactElement {
  const { groups, unique, derived } = answer;
  const alone = unique.reduce((sum, { techniques }) => sum + techniques.length, 0);
  const idle = groups.filter(({ techniques }) => techniques === 0).map(({ group }) => group.name);
  return (
    <>
      <b>
        {someOf(
          groups.map(({ group }) => group.name),
          MOST,
        )}
      </b>{' '}
      share <b>{several(ofAll(answer), 'technique')}</b>;{' '}
      <b>{several(alone, 'belongs', 'belong')} to one alone</b>.
      {derived && reported !== undefined
        ? ` Much of what is shared may follow from tools that many groups use: reported alone, all ${spelledOut(groups.length)} share ${ofAll(reported)}.`
        : ''}
      {idle.length === 0
        ? ''
        : ` Of ${someOf(idle)} no technique is ${derived ? 'reported or derived' : 'reported'}: that is not known, not none.`}
    </>
  );
}

function TooFew({ of }: { readonly of: readonly string[] }): ReactElement {
  const kept = useWorkingSet();
  return (
    <Empty
      title={of.length === 0 ? 'Which groups?' : 'With which other group?'}
      actions={
        <>
          {kept.length >= 2 ? (
            <Go
              className="btn main"
              to="/compare"
              search={{
                of: kept
                  .slice(0, MOST)
                  .map(({ id }) => id)
                  .join(','),
              }}
            >
              Compare the working set: {someOf(kept.map(({ name }) => name))}
            </Go>
          ) : null}
          <Go className="btn" to="/groups">
            Choose from the groups
          </Go>
        </>
      }
    >
      Two to {MOST} groups are compared at once: add them above by name or id, or choose them in the list of
      groups.
    </Empty>
  );
}
