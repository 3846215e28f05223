import { resolve } from 'node:path';
import { isWebAddress } from '../../acquisition/index.ts';
import { takeDocument } from '../../acquisition/documents/index.ts';
import { defined } from '../../text/index.ts';
import type { Home } from '../home.ts';
import type { AddReportsOptions } from './add-reports.ts';
import { reportLimits, reportsIn, type ReportsIn } from './reports-in.ts';

/**
 * Reads the reports of one file, one address or standard input (`-`), and keeps none.
 *
 * @throws FoeprintError A4xx, H592 where nothing of it can be read
 */
export async function readReportsAt(
  { config: { limits, http } }: Pick<Home, 'config'>,
  location: string,
  options: Pick<AddReportsOptions, 'stated' | 'allowPrivate' | 'addedAt' | 'standardInput' | 'asNamed'> = {},
): Promise<ReportsIn> {
  const { stated = {}, allowPrivate = http.allowPrivate, standardInput, asNamed = false } = options;
  const taken = await takeDocument(location, {
    limits: reportLimits(limits),
    http: { ...http, allowPrivate },
    ...defined({ standardInput }),
  });
  return await reportsIn(taken.bytes, {
    location: asNamed || isWebAddress(location) || location === '-' ? location : resolve(location),
    mediaType: taken.mediaType,
    kind: 'vendor-report',
    addedAt: options.addedAt ?? new Date().toISOString(),
    stated,
    limits: reportLimits(limits),
  });
}
