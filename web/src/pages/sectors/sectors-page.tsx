import type { ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Seg } from '../../kit/controls.tsx';
import { Readout } from '../../kit/readout.tsx';
import { ByGroups } from './by-groups.tsx';
import { BySightings } from './by-sightings.tsx';
import { FIELDS } from './compared-sectors.ts';
import './sectors.css';

/** Which sectors are alike: by the groups documented against them, or by what was seen there. */
export function Page(): ReactElement {
  const [{ by }, change] = useAddress(FIELDS);
  const actions = (
    <>
      <Seg
        label="What makes sectors alike"
        choices={[
          ['groups', 'By groups'],
          ['sightings', 'By our detections'],
        ]}
        value={by}
        onChange={(next) => change({ by: next, of: [] })}
      />
      <ExportBtn />
    </>
  );
  return (
    <>
      {by === 'groups' ? <ByGroups actions={actions} /> : <BySightings actions={actions} />}
      <Readout
        hint="Point at a cell to read it here; a sector by name is looked at more closely."
        keys={[
          ['↑↓', 'move'],
          ['Enter', 'look closer'],
        ]}
      />
    </>
  );
}
