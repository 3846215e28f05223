import type { Domain } from '../../threat/index.ts';

/** Of which domain and release a layer is made. */
export interface LayerOptions {
  readonly domain: Domain;
  /** ATT&CK release of the techniques. */
  readonly release?: string | undefined;
  /** Whether a technique, by its STIX id, belongs to the domain. */
  readonly belongs: (technique: string) => boolean;
}
