import { useState, type ReactElement, type ReactNode } from 'react';
import { ApiFault } from '../api/ask.ts';
import { readFile } from '../api/read-file.ts';
import { PickFile } from '../kit/pick-file.tsx';
import { Fault, Notice } from '../kit/states.tsx';
import { keepOrganisation } from './organisation.ts';

/** Nobody said yet whom answers are for: what that means here, and a way to say it. */
export function NoOrganisation({ children }: { readonly children: ReactNode }): ReactElement {
  const [fault, setFault] = useState<ApiFault>();
  const read = async (file: File): Promise<void> => {
    try {
      keepOrganisation((await readFile('organisation', file)).value);
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      setFault(error);
    }
  };
  return (
    <>
      <Notice
        title="It is not said whom this is for."
        actions={
          <PickFile accept=".yaml,.yml" onPick={(file) => void read(file)}>
            Read org.yaml…
          </PickFile>
        }
      >
        {children} Its description stays in this browser.
      </Notice>
      {fault === undefined ? null : <Fault fault={fault} />}
    </>
  );
}
