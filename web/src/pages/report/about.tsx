import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { KeyValues, Section } from '../../kit/layout.tsx';
import { ThingLinks } from '../../kit/things/thing-link.tsx';
import { spelled } from '../../words/count.ts';

/** What a report is, and what it names. */
export function About({
  of,
  notes,
}: {
  readonly of: AnswerOf<'report-show'>;
  readonly notes: readonly string[];
}): ReactElement {
  const isLink = of.url !== undefined && /^https?:\/\//i.test(of.url);
  return (
    <Section title="The report">
      <KeyValues
        of={[
          ['Read as', `${of.format}, ${spelled(of.characters)} characters`],
          ...(of.url === undefined
            ? []
            : [
                [
                  'Address',
                  isLink ? (
                    <a key="url" href={of.url} rel="noreferrer" target="_blank">
                      {of.url}
                    </a>
                  ) : (
                    of.url
                  ),
                ] as const,
              ]),
          [
            'Groups named',
            of.groups.length === 0
              ? 'none'
              : of.groups
                  .map(({ names, means }) => {
                    const meant = means.map(({ group }) => group.name);
                    return `${names.join(', ')}${meant.length === 1 && meant[0] === names[0] ? '' : ` (${meant.join(' or ')})`}`;
                  })
                  .join('; '),
          ],
          [
            'Software named',
            of.software.length === 0 ? 'none' : <ThingLinks key="software" of={of.software} most={20} />,
          ],
          ...(of.unknown.length === 0 ? [] : [['Not known', of.unknown.join(', ')] as const]),
        ]}
      />
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </Section>
  );
}
