import type { ReactElement } from 'react';
import type { Envelope } from 'foeprint/answers';
import { QUESTIONS } from 'virtual:questions';
import { readTerms } from '../../address/terms.ts';
import { useSearchTexts } from '../../address/use-address.ts';
import { requestOf } from '../../api/ask.ts';
import { askedAgain } from '../../given/kept-by-home.ts';
import { sessionHeaders } from '../../api/session.ts';
import { accessUnder } from '../../api/use-answer.ts';
import { Btn } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Empty } from '../../kit/states.tsx';
import { useStore } from '../../state/store.ts';
import { copyLink, copyWithSources } from './copy.ts';
import { SHOWN } from '../../state/shown.ts';

/** What a form is called where one chooses it, and what it is for. */
const FORMS: Readonly<Record<string, readonly [name: string, use: string]>> = {
  layer: ['Navigator layer', 'for the ATT&CK Navigator'],
  csv: ['CSV', 'for a spreadsheet'],
  xlsx: ['Excel', 'a sheet for each table'],
  pdf: ['PDF', 'to hand on'],
  html: ['HTML', 'a page by itself'],
  markdown: ['Markdown', 'for a wiki or a ticket'],
  text: ['Text', 'as on a terminal'],
  json: ['JSON', 'everything, for programs'],
  ndjson: ['NDJSON', 'a line for each, for programs'],
  svg: ['SVG', 'a drawing that scales'],
  png: ['PNG', 'a picture'],
  stix: ['STIX', 'a bundle, for other platforms'],
  misp: ['MISP', 'an event'],
  mermaid: ['Mermaid', 'a diagram as text'],
  zip: ['ZIP', 'all files of it'],
};

/** Everything that the answers of the page can be taken away as. */
export function ExportSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const shown = useStore(SHOWN);
  return (
    <Dialog label="Export" onClose={onClose}>
      <div className="dialog-body">
        <div className="dialog-head">
          <h2>Export</h2>
          <Btn kind="bare" onClick={onClose}>
            Close
          </Btn>
        </div>
        <div className="acts export-copies">
          <Btn keyName="Y" onClick={() => void copyWithSources().then(onClose)}>
            Copy with sources
          </Btn>
          <Btn onClick={() => void copyLink().then(onClose)}>Copy link</Btn>
          <Btn
            keyName="P"
            onClick={() => {
              onClose();
              setTimeout(() => window.print());
            }}
          >
            Print
          </Btn>
        </div>
        {shown.length === 0 ? (
          <Empty title="There is nothing to export yet.">The answer has not come.</Empty>
        ) : (
          shown.map((envelope) => <Forms key={envelope.useCase} envelope={envelope} />)
        )}
      </div>
    </Dialog>
  );
}

function Forms({ envelope }: { readonly envelope: Envelope }): ReactElement | null {
  const access = accessUnder(readTerms(useSearchTexts()));
  const asked = askedAgain(envelope.question as object, QUESTIONS[envelope.useCase]?.fields ?? {});
  const { address, body } = requestOf(envelope.useCase, asked, access);
  const names = QUESTIONS[envelope.useCase]?.forms ?? ['json'];
  const known = Object.entries(FORMS).filter(([name]) => names.includes(name));
  return (
    <section className="export-forms">
      <h3>{QUESTIONS[envelope.useCase]?.command}</h3>
      <ul className="options">
        {known.map(([name, [words, use]]) => (
          <li key={name}>
            {body === undefined ? (
              <a href={`${address}${address.includes('?') ? '&' : '?'}format=${name}`} download>
                <span>{words}</span>
                <span className="count">{use}</span>
              </a>
            ) : (
              <button type="button" onClick={() => void download(address, body, name)}>
                <span>{words}</span>
                <span className="count">{use}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks with a body, which no link can, and keeps what comes as a file. */
async function download(address: string, body: string, form: string): Promise<void> {
  const response = await fetch(`${address}${address.includes('?') ? '&' : '?'}format=${form}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(await sessionHeaders()) },
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download =
    /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `answer.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
