import type { Organisation } from '../../threat/index.ts';
import { placeName } from '../terminal/place-name.ts';

/** The organisation, naming its files without their folders. */
export function withFileNames(organisation: Organisation): Organisation {
  const { coverage, ...controls } = organisation.controls;
  return { ...organisation, controls: { coverage: coverage.map(placeName), ...controls } };
}
