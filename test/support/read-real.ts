import type { Delivery } from '../../src/facts/index.ts';
import { readDocument, type AboutDelivery } from '../../src/intake/index.ts';
import { realDocument } from './real-data.ts';

/** Reads a bundle or a cluster of the real data. */
export function readReal(file: string, more: Partial<AboutDelivery> = {}): Delivery {
  const { parsed, about } = realDocument(file);
  return readDocument(parsed, { ...about, ...more });
}
