import { useParams } from '@tanstack/react-router';
import type { DomainMatrix, Profile } from '../../api/answers.ts';
import type { ReactElement } from 'react';
import { truth, word } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { openOverlay } from '../../frame/overlays/overlays.ts';
import { useShown } from '../../state/shown.ts';
import { useDensity } from '../../state/use-density.ts';
import { nextDensity } from '../../state/use-density.ts';
import { WithWhy, useWhy } from '../../frame/why-panel.tsx';
import { toggleKept, useWorkingSet } from '../../state/working-set.ts';
import { useKeys } from '../../keys/keys.ts';
import { Btn, Check, Seg } from '../../kit/controls.tsx';
import { Head } from '../../kit/layout.tsx';
import { Legend, Print, Ramp } from '../../kit/marks.tsx';
import { Matrix } from '../../kit/matrix.tsx';
import { Readout } from '../../kit/readout.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { groupMatrix, printOf, SHADES } from '../../marks/group-matrix.ts';
import { several, sayDate } from '../../words/count.ts';

const FIELDS = {
  shade: word(...SHADES),
  derived: truth(true),
  rest: truth(false),
};

export function Page(): ReactElement {
  const { group = '' }: { readonly group?: string } = useParams({ strict: false });
  const profile = useAnswer('profile', { group });
  const matrix = useAnswer('matrix', {});
  useShown(profile.data);
  return (
    <Answered of={profile} skeleton={<Skeleton lines={4} />}>
      {(envelope) => (
        <Answered of={matrix} skeleton={<Skeleton lines={4} />}>
          {({ answer }) => <Techniques profile={envelope.answer} matrices={answer.matrices} />}
        </Answered>
      )}
    </Answered>
  );
}

function Techniques({
  profile,
  matrices,
}: {
  readonly profile: Profile;
  readonly matrices: readonly DomainMatrix[];
}): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const [density, setDensity] = useDensity();
  const [matrix] = matrices;
  if (matrix === undefined) return <p>No matrix is loaded.</p>;
  const columns = groupMatrix(matrix, profile.techniques, {
    shade: address.shade,
    derived: address.derived,
    asOf: profile.asOf,
  });
  const why = useWhy();
  const id = profile.group.label === '' ? profile.group.id : profile.group.label;
  const isKept = useWorkingSet().some((each) => each.id === id);
  const keep = (): void => toggleKept({ id, name: profile.group.name });
  useKeys('In the matrix', [
    { key: 'Arrows', does: 'move; Home and End to the ends of a column' },
    { key: 'w', does: 'why (also Enter)' },
    { key: 'x', does: 'sub-techniques' },
    { key: 's', does: isKept ? 'out of the working set' : 'into the working set', run: keep },
    { key: 'd', does: 'names, ids, dots', run: nextDensity },
    {
      key: 'v',
      does: 'with or without what is derived',
      run: () => change({ derived: !address.derived }),
    },
  ]);
  const newest = profile.techniques
    .flatMap(({ last }) => last?.date ?? [])
    .toSorted()
    .at(-1);
  const names = profile.brief.names.slice(0, 4).map(({ name }) => name);
  return (
    <WithWhy
      foot={
        <Readout
          keys={[
            ['↑↓←→', 'move'],
            ['W', 'why'],
            ['X', 'subs'],
            ['S', 'to set'],
          ]}
        />
      }
      pairs={columns.flatMap(({ cells }) => cells.map((cell) => `${id}~${cell.id}`))}
    >
      <Head
        title={profile.group.name}
        actions={
          <>
            <Btn keyName="S" onClick={keep}>
              {isKept ? 'Take out of set' : 'Add to set'}
            </Btn>
            <Btn keyName="E" onClick={() => openOverlay('export')}>
              Export
            </Btn>
          </>
        }
        id={profile.group.label}
        mark={<Print of={printOf(matrix, profile.techniques)} name={profile.group.name} size="head" />}
        below={
          names.length === 0 ? undefined : (
            <>
              {names.join(', ')}
              {profile.brief.names.length > 4 ? ` and ${profile.brief.names.length - 4} more names` : ''}
            </>
          )
        }
        answer={
          <>
            <b>{several(profile.direct, 'technique')}</b> are reported of {profile.group.name} itself;{' '}
            <b>{profile.derived} more</b> follow from{' '}
            <b>{several(profile.software.length, 'piece of software', 'pieces of software')}</b> and{' '}
            <b>{several(profile.campaigns.length, 'campaign')}</b>.
            {newest === undefined ? '' : ` Newest evidence is of ${sayDate(newest)}.`}
          </>
        }
      />
      <div className="tools">
        <Seg
          label="Density"
          className="wide-only"
          choices={[
            ['names', 'Names'],
            ['ids', 'Ids'],
            ['dots', 'Dots'],
          ]}
          value={density}
          onChange={setDensity}
        />
        <Seg
          label="Shade by"
          choices={[
            ['sources', 'Sources'],
            ['newest', 'Newest'],
            ['score', 'Score'],
          ]}
          value={address.shade}
          onChange={(shade) => change({ shade })}
        />
        <Check label="Derived" checked={address.derived} onChange={(derived) => change({ derived })} />
        <Check label="Not reported" checked={address.rest} onChange={(rest) => change({ rest })} />
        <Legend
          className="push"
          of={[
            {
              swatch: 'reported',
              words: (
                <>
                  reported, stronger with more sources
                  <Ramp />
                </>
              ),
            },
            { swatch: 'derived', words: 'derived' },
            { swatch: 'subs-only', words: 'only by subs' },
          ]}
        />
      </div>
      <Matrix
        columns={columns}
        label={`Techniques of ${profile.group.name} by tactic`}
        density={why.second !== '' && density === 'names' ? 'ids' : density}
        chosen={why.second === '' ? [] : [why.second]}
        onWhy={(cell) => why.open(id, cell.id)}
        showsRest={address.rest}
        restWords={(count) => `${count} not reported`}
      />
    </WithWhy>
  );
}
