import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import type { Mention } from '../../api/answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { WithWhy } from '../../frame/why-panel.tsx';
import { Tag } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { AboutSource } from '../../kit/things/about-source.tsx';
import { Description } from '../../kit/things/description.tsx';
import { Stated } from '../../kit/things/statements.tsx';
import { UsedTechniques } from '../../kit/things/used-techniques.tsx';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';

const FIELDS = { all: truth(false) };

type Software = AnswerOf<'software'>;

/** One piece of software: who uses it in which words, and what it does. */
export function Page(): ReactElement {
  const { software = '' }: { readonly software?: string } = useParams({ strict: false });
  const [{ all }] = useAddress(FIELDS);
  const page = useAnswer('software', { software, ...(all ? { all } : {}) });
  useShown(page.data);
  return (
    <Answered of={page} title={software} skeleton={<Skeleton lines={8} />}>
      {({ answer, notes }) => <Known of={answer} notes={notes} />}
    </Answered>
  );
}

function Known({ of, notes }: { readonly of: Software; readonly notes: readonly string[] }): ReactElement {
  const { thing, groups, derived, techniques } = of;
  const id = nameInAddress(thing);
  return (
    <WithWhy
      pairs={[
        ...[...groups.newest, ...derived.newest].map((each) => `${nameInAddress(each.thing)}~${id}`),
        ...techniques.map(({ technique }) => `${id}~${nameInAddress(technique.thing)}`),
      ]}
    >
      <Head
        title={thing.name}
        id={thing.label}
        below={
          <>
            <Tag>{thing.type === 'tool' ? 'tool' : 'malware'}</Tag>{' '}
            {[of.aliases.join(', '), of.platforms.join(', ')].filter((each) => each !== '').join(' · ')}
          </>
        }
        answer={
          <>
            <a className="why" href="#users">
              <b>{several(groups.total, 'group')}</b>
            </a>{' '}
            {groups.total === 1 ? 'is' : 'are'} reported to use {thing.name}
            {derived.total === 0 ? '' : `, of ${derived.total} more it follows`}; it is reported to do{' '}
            <a className="why" href="#techniques">
              <b>{several(techniques.length, 'technique')}</b>
            </a>
            .
          </>
        }
        actions={
          <>
            <Go className="btn" to="/triage" search={{ software: id }}>
              Seen in an incident
            </Go>
            <ExportBtn />
          </>
        }
      />
      <Section title="What it is">
        <Description of={of.description} citations={of.citations} />
        <AboutSource url={of.url} notes={notes} />
      </Section>
      <Users of={of} />
      <UsedTechniques of={techniques} user={thing} />
    </WithWhy>
  );
}

function Users({ of: { thing, groups, derived, campaigns } }: { readonly of: Software }): ReactElement {
  const [, change] = useAddress(FIELDS);
  const onAll = (): void => change({ all: true });
  const pair = (user: Mention): readonly [Mention, Mention] => [user, thing];
  return (
    <>
      <Stated
        id="users"
        title="Groups"
        about={`${groups.total} of which a source reports that they use it; newest evidence first`}
        label="Groups that are reported to use it"
        head="Group"
        of={groups}
        empty={
          <Empty title="No source reports a group that uses it.">
            That nobody reports it does not mean that nobody does.
          </Empty>
        }
        {...{ pair, onAll }}
      />
      <Stated
        title="Groups, derived"
        about={`${derived.total} of which it follows from campaigns and from other software`}
        label="Groups of which rules derive it"
        head="Group"
        of={derived}
        {...{ pair, onAll }}
      />
      <Stated
        title="Campaigns"
        about={`${campaigns.total} in which a source reports it`}
        label="Campaigns in which it is reported"
        head="Campaign"
        of={campaigns}
        {...{ pair, onAll }}
      />
    </>
  );
}
