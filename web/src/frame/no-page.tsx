import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Btn } from '../kit/controls.tsx';
import { Head } from '../kit/layout.tsx';
import { Empty, Notice } from '../kit/states.tsx';
import { Go } from './go.tsx';

/** An address that no page has. */
export function NoSuchPage(): ReactElement {
  return (
    <>
      <Head title="No such page" />
      <Empty
        title="Nothing has this address."
        actions={
          <Go className="btn" to="/groups">
            Show the groups
          </Go>
        }
      >
        A page may have been renamed since the link was made. Search for what it was about with Ctrl K.
      </Empty>
    </>
  );
}

/** A page that could not be shown: a fault of ours, or the server was updated while it was open. */
export function PageFailed({ error, reset }: ErrorComponentProps): ReactElement {
  return (
    <>
      <Head title="Something went wrong" />
      <Notice
        isFault
        title="This page could not be shown."
        actions={
          <>
            <Btn onClick={reset}>Show it again</Btn>
            <Btn onClick={() => location.reload()}>Load everything anew</Btn>
          </>
        }
      >
        If Foeprint was updated in the meantime, loading anew helps. The browser says:{' '}
        {error instanceof Error ? error.message : String(error)}
      </Notice>
    </>
  );
}
