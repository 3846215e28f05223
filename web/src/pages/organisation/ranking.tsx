import type { ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { StackBar } from '../../kit/charts/bars.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Print } from '../../kit/marks.tsx';
import { sayInReadout } from '../../kit/readout.tsx';
import { Empty } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { FACTOR_FAMILIES, scoreParts } from '../../marks/groups/threat-factors.ts';
import { factorName, FIELDS, figure, idOf, type RankFactor, type Threat, type Threats } from './ranked.ts';

/** Active groups in order, each factor a column, the sum a bar; dormant ones apart. */
export function Ranking({
  answer,
  explained,
}: {
  readonly answer: Threats;
  readonly explained: string;
}): ReactElement {
  const [{ dormant }, change] = useAddress(FIELDS);
  return (
    <Section
      title="Ranked groups"
      about={`highest possible ${figure(answer.highest)}; columns show each factor from 0 to 1`}
      actions={
        <span className="legend">
          {FACTOR_FAMILIES.map(({ words, fill }) => (
            <span key={fill}>
              <i className={`swatch fill-${fill}`} aria-hidden="true" />
              {words}
            </span>
          ))}
          <span>
            <i className="swatch derived" aria-hidden="true" />
            not known: the mean
          </span>
        </span>
      }
    >
      {answer.groups.length === 0 ? (
        <Empty title="No group stands in an order.">
          Name a sector, a country or a region: without one there is nothing to compare adversaries by.
        </Empty>
      ) : (
        <Groups of={answer.groups} answer={answer} explained={explained} label="Active groups in order" />
      )}
      {answer.dormant.length === 0 ? (
        <p className="note">
          {answer.dormantOf === 0
            ? 'No group is dormant.'
            : `Of ${answer.dormantOf} dormant groups, last reported on before ${answer.activeSince}, none would stand among these.`}
        </p>
      ) : (
        <>
          <p className="note">
            {answer.dormant.length} of {answer.dormantOf} dormant groups, last reported on before{' '}
            {answer.activeSince}, would stand among these.{' '}
            <Btn kind="bare" aria-expanded={dormant} onClick={() => change({ dormant: !dormant })}>
              {dormant ? 'Leave them out' : 'Show them'}
            </Btn>
          </p>
          {dormant ? (
            <Groups of={answer.dormant} answer={answer} explained={explained} label="Dormant groups" />
          ) : null}
        </>
      )}
    </Section>
  );
}

function Groups({
  of,
  answer,
  explained,
  label,
}: {
  readonly of: readonly Threat[];
  readonly answer: Threats;
  readonly explained: string;
  readonly label: string;
}): ReactElement {
  const [, change] = useAddress(FIELDS);
  const prints = useAnswer('prints', {});
  const columns: readonly TableColumn<Threat>[] = [
    {
      id: 'rank',
      head: <span className="unseen">Rank</span>,
      className: 'rank faint',
      cell: ({ rank }) => rank,
    },
    {
      id: 'print',
      head: 'Print',
      onPhones: 'hidden',
      cell: ({ group }) => <PrintOf id={group.id} prints={prints.data?.answer} />,
    },
    {
      id: 'name',
      head: 'Group',
      className: 'no-wrap',
      cell: (threat) => (
        <>
          <Go className="name" to={`/groups/${encodeURIComponent(idOf(threat))}`}>
            {threat.group.name}
          </Go>{' '}
          <span className="id">{threat.group.label}</span>
        </>
      ),
    },
    {
      id: 'score',
      head: 'Score',
      onPhones: 'line',
      cell: (threat) => (
        <button
          type="button"
          className="score"
          tabIndex={-1}
          aria-label={`${threat.score.toFixed(2)}: why ${threat.group.name} has this score`}
          aria-pressed={idOf(threat) === explained}
          onClick={() => change({ explain: idOf(threat) })}
        >
          <StackBar
            width={190}
            parts={scoreParts(threat.factors, answer.highest)}
            words={<b className="why">{threat.score.toFixed(2)}</b>}
          />
        </button>
      ),
    },
    ...answer.factors.map(({ name, weight, label: meaning }) => ({
      id: name,
      head: (
        <span
          onPointerEnter={() => sayInReadout({ name: factorName(name), words: `the group is ${meaning}` })}
        >
          {factorName(name)}
          <br />
          <span className="faint">× {figure(weight)}</span>
        </span>
      ),
      onPhones: 'hidden' as const,
      className: 'factor',
      cell: ({ factors }: Threat) => <FactorBar of={factors.find(({ factor }) => factor === name)} />,
    })),
    {
      id: 'seen',
      head: 'Seen',
      isNumber: true,
      onPhones: 'hidden',
      className: 'faint no-wrap',
      cell: ({ lastSeen }) => (lastSeen === '' ? '–' : lastSeen.slice(0, 7)),
    },
  ];
  return (
    <Table
      label={label}
      columns={columns}
      rows={of}
      keyOf={idOf}
      onOpen={(threat) => change({ explain: idOf(threat) })}
    />
  );
}

function PrintOf({
  id,
  prints,
}: {
  readonly id: string;
  readonly prints:
    | {
        readonly tactics: readonly { readonly techniques: number }[];
        readonly groups: readonly {
          readonly id: string;
          readonly directByTactic: readonly number[];
          readonly derivedByTactic: readonly number[];
        }[];
      }
    | undefined;
}): ReactElement | null {
  const group = prints?.groups.find((each) => each.id === id);
  if (prints === undefined || group === undefined) return null;
  return (
    <Print
      of={prints.tactics.map(({ techniques }, index) => ({
        reported: group.directByTactic[index] ?? 0,
        derived: group.derivedByTactic[index] ?? 0,
        all: techniques,
      }))}
    />
  );
}

/** A factor from 0 to 1; hatched where it is not known and the mean stands in for it, a dash where it is nothing. */
function FactorBar({ of }: { readonly of: RankFactor | undefined }): ReactElement {
  if (of === undefined) return <span className="faint">–</span>;
  const value = of.value ?? (of.weight === 0 ? 0 : of.contribution / of.weight);
  const words = of.value === undefined ? `not known, the mean is ${figure(value)}` : figure(value);
  return (
    <>
      <span className="unseen">{words}</span>
      {of.value === 0 ? (
        <span className="faint" aria-hidden="true">
          –
        </span>
      ) : (
        <span className="stack-bar" aria-hidden="true">
          <i
            className={of.value === undefined ? 'imputed' : 'a4'}
            style={{ width: `${Math.max(2, value * 30)}px` }}
          />
        </span>
      )}
    </>
  );
}
