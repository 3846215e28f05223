import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { useShown } from '../../state/shown.ts';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
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
        {({ answer: { explanations } }) => (
          <>
            {explanations.map((explanation) => (
              <Section key={explanation.fact.key}>
                <div className="why-page">
                  <Why of={explanation} most={60} />
                </div>
              </Section>
            ))}
          </>
        )}
      </Answered>
    </>
  );
}
