import { useMemo, type ReactElement } from 'react';
import { Thing } from '../../frame/thing.tsx';
import { useWhy, WithWhy } from '../../frame/why-panel.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Citations, Quote } from '../../kit/reasons/quote.tsx';
import { Empty } from '../../kit/states.tsx';
import { broughtBy } from '../../marks/brought.ts';
import { several } from '../../words/count.ts';
import { useShown } from '../../state/shown.ts';
import type { TabProps } from './group-page.tsx';

/** Campaigns that are attributed to a group. */
export function CampaignsTab({ profile, envelope, id }: TabProps): ReactElement {
  useShown(envelope);
  const why = useWhy();
  const brought = useMemo(() => broughtBy(profile.techniques), [profile]);
  if (profile.campaigns.length === 0)
    return (
      <Empty title={`No source attributes a campaign to ${profile.group.name}.`}>
        Campaigns of others may be its own; nobody reports so.
      </Empty>
    );
  return (
    <WithWhy pairs={profile.campaigns.map(({ campaign }) => `${id}~${campaign.label}`)}>
      {profile.campaigns.map(({ campaign, firstSeen, lastSeen, sentence, citation }) => (
        <Section
          key={campaign.id}
          kind="thin"
          title={<Thing of={campaign} />}
          about={`${sayPeriod(firstSeen, lastSeen)} · ${several(brought.get(campaign.id)?.adds ?? 0, 'technique')} through it`}
          actions={
            <Btn kind="bare" onClick={() => why.open(id, campaign.label)}>
              Why attributed
            </Btn>
          }
        >
          <div className="reading">
            {sentence === '' ? (
              <p className="quiet">Attributed without a sentence.</p>
            ) : (
              <Quote>{sentence}</Quote>
            )}
            {citation === undefined ? null : <Citations of={[citation]} />}
          </div>
        </Section>
      ))}
    </WithWhy>
  );
}

function sayPeriod(first: string | undefined, last: string | undefined): string {
  const [from, to] = [first?.slice(0, 7), last?.slice(0, 7)];
  if (from === undefined && to === undefined) return 'no source says when';
  return from === to || to === undefined
    ? (from ?? '')
    : from === undefined
      ? `until ${to}`
      : `${from} to ${to}`;
}
