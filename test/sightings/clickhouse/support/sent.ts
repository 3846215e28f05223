import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { SentBatch, SentMonth } from '../../../../src/sightings/clickhouse/index.ts';

/** Sightings of a month, by their numbers: those of equal number are the same. */
export interface Numbered {
  readonly month: string;
  readonly from: number;
  readonly count: number;
}

/** A batch of made-up sightings, as it is sent. @param halfway is called when half of a month is on its way */
export function sentOf(name: string, months: readonly Numbered[], halfway?: () => void): SentBatch {
  const id = createHash('sha256').update(name).digest('hex');
  return {
    batch: { id, name, format: 'csv', importedAt: '2026-06-01T00:00:00Z', rejected: 0 },
    months: (load) => sentMonths(months, load, halfway),
  };
}

async function* sentMonths(
  months: readonly Numbered[],
  load: string,
  halfway: (() => void) | undefined,
): AsyncIterable<SentMonth> {
  for (const numbered of months) {
    const lines = Readable.from(linesOf(numbered, load, halfway), { objectMode: false });
    yield await Promise.resolve({ month: numbered.month, rows: numbered.count, lines });
  }
}

function* linesOf(
  { month, from, count }: Numbered,
  load: string,
  halfway: (() => void) | undefined,
): Iterable<string> {
  const size = 1000;
  for (let start = 0; start < count; start += size) {
    if (start >= count / 2 && start < count / 2 + size) halfway?.();
    const numbers = Array.from({ length: Math.min(size, count - start) }, (_, index) => from + start + index);
    yield numbers.map((number) => line(number, month, load)).join('');
  }
}

function line(number: number, month: string, load: string): string {
  const day = `${month}-${String(1 + (number % 28)).padStart(2, '0')}`;
  const technique = `T${1000 + (number % 40)}`;
  const sector = ['Energy', 'Retail', 'Banks'][number % 3] ?? '';
  const fields = [
    number + 1,
    `${day} 08:00:00`,
    day,
    month,
    sector,
    `organisation ${number % 17}`,
    '',
    technique,
    technique,
    'sensor',
    'rule',
    2,
    '18.1',
    load,
  ];
  return `${fields.join('\t')}\n`;
}
