import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Go, useGo } from '../../frame/go.tsx';
import { hasPage } from '../../frame/thing.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Print, Ramp } from '../../kit/marks.tsx';
import { Matrix } from '../../kit/matrix.tsx';
import { Readout } from '../../kit/readout.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { usersMatrix } from '../../marks/expectation-matrix.ts';
import { printColumns } from '../../marks/group-matrix.ts';
import { useShown } from '../../state/shown.ts';
import { useDensity } from '../../state/use-density.ts';
import { useIsNarrow } from '../../state/use-is-narrow.ts';
import { sayDate, several } from '../../words/count.ts';

/** Groups that were seen last. */
const NEWEST = 7;

/** Who is known and how they work, where nobody has said for whom it matters. */
export function Everybody({ ask }: { readonly ask: ReactNode }): ReactElement {
  const prints = useAnswer('prints', {});
  const prevalence = useAnswer('prevalence', {});
  const matrix = useAnswer('matrix', {});
  useShown(prevalence.data, prints.data);
  const go = useGo();
  const [density] = useDensity();
  const isNarrow = useIsNarrow();
  const groups = prints.data?.answer.groups;
  const used = prevalence.data?.answer.techniques;
  const columns = useMemo(() => {
    const [first] = matrix.data?.answer.matrices ?? [];
    if (first === undefined || used === undefined) return [];
    const users = new Map(used.map(({ technique, groups: count }) => [technique.label, count]));
    return usersMatrix(first, users, groups?.length ?? 0);
  }, [matrix.data, used, groups]);
  return (
    <>
      <Head
        title="Overview"
        answer={
          groups === undefined || used === undefined ? undefined : (
            <>
              <Go className="why" to="/groups">
                {several(groups.length, 'group')}
              </Go>{' '}
              are known by their techniques; together they are reported to use{' '}
              <b>{several(used.length, 'technique')}</b>
              {used[0] === undefined ? '' : `, ${used[0].technique.name} most`}.
            </>
          )
        }
      />
      {ask}
      <Section
        title="Who"
        about="seen or reported on most lately"
        actions={<Go to="/groups">All {groups?.length ?? ''}</Go>}
      >
        <Answered of={prints} skeleton={<Skeleton kind="rows" lines={NEWEST} />}>
          {({ answer }) => (
            <ul className="who">
              {answer.groups
                .toSorted((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? 1 : -1))
                .slice(0, NEWEST)
                .map((group) => (
                  <li key={group.id}>
                    <Print of={printColumns(answer.tactics, group)} />
                    <span>
                      <Go className="name" to={`/groups/${group.label === '' ? group.id : group.label}`}>
                        {group.name}
                      </Go>{' '}
                      <span className="id">{group.label}</span>
                    </span>
                    <span className="quiet wide-only who-words">
                      {several(group.direct, 'technique')} reported, {group.derived} derived
                    </span>
                    <span className="who-seen quiet">
                      {group.lastSeen === undefined ? '' : `seen ${sayDate(group.lastSeen.slice(0, 7))}`}
                    </span>
                  </li>
                ))}
            </ul>
          )}
        </Answered>
      </Section>
      <Section
        title="How"
        about={
          <>
            stronger is reported of more groups <Ramp /> under each tactic, used of all
          </>
        }
      >
        <Answered of={matrix} skeleton={<Skeleton kind="rows" lines={8} />}>
          {() => (
            <Matrix
              columns={columns}
              label="How many groups are reported to use each technique"
              density={density === 'names' ? 'dots' : density}
              keepsRest
              restWords={(count) => (isNarrow ? `+${count}` : `+ ${count} used less`)}
              {...(hasPage('/techniques/T1')
                ? { onWhy: (cell: { readonly id: string }) => go(`/techniques/${cell.id}`) }
                : {})}
            />
          )}
        </Answered>
      </Section>
      <Readout keys={[['↑↓←→', 'move']]} />
    </>
  );
}
