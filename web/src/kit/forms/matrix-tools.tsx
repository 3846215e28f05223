import type { ReactElement, ReactNode } from 'react';
import { useDensity } from '../../state/use-density.ts';
import { Seg } from '../controls.tsx';

/** The row above a matrix: how much room a cell takes, what the page lets one choose, and what fills and marks mean. */
export function MatrixTools({
  children,
  legend,
}: {
  /** What this page lets one choose. */
  readonly children?: ReactNode;
  /** What fills and marks mean; it stands to the right. */
  readonly legend: ReactNode;
}): ReactElement {
  const [density, setDensity] = useDensity();
  return (
    <div className="tools">
      <Seg
        label="Density"
        className="wide-only"
        choices={[
          ['names', 'Names'],
          ['ids', 'Ids'],
          ['dots', 'Dots'],
        ]}
        value={density}
        onChange={setDensity}
      />
      {children}
      {legend}
    </div>
  );
}
