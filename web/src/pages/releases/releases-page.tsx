import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { list, text, truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Check } from '../../kit/controls.tsx';
import { FilterSentence, Slot } from '../../kit/filter-sentence.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';
import { releasesLoaded } from '../../words/releases.ts';
import { joined } from '../../words/scope.ts';
import { SourcesTabs } from '../sources/sources-tabs.tsx';
import { GroupChanges } from './group-changes.tsx';
import { KindChanges } from './kind-changes.tsx';

const FIELDS = { from: text(), to: text(), group: list(), words: truth(false) };

type Diff = AnswerOf<'diff'>;

/** What changed between two releases of ATT&CK, and for the groups that are asked about. */
export function Page(): ReactElement {
  const [{ from, to, group }] = useAddress(FIELDS);
  const status = useAnswer('status', {});
  const releases = releasesLoaded(status.data?.answer.loaded ?? []);
  const later = to === '' ? releases.at(-1) : to;
  const earlier = from === '' ? releases.filter((each) => each !== later).at(-1) : from;
  const isAsked = earlier !== undefined && later !== undefined;
  const diff = useAnswer('diff', isAsked ? { from: earlier, to: later, groups: [...group] } : undefined);
  useShown(diff.data);
  const answer = isAsked ? diff.data?.answer : undefined;
  return (
    <>
      <Head
        title={answer === undefined ? 'Releases' : `ATT&CK ${answer.from} to ${answer.to}`}
        answer={
          answer === undefined ? (
            'What one release of ATT&CK changed against another: groups, techniques, software and what is reported of them.'
          ) : (
            <Sentence of={answer} />
          )
        }
        actions={answer === undefined ? undefined : <ExportBtn />}
      />
      <SourcesTabs here="releases" />
      <Answered of={status} skeleton={<Skeleton lines={3} />}>
        {() =>
          isAsked ? (
            <>
              <Choice releases={releases} from={earlier} to={later} />
              <Answered
                of={diff}
                skeleton={<Skeleton kind="rows" lines={10} doing="Two releases are being compared." />}
              >
                {({ answer: of }) => <Changes of={of} />}
              </Answered>
            </>
          ) : (
            <Section kind="plain">
              <Empty
                title={
                  releases.length === 0
                    ? 'No release of ATT&CK is loaded.'
                    : `Only release ${joined(releases)} is loaded.`
                }
              >
                Two are compared. <code>foeprint sync</code> loads the newest; an earlier one is loaded as a
                file: <code>foeprint load enterprise-attack-17.1.json</code>. It changes no other answer: they
                are from the newest, unless another one is asked for.
              </Empty>
            </Section>
          )
        }
      </Answered>
    </>
  );
}

function Sentence({ of: { kinds } }: { readonly of: Diff }): ReactElement {
  const count = (of: (kind: Diff['kinds'][number]) => number): number =>
    kinds.reduce((sum, kind) => sum + of(kind), 0);
  const technique = kinds.find(({ kind }) => kind === 'technique');
  if (kinds.length === 0) return <>Nothing is different.</>;
  return (
    <>
      <b>
        {several(
          count(({ added }) => added.length),
          'thing',
        )}
      </b>{' '}
      are new
      {technique === undefined ? '' : `, of them ${several(technique.added.length, 'technique')}`};{' '}
      <b>{count(({ revoked }) => revoked.length)}</b> were revoked,{' '}
      <b>{count(({ deprecated }) => deprecated.length)}</b> deprecated,{' '}
      <b>{count(({ changed }) => changed.length)}</b> have other words or values.
    </>
  );
}

function Choice({
  releases,
  from,
  to,
}: {
  readonly releases: readonly string[];
  readonly from: string;
  readonly to: string;
}): ReactElement {
  const [{ group, words }, change] = useAddress(FIELDS);
  const groups = useAnswer('list', { catalogue: 'groups' });
  const options = releases.map((value) => ({ value, words: value }));
  return (
    <div className="tools">
      <FilterSentence>
        What changed from{' '}
        <Slot
          label="earlier release"
          any="which release"
          chosen={[from]}
          options={options}
          onChange={([next = '']) => change({ from: next })}
        />{' '}
        to{' '}
        <Slot
          label="later release"
          any="which release"
          chosen={[to]}
          options={options}
          onChange={([next = '']) => change({ to: next })}
        />
        , also for{' '}
        <Slot
          label="groups"
          any="no group"
          isMany
          chosen={group}
          options={(groups.data?.answer.things ?? [])
            .filter(({ label }) => label !== '')
            .map((each) => ({ value: nameInAddress(each), words: each.name }))}
          onChange={(next) => change({ group: next })}
        />
      </FilterSentence>
      <Check
        label="Also what has only other words"
        checked={words}
        onChange={(next) => change({ words: next })}
      />
    </div>
  );
}

function Changes({ of: { kinds, groups, relations } }: { readonly of: Diff }): ReactElement {
  const [{ words }] = useAddress(FIELDS);
  return (
    <>
      {groups.map((group) => (
        <GroupChanges key={group.group.id} of={group} />
      ))}
      {kinds.length === 0 ? (
        <Empty title="Nothing is different.">Both have the same things with the same words.</Empty>
      ) : (
        kinds.map((kind) => <KindChanges key={kind.kind} of={kind} hasWords={words} />)
      )}
      {relations.length === 0 ? null : (
        <Section title="Facts" about="that only one of the two releases has, by relation">
          <table aria-label="Facts that only one release has">
            <thead>
              <tr>
                <th scope="col">Relation</th>
                <th scope="col" className="number">
                  New
                </th>
                <th scope="col" className="number">
                  Gone
                </th>
              </tr>
            </thead>
            <tbody>
              {relations.map(({ relation, added, removed }) => (
                <tr key={relation}>
                  <td>
                    <code>{relation}</code>
                  </td>
                  <td className="number">{added}</td>
                  <td className="number">{removed === 0 ? '–' : removed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}
