import type { ReactElement } from 'react';
import { readTerms } from '../address/terms.ts';
import { useSearchTexts } from '../address/use-address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { sayScope } from '../words/scope.ts';

/** Under which terms all answers of the page hold. */
export function ScopeLine(): ReactElement {
  const terms = readTerms(useSearchTexts());
  const status = useAnswer('status', {});
  return (
    <div className="scope" role="group" aria-label="Terms of every answer">
      <span>{status.data === undefined ? ' ' : `Answers from ${sayScope(status.data.answer.loaded)}`}</span>
      {terms['as-of'] === '' ? null : <span>as of {terms['as-of']}</span>}
      {terms.tlp === '' ? null : <span>up to TLP:{terms.tlp.toUpperCase()}</span>}
    </div>
  );
}
