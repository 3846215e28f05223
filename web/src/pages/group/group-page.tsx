import { useParams } from '@tanstack/react-router';
import type { EnvelopeOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import type { DomainMatrix, Profile } from '../../api/answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { hasPage } from '../../frame/thing.tsx';
import { useKeys } from '../../keys/keys.ts';
import { Btn } from '../../kit/controls.tsx';
import { Head } from '../../kit/layout.tsx';
import { Print } from '../../kit/marks.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import { printOf } from '../../marks/group-matrix.ts';
import { toggleKept, useWorkingSet } from '../../state/working-set.ts';
import { sayDate, several } from '../../words/count.ts';
import { CampaignsTab } from './campaigns-tab.tsx';
import { DefencesTab } from './defences-tab.tsx';
import './group.css';
import { NamesTab } from './names-tab.tsx';
import { SoftwareTab } from './software-tab.tsx';
import { TechniquesTab } from './techniques-tab.tsx';
import { TimelineTab } from './timeline-tab.tsx';

export interface TabProps {
  readonly profile: Profile;
  readonly matrices: readonly DomainMatrix[];
  /** The profile as it was answered: for what the frame says of what is shown. */
  readonly envelope: EnvelopeOf<'profile'>;
  /** The group as addresses name it. */
  readonly id: string;
}

interface TabRow {
  readonly name: string;
  readonly words: string;
  readonly count: (profile: Profile) => string | number;
  readonly Tab: (props: TabProps) => ReactElement;
}

const TABS: readonly [TabRow, ...TabRow[]] = [
  {
    name: 'techniques',
    words: 'Techniques',
    count: ({ direct, derived }) => direct + derived,
    Tab: TechniquesTab,
  },
  { name: 'timeline', words: 'Timeline', count: yearsOf, Tab: TimelineTab },
  { name: 'software', words: 'Software', count: ({ software }) => software.length, Tab: SoftwareTab },
  { name: 'campaigns', words: 'Campaigns', count: ({ campaigns }) => campaigns.length, Tab: CampaignsTab },
  { name: 'names', words: 'Names', count: ({ brief }) => brief.names.length, Tab: NamesTab },
  { name: 'defences', words: 'Defences', count: ({ mitigations }) => mitigations.length, Tab: DefencesTab },
];

/** How a group works. */
export function Page(): ReactElement {
  const { group = '', tab = 'techniques' }: { readonly group?: string; readonly tab?: string } = useParams({
    strict: false,
  });
  const profile = useAnswer('profile', { group });
  const matrix = useAnswer('matrix', {});
  const row = TABS.find(({ name }) => name === tab) ?? TABS[0];
  return (
    <>
      <Answered of={profile} title={group} skeleton={<Skeleton lines={4} />}>
        {(envelope) => (
          <Answered of={matrix} skeleton={<Skeleton lines={4} />}>
            {({ answer: { matrices } }) => (
              <Group profile={envelope.answer} envelope={envelope} matrices={matrices} tab={row} />
            )}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function Group({
  profile,
  envelope,
  matrices,
  tab: { name: here, Tab },
}: Omit<TabProps, 'id'> & { readonly tab: TabRow }): ReactElement {
  const { group, brief, techniques } = profile;
  const id = group.label === '' ? group.id : group.label;
  const kept = useWorkingSet();
  const isKept = kept.some((each) => each.id === id);
  const keep = (): void => toggleKept({ id, name: group.name });
  useKeys('On the page of a group', [
    { key: 's', does: isKept ? 'out of the working set' : 'into the working set', run: keep },
  ]);
  const names = brief.names.slice(0, 4).map(({ name }) => name);
  const others = isKept ? kept : [...kept, { id, name: group.name }];
  const print = matrices.flatMap((matrix) => printOf(matrix, techniques));
  return (
    <>
      <Head
        title={group.name}
        id={group.label}
        mark={<Print of={print} name={group.name} size="head" />}
        below={
          names.length === 0 ? undefined : (
            <>
              {names.join(', ')}{' '}
              {brief.names.length > names.length ? (
                <Go to={`/groups/${id}/names`}>
                  and {several(brief.names.length - names.length, 'more name')}
                </Go>
              ) : null}
            </>
          )
        }
        answer={<GroupAnswer profile={profile} id={id} />}
        actions={
          <>
            <Btn keyName="S" onClick={keep}>
              {isKept ? 'Take out of set' : 'Add to set'}
            </Btn>
            <ExportBtn />
            {hasPage('/compare') ? (
              <Go className="btn main" to="/compare" search={{ of: others.map((each) => each.id).join(',') }}>
                Compare
              </Go>
            ) : null}
          </>
        }
      />
      <Tabs
        label={`Parts of the profile of ${group.name}`}
        of={TABS.map(({ name, words, count }, index) => ({
          to: index === 0 ? `/groups/${id}` : `/groups/${id}/${name}`,
          words,
          count: count(profile),
          isHere: name === here,
        }))}
      />
      <Tab profile={profile} envelope={envelope} matrices={matrices} id={id} />
    </>
  );
}

/** How much is known of a group, in one sentence. */
function GroupAnswer({ profile, id }: { readonly profile: Profile; readonly id: string }): ReactElement {
  const { group, direct, derived, software, campaigns, techniques } = profile;
  const newest = techniques
    .flatMap(({ last }) => last?.date ?? [])
    .toSorted()
    .at(-1);
  if (direct + derived === 0)
    return (
      <>
        No source reports a technique of {group.name}, and no rule derives one. That is not the same as that
        it uses none.
      </>
    );
  return (
    <>
      <Go className="why" to={`/groups/${id}`} search={{ derived: '0' }}>
        {several(direct, 'technique')}
      </Go>{' '}
      {direct === 1 ? 'is' : 'are'} reported of {group.name} itself
      {derived === 0 ? null : (
        <>
          ; <b>{derived} more</b> {derived === 1 ? 'follows' : 'follow'} from{' '}
          {[
            software.length === 0 ? null : (
              <Go key="software" className="why" to={`/groups/${id}/software`}>
                {several(software.length, 'piece of software', 'pieces of software')}
              </Go>
            ),
            campaigns.length === 0 ? null : (
              <Go key="campaigns" className="why" to={`/groups/${id}/campaigns`}>
                {several(campaigns.length, 'campaign')}
              </Go>
            ),
          ]
            .filter((part) => part !== null)
            .map((part, index) => (index === 0 ? part : [' and ', part]))}
        </>
      )}
      .
      {newest === undefined
        ? ' None of it is dated.'
        : ` Newest evidence is of ${sayDate(newest.slice(0, 7))}.`}
    </>
  );
}

function yearsOf({ techniques }: Profile): string {
  const years = techniques
    .flatMap(({ first, last }) => [first?.date, last?.date])
    .flatMap((date) => (date === undefined ? [] : [date.slice(0, 4)]))
    .toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? '–' : first === last ? first : `${first}–${last}`;
}
