import type { ReactElement } from 'react';
import { Btn } from '../../kit/controls.tsx';
import { openOverlay } from './overlays.ts';

/** What every page offers beside its answer: the answer as a file, in any form that it has. */
export function ExportBtn(): ReactElement {
  return (
    <Btn keyName="E" onClick={() => openOverlay('export')}>
      Export
    </Btn>
  );
}
