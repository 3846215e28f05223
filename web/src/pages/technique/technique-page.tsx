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
import { Columns, Head, KeyValues, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { Description } from '../../kit/things/description.tsx';
import { Stated, Statements } from '../../kit/things/statements.tsx';
import { ThingLink, ThingLinks } from '../../kit/things/thing-link.tsx';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';
import { plainSentence } from '../../words/plain-sentence.ts';
import { sayRarity } from '../../words/rarity.ts';
import { Detections } from './detections.tsx';
import { RarityStrip } from './rarity-strip.tsx';

const FIELDS = { all: truth(false) };

type Technique = AnswerOf<'technique'>;

/** One technique: who uses it in which words, how rare it is, what helps against it, what became of it. */
export function Page(): ReactElement {
  const { technique = '' }: { readonly technique?: string } = useParams({ strict: false });
  const [{ all }] = useAddress(FIELDS);
  const page = useAnswer('technique', { technique, ...(all ? { all } : {}) });
  useShown(page.data);
  return (
    <Answered of={page} title={technique} skeleton={<Skeleton lines={8} />}>
      {({ answer, notes }) => <Known of={answer} notes={notes} />}
    </Answered>
  );
}

function Known({ of, notes }: { readonly of: Technique; readonly notes: readonly string[] }): ReactElement {
  const { thing, rarity, groups, derived } = of;
  const id = nameInAddress(thing);
  const pairs = [...groups.newest, ...derived.newest].map((each) => `${nameInAddress(each.thing)}~${id}`);
  return (
    <WithWhy pairs={pairs}>
      <Head
        title={thing.name}
        id={thing.label}
        below={
          <>
            {of.parent === undefined ? null : (
              <>
                Sub-technique of <ThingLink of={of.parent} />
                {' · '}
              </>
            )}
            {of.tactics.map(({ name }) => name).join(', ')}
            {of.platforms.length === 0 ? null : ` · ${of.platforms.join(', ')}`}
          </>
        }
        answer={
          <>
            <a className="why" href="#groups">
              <b>{rarity.direct}</b> of {several(rarity.groups, 'group')}
            </a>{' '}
            {rarity.direct === 1 ? 'is' : 'are'} reported to use {thing.name}
            {rarity.derived === 0 ? null : (
              <>
                ; of{' '}
                <a className="why" href="#derived">
                  <b>{rarity.derived}</b> more
                </a>{' '}
                it follows from software and campaigns
              </>
            )}
            . {sayRarity(rarity)}
          </>
        }
        actions={
          <>
            <Go className="btn" to="/triage" search={{ seen: id }}>
              Seen in an incident
            </Go>
            <ExportBtn />
          </>
        }
      />
      <Columns>
        <div>
          <Section title="What it is">
            <Description of={of.description} citations={of.citations} />
          </Section>
          <Users of={of} />
          <Against of={of} />
        </div>
        <Aside of={of} notes={notes} />
      </Columns>
    </WithWhy>
  );
}

function Users({
  of: { thing, groups, derived, campaigns, software },
}: {
  readonly of: Technique;
}): ReactElement {
  const [, change] = useAddress(FIELDS);
  const onAll = (): void => change({ all: true });
  const pair = (user: Mention): readonly [Mention, Mention] => [user, thing];
  return (
    <>
      <Stated
        id="groups"
        title="Groups"
        about={`${groups.total} of which a source reports that they use it; newest evidence first`}
        label="Groups that are reported to use it"
        head="Group"
        of={groups}
        empty={
          <Empty title="No source reports a group that uses it.">
            That nobody reports it does not mean that nobody does it.
          </Empty>
        }
        {...{ pair, onAll }}
      />
      <Stated
        id="derived"
        title="Groups, derived"
        about={`${derived.total} of which it follows from software that they use or campaigns of theirs; the words are those of the strongest way`}
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
      <Stated
        title="Software"
        about={`${software.total} that a source reports to do it`}
        label="Software that is reported to do it"
        head="Software"
        of={software}
        {...{ pair, onAll }}
      />
    </>
  );
}

function Against({ of }: { readonly of: Technique }): ReactElement {
  const statements = of.mitigations.map(({ defence, support }) => ({
    thing: defence,
    through: [],
    publishers: [],
    sentence: '',
    ...support,
  }));
  return (
    <>
      <Section title="What mitigates it" about={several(of.mitigations.length, 'mitigation')}>
        {of.mitigations.length === 0 ? (
          <Empty title="No source has a mitigation against it.">
            {of.watch.length > 0 ? 'What is named against it does not prevent it.' : ''}
          </Empty>
        ) : (
          <Statements
            label="Mitigations"
            head="Mitigation"
            of={statements}
            pair={(defence) => [defence, of.thing]}
          />
        )}
        {of.watch.map(({ mitigation, sentence }) => (
          <p key={mitigation.id} className="note">
            {mitigation.name} <span className="id">{mitigation.label}</span> is named against it and does not
            prevent it: “{plainSentence(sentence)}”
          </p>
        ))}
      </Section>
      <Section
        title="What detects it"
        about="detection strategies, their analytics by platform, and the logs to look in"
      >
        {of.detections.length === 0 ? (
          <Empty title="No source has a detection strategy for it." />
        ) : (
          <Detections of={of.detections} />
        )}
      </Section>
      {of.controls.length === 0 && of.unaddressed.length === 0 ? null : (
        <Section title="Controls of frameworks" about="as mappings that are loaded have them">
          <Statements
            label="Controls"
            head="Control"
            of={of.controls.map(({ control }) => control)}
            below={({ thing }) => (
              <div className="quiet">
                {of.controls.find(({ control }) => control.thing.id === thing.id)?.framework.name}
              </div>
            )}
          />
          {of.unaddressed.length === 0 ? null : (
            <p className="note">
              Nothing of <ThingLinks of={of.unaddressed} most={10} /> is against it, as their mappings say.
            </p>
          )}
        </Section>
      )}
      <Vulnerabilities
        title="Vulnerabilities exploited through it"
        of={of.exploited}
        label="Vulnerabilities that are exploited through it"
      />
      <Vulnerabilities
        title="Vulnerabilities that lead to it"
        of={of.enabled}
        label="Vulnerabilities that lead to it"
      />
    </>
  );
}

function Vulnerabilities({
  title,
  label,
  of,
}: {
  readonly title: string;
  readonly label: string;
  readonly of: Technique['exploited'];
}): ReactElement | null {
  const [, change] = useAddress(FIELDS);
  if (of.total === 0) return null;
  return (
    <Section title={title} about="as mappings that are loaded have them">
      <Statements
        label={label}
        head="Vulnerability"
        of={of.newest}
        total={of.total}
        onAll={() => change({ all: true })}
      />
    </Section>
  );
}

function Aside({ of, notes }: { readonly of: Technique; readonly notes: readonly string[] }): ReactElement {
  const { thing, rarity, related, former, releases } = of;
  const prevalence = useAnswer('prevalence', {});
  return (
    <aside>
      <Section title="How rare">
        <Answered of={prevalence} skeleton={<Skeleton lines={2} />}>
          {({ answer }) => <RarityStrip of={answer.techniques} id={thing.id} name={thing.name} />}
        </Answered>
        <KeyValues
          of={[
            ['Reported', `${rarity.direct} of ${several(rarity.groups, 'group')}`],
            ['Derived', `${rarity.derived} more`],
            ...(rarity.place === 0
              ? []
              : [['Place', `${rarity.place} of ${several(rarity.techniques, 'technique')} in use`] as const]),
          ]}
        />
      </Section>
      {related.length === 0 ? null : (
        <Section title={of.parent === undefined ? 'Sub-techniques' : 'Beside it'}>
          <ul className="plain-list">
            {related.map((each) => (
              <li key={each.id}>
                <ThingLink of={each} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {releases.length === 0 && former.length === 0 ? null : (
        <Section title="In other releases">
          <KeyValues
            of={[
              ...former.map(
                ({ label, name, withdrawn }) =>
                  ['Before', `${label} ${name}${withdrawn === undefined ? '' : `, ${withdrawn}`}`] as const,
              ),
              ...releases.map(
                ({ release, to, standing, reason, candidates }) =>
                  [
                    release,
                    <span key={release}>
                      {to === '' ? (candidates.length === 0 ? 'gone' : candidates.join(' or ')) : to}
                      <span className="faint">
                        {' '}
                        {standing}
                        {reason === '' ? '' : `: ${reason}`}
                      </span>
                    </span>,
                  ] as const,
              ),
            ]}
          />
        </Section>
      )}
      <Section title="At its source">
        {of.url === undefined || !/^https?:\/\//i.test(of.url) ? (
          <p className="faint">It has no page of its own there.</p>
        ) : (
          <p>
            <a href={of.url} rel="noreferrer" target="_blank">
              {of.url.replace(/^https?:\/\//i, '')}
            </a>
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
      </Section>
    </aside>
  );
}
