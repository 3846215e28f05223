import type { AnswerOf } from 'foeprint/answers';
import { useState, type ReactElement } from 'react';
import type { Mention } from '../../api/answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Btn } from '../../kit/controls.tsx';
import { Quote } from '../../kit/reasons/quote.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';
import { percent } from '../../words/percent.ts';

/** Techniques and software that sentences state: suggestions, of which the reader takes over what is so. */
export function FromProse({
  text,
  onTake,
}: {
  readonly text: string;
  readonly onTake: (techniques: readonly string[], software: readonly string[]) => void;
}): ReactElement {
  const read = useAnswer('report-extract', {
    report: { title: 'What was seen', kind: 'incident', format: 'pasted text', text, mentions: [] },
  });
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  return (
    <Answered of={read} skeleton={<Skeleton lines={4} doing="The text is being read." />}>
      {({ answer }) => {
        const things = statedIn(answer);
        const isTaken = ({ object, isSure }: (typeof things)[number]): boolean =>
          changed.get(object.id) ?? isSure;
        const taken = things.filter(isTaken).map(({ object }) => object);
        const names = (isTechnique: boolean): readonly string[] =>
          taken
            .filter(({ type }) => (type === 'attack-pattern') === isTechnique)
            .map((object) => nameInAddress(object));
        if (things.length === 0)
          return (
            <Empty title="No technique is read out of it.">
              Sentences that say what was done, and with what, are understood best.
            </Empty>
          );
        return (
          <div className="from-prose">
            <h3>Read out of the text</h3>
            <ul className="plain-list">
              {things.map((each) => (
                <li key={each.object.id}>
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={isTaken(each)}
                      onChange={(event) =>
                        setChanged(new Map([...changed, [each.object.id, event.target.checked]]))
                      }
                    />
                    <span>
                      {each.object.name} <span className="id">{each.object.label}</span>{' '}
                      {each.probability === undefined ? null : (
                        <span className="faint">{percent(each.probability)} sure</span>
                      )}
                    </span>
                  </label>
                  {each.sentence === undefined ? null : <Quote>{each.sentence}</Quote>}
                </li>
              ))}
            </ul>
            <Btn kind="main" disabled={taken.length === 0} onClick={() => onTake(names(true), names(false))}>
              Take over {several(taken.length, 'suggestion')}
            </Btn>
          </div>
        );
      }}
    </Answered>
  );
}

interface Stated {
  readonly object: Mention;
  readonly isSure: boolean;
  readonly probability?: number | undefined;
  readonly sentence?: string | undefined;
}

/** Techniques and software that a text states, each once, whosever they are; software that it names. */
function statedIn({ suggestions, software }: AnswerOf<'report-extract'>): readonly Stated[] {
  const stated = suggestions
    .filter(({ relation }) => relation === 'uses')
    .map(({ object, tier, probability, sentences }) => ({
      object,
      isSure: tier === 'accept',
      probability,
      sentence: sentences[0]?.text,
    }));
  const named = software.map((object) => ({ object, isSure: true }));
  // The first way that something is stated in is the likeliest.
  return [
    ...new Map([...stated, ...named].toReversed().map((each) => [each.object.id, each])).values(),
  ].toReversed();
}
