import type { AnswerOf } from 'foeprint/answers';
import { useMemo, type ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useGo } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { Table } from '../../kit/table.tsx';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { asksAnything, FIELDS, questionOf } from './asked-groups.ts';
import { ChosenGroups } from './chosen-groups.tsx';
import { addressOf, columnsOf } from './group-columns.tsx';
import './groups.css';
import { GroupsQuestion } from './groups-question.tsx';

/** Groups by what is known of them: a question as a sentence, its answer as a table. */
export function Page(): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const question = questionOf(address);
  const asks = asksAnything(address);
  const prints = useAnswer('prints', question);
  // Who claims what was asked for; of all groups it is not asked, for that is every claim there is.
  const found = useAnswer('groups', asks ? question : undefined);
  const traits = useAnswer('traits', {});
  useShown(asks ? found.data : prints.data, prints.data);
  return (
    <>
      <Head title="Groups" actions={<ExportBtn />} />
      <GroupsQuestion address={address} traits={traits.data?.answer} onChange={change} />
      <Answered of={prints} skeleton={<Skeleton kind="rows" lines={14} />}>
        {({ answer }) => (
          <>
            <Sentence answer={answer} of={traits.data?.answer.groups} asks={asks} />
            {answer.groups.length === 0 ? (
              <Empty
                title={asks ? 'No group is documented so.' : 'No group is loaded.'}
                actions={
                  asks ? (
                    <Btn
                      onClick={() =>
                        change({ sector: [], country: [], motive: [], origin: [], since: '', q: [] })
                      }
                    >
                      Ask for all groups
                    </Btn>
                  ) : undefined
                }
              >
                {asks
                  ? 'Leave a part of the sentence open. What nobody reports of a group can neither be found nor ruled out.'
                  : 'Load ATT&CK with “foeprint sync attack”, and ask again.'}
              </Empty>
            ) : (
              <Section kind="plain">
                <Groups answer={answer} found={asks ? found.data?.answer : undefined} />
                <p className="note">
                  A print has one bar for each tactic, from {answer.tactics[0]?.name ?? 'the first'} to{' '}
                  {answer.tactics.at(-1)?.name ?? 'the last'}: dark is reported, pale is derived, the height
                  is the root of the share of the tactic’s techniques.
                </p>
              </Section>
            )}
          </>
        )}
      </Answered>
      <ChosenGroups
        pick={address.pick}
        onChange={(pick) => change({ pick })}
        names={prints.data?.answer.groups ?? []}
      />
    </>
  );
}

type Prints = AnswerOf<'prints'>;

const CLAIMED = { sector: 'sector', country: 'country', motive: 'motive', origin: 'origin' } as const;

function Sentence({
  answer: { groups, unknown, idle },
  of,
  asks,
}: {
  readonly answer: Prints;
  readonly of: number | undefined;
  readonly asks: boolean;
}): ReactElement {
  return (
    <p className="answer groups-answer">
      {asks ? (
        <>
          <b>
            {groups.length}
            {of === undefined ? '' : ` of ${of}`}
          </b>{' '}
          {groups.length === 1 ? 'group matches' : 'groups match'}.
        </>
      ) : (
        <>
          <b>{several(groups.length, 'group')}</b> are known
          {idle === 0 ? '.' : `; of ${idle} of them no technique is reported or derived.`}
        </>
      )}
      {unknown
        .filter((each) => each.groups > 0)
        .map((each) => (
          <span key={each.kind}>
            {' '}
            Of <b>{several(each.groups, 'group')}</b> nobody reports a{' '}
            {each.kind in CLAIMED ? CLAIMED[each.kind as keyof typeof CLAIMED] : each.kind}, so they can
            neither match nor be ruled out.
          </span>
        ))}
    </p>
  );
}

function Groups({
  answer,
  found,
}: {
  readonly answer: Prints;
  readonly found: AnswerOf<'groups'> | undefined;
}): ReactElement {
  const [{ sort, pick }, change] = useAddress(FIELDS);
  const go = useGo();
  const columns = useMemo(() => columnsOf(answer, found), [answer, found]);
  return (
    <Table
      label="Groups"
      columns={columns}
      rows={answer.groups}
      keyOf={addressOf}
      nameOf={({ name }) => name}
      sort={sort === '' ? 'seen' : sort}
      onSort={(next) => change({ sort: next === 'seen' ? '' : next })}
      chosen={pick}
      onChoose={(key) =>
        change({ pick: pick.includes(key) ? pick.filter((each) => each !== key) : [...pick, key] })
      }
      onOpen={(group) => go(`/groups/${encodeURIComponent(addressOf(group))}`)}
    />
  );
}
