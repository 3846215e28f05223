import type { ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { useWhom, type Organisation } from '../../given/organisation.ts';
import { Btn } from '../../kit/controls.tsx';
import { Columns, Head, Section } from '../../kit/layout.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { useShown } from '../../state/shown.ts';
import { Arithmetic } from './arithmetic.tsx';
import './organisation.css';
import { NotKnown } from './not-known.tsx';
import { Profile } from './profile.tsx';
import { Whose } from './whose.tsx';
import { Ranking } from './ranking.tsx';
import { FIELDS, idOf, TOP, type Threats } from './ranked.ts';
import { RestsOn } from './rests-on.tsx';

/** Which groups are documented against organisations like one’s own. */
export function Page(): ReactElement {
  const { organisation, isKnown } = useWhom();
  if (!isKnown) return <Skeleton kind="rows" lines={TOP} />;
  return organisation === undefined ? <Nobody /> : <Ranked organisation={organisation} />;
}

function Nobody(): ReactElement {
  return (
    <>
      <Head
        title="Organisation"
        answer="Which adversaries matter depends on whom they would attack. Say whom you ask for, and groups are put in order for it, with what each rank rests on."
      />
      <Profile organisation={undefined} />
    </>
  );
}

function Ranked({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const [{ explain, edit }, change] = useAddress(FIELDS);
  const threats = useAnswer('threats', { organisation, top: TOP });
  useShown(threats.data);
  const answer = threats.data?.answer;
  const [first] = answer?.groups ?? [];
  const explained = explain === '' ? (first === undefined ? '' : idOf(first)) : explain;
  return (
    <>
      <Head
        title={organisation.name}
        answer={answer === undefined ? undefined : <Sentence answer={answer} />}
        actions={
          <>
            <Btn aria-expanded={edit} onClick={() => change({ edit: !edit })}>
              {edit ? 'Done' : 'Change organisation'}
            </Btn>
            <ExportBtn />
          </>
        }
      />
      <Whose />
      {edit ? <Profile organisation={organisation} /> : null}
      <Answered of={threats} skeleton={<Skeleton kind="rows" lines={TOP} />}>
        {(envelope) => (
          <>
            <Ranking answer={envelope.answer} explained={explained} />
            <Columns>
              <Arithmetic organisation={organisation} group={explained} />
              <aside>
                <RestsOn organisation={organisation} />
                <NotKnown answer={envelope.answer} />
                {envelope.notes.length === 0 ? null : (
                  <Section title="How it was understood">
                    {envelope.notes.map((note) => (
                      <p className="note" key={note}>
                        {note}
                      </p>
                    ))}
                  </Section>
                )}
              </aside>
            </Columns>
          </>
        )}
      </Answered>
    </>
  );
}

/** Whom it is asked for, in a sentence; what was asked leads to the groups that match it. */
function Sentence({ answer }: { readonly answer: Threats }): ReactElement {
  const { organisation, groups, of, dormantOf } = answer;
  const { sectors, countries, regions, motives } = organisation;
  const vocabulary = useAnswer('vocabulary', {});
  const labels = new Map(
    vocabulary.data?.answer.lists.flatMap(({ words }) =>
      words.map(({ name, label }) => [name, label] as const),
    ),
  );
  const link = (field: string, values: readonly string[]): ReactElement => (
    <Go to="/groups" search={{ [field]: values.join(',') }}>
      {values.map((each) => labels.get(each) ?? each).join(', ')}
    </Go>
  );
  const places = [...countries, ...regions];
  return (
    <>
      Of {of} groups, these <b>{groups.length}</b> are documented most
      {sectors.length === 0 ? '' : <> against {link('sector', sectors)}</>}
      {places.length === 0 ? '' : <> in {link('country', places)}</>}
      {motives.length === 0 ? '' : <>, feared for {link('motive', motives)}</>}. {dormantOf} are dormant and
      stand apart. The order says who is documented, by whom and when. It is no forecast.
    </>
  );
}
