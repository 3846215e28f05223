import { placeName } from '../../acquisition/index.ts';
import type { Organisation } from '../../threat/index.ts';

/** The organisation, naming its files without their folders. */
export function withFileNames(organisation: Organisation): Organisation {
  const { coverage, ...controls } = organisation.controls;
  return { ...organisation, controls: { coverage: coverage.map(placeName), ...controls } };
}
