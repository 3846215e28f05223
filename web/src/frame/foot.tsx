import type { ReactElement } from 'react';
import { QUESTIONS } from 'virtual:questions';
import { readTerms } from '../address/terms.ts';
import { useSearchTexts } from '../address/use-address.ts';
import { commandOf } from '../api/command-of.ts';
import { accessUnder } from '../api/use-answer.ts';
import { useStore } from '../state/store.ts';
import { SHOWN } from '../state/shown.ts';

/** The command that gives the same answer, and the notices of the sources whose text is shown. */
export function Foot(): ReactElement {
  const shown = useStore(SHOWN);
  const access = accessUnder(readTerms(useSearchTexts()));
  const [main] = shown;
  const written = main === undefined ? undefined : QUESTIONS[main.useCase];
  const notices = [...new Set(shown.flatMap((each) => each.notices))];
  return (
    <footer className="foot">
      <p>
        {main === undefined || written === undefined ? null : (
          <>
            The same answer in a terminal: <code>{commandOf(written, main.question as object, access)}</code>
          </>
        )}
      </p>
      <p className="notices">{notices.join(' ')}</p>
    </footer>
  );
}
