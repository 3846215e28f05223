import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { WithWhy } from '../../frame/why-panel.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { AboutSource } from '../../kit/things/about-source.tsx';
import { Description } from '../../kit/things/description.tsx';
import { Statements } from '../../kit/things/statements.tsx';
import { ThingLinks } from '../../kit/things/thing-link.tsx';
import { UsedTechniques } from '../../kit/things/used-techniques.tsx';
import { useShown } from '../../state/shown.ts';
import { sayDate, several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';
import { joined } from '../../words/scope.ts';

type Campaign = AnswerOf<'campaign'>;

/** One campaign: when, of whom, techniques and software in which words. */
export function Page(): ReactElement {
  const { campaign = '' }: { readonly campaign?: string } = useParams({ strict: false });
  const page = useAnswer('campaign', { campaign });
  useShown(page.data);
  return (
    <Answered of={page} title={campaign} skeleton={<Skeleton lines={8} />}>
      {({ answer, notes }) => <Known of={answer} notes={notes} />}
    </Answered>
  );
}

function Known({ of, notes }: { readonly of: Campaign; readonly notes: readonly string[] }): ReactElement {
  const { thing, attributedTo, techniques, software } = of;
  const id = nameInAddress(thing);
  const dates = (end: 'first' | 'last'): readonly string[] =>
    of.seen.filter((each) => each.end === end).map(({ date }) => sayDate(date));
  const [begun, ended] = [dates('first'), dates('last')];
  return (
    <WithWhy
      pairs={[
        ...attributedTo.map((each) => `${id}~${nameInAddress(each.thing)}`),
        ...software.map((each) => `${id}~${nameInAddress(each.thing)}`),
        ...techniques.map(({ technique }) => `${id}~${nameInAddress(technique.thing)}`),
      ]}
    >
      <Head
        title={thing.name}
        id={thing.label}
        below={of.aliases.length === 0 ? undefined : of.aliases.join(', ')}
        answer={
          <>
            {attributedTo.length === 0 ? (
              'No source attributes it to a group'
            ) : (
              <>
                Attributed to{' '}
                <b>
                  <ThingLinks of={attributedTo.map((each) => each.thing)} most={4} />
                </b>
              </>
            )}
            {begun.length === 0 ? '' : `, reported from ${joined(begun)}`}
            {ended.length === 0 ? '' : ` to ${joined(ended)}`}:{' '}
            <a className="why" href="#techniques">
              <b>{several(techniques.length, 'technique')}</b>
            </a>{' '}
            and{' '}
            <a className="why" href="#software">
              <b>{several(software.length, 'piece of software', 'pieces of software')}</b>
            </a>{' '}
            are reported of it.
          </>
        }
        actions={
          <>
            <Go className="btn" to={`/groups/${id}`}>
              Show in the matrix
            </Go>
            <ExportBtn />
          </>
        }
      />
      <Section title="What it is">
        <Description of={of.description} citations={of.citations} />
        <AboutSource url={of.url} notes={notes} />
      </Section>
      <Section title="Of whom" about="groups to which sources attribute it">
        {attributedTo.length === 0 ? (
          <Empty title="No source attributes it to a group.">
            What is reported of it counts for no group, unless a rule of yours says so.
          </Empty>
        ) : (
          <Statements
            label="To whom it is attributed"
            head="Group"
            of={attributedTo}
            pair={(group) => [thing, group]}
          />
        )}
      </Section>
      {software.length === 0 ? null : (
        <Section id="software" title="Software" about="that is reported of it, newest evidence first">
          <Statements
            label="Software that is reported of it"
            head="Software"
            of={software}
            pair={(used) => [thing, used]}
          />
        </Section>
      )}
      <UsedTechniques of={techniques} user={thing} />
    </WithWhy>
  );
}
