import { useParams } from '@tanstack/react-router';
import { useRef, type ReactElement } from 'react';
import type { Explanation } from '../../api/answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Otherwise } from '../../frame/assertions/otherwise.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { useShown } from '../../state/shown.ts';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { Derivations } from '../../kit/reasons/derivations.tsx';
import { Why } from '../../kit/reasons/why.tsx';

/** Every proof of everything that holds between two things, on a page of its own. */
export function Page(): ReactElement {
  const { first = '', second = '' }: { readonly first?: string; readonly second?: string } = useParams({
    strict: false,
  });
  const explain = useAnswer('explain', { first, second, all: true });
  useShown(explain.data);
  const answer = explain.data?.answer;
  return (
    <>
      <Head
        title={answer === undefined ? 'Why' : `${answer.first.name} and ${answer.second.name}`}
        id={answer === undefined ? undefined : `${answer.first.label} ${answer.second.label}`.trim()}
        actions={<ExportBtn />}
      />
      <Answered of={explain} skeleton={<Skeleton lines={6} />}>
        {({ answer: of }) => (
          <>
            {of.explanations.map((explanation) => (
              <Section key={explanation.fact.key}>
                <Reasons of={explanation} />
              </Section>
            ))}
            <div className="why-page">
              {/* Of the pair that the address has, and of no other. */}
              {explain.isPlaceholderData ? null : (
                <Otherwise key={`${first}~${second}`} first={first} second={second} of={of} />
              )}
            </div>
          </>
        )}
      </Answered>
    </>
  );
}

/** Everything that proves one fact: as a graph, and as a list; a fact that is pressed in the one is shown in the other. */
function Reasons({ of }: { readonly of: Explanation }): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const show = (key: string): void => {
    const steps = [...(list.current?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])];
    const step = steps.find(({ dataset }) => dataset['fact'] === key);
    step?.scrollIntoView({ block: 'center' });
    step?.focus({ preventScroll: true });
  };
  return (
    <div ref={list} className="why-page">
      <Why of={of} most={60} picture={<Derivations of={of} onFact={show} />} />
    </div>
  );
}
