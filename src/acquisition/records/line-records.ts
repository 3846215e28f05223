import { isBlank, RecordBytes, type Framing, type RawRecord } from './raw-record.ts';

const LINE_END = 0x0a;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** A record on each line; blank lines are none. A byte order mark at the beginning belongs to no record. */
export const lineRecords: Framing = async function* (chunks, longest) {
  const kept = new RecordBytes(longest);
  let line = 1;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    const records: RawRecord[] = [];
    let start = isFirst && chunk.subarray(0, 3).equals(BOM) ? 3 : 0;
    isFirst = false;
    for (let end = chunk.indexOf(LINE_END, start); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      const record = kept.take(line, line, chunk.subarray(start, end));
      if (!isBlank(record.bytes)) records.push(record);
      line++;
      start = end + 1;
    }
    if (start < chunk.length) kept.add(chunk.subarray(start));
    if (records.length > 0) yield records;
  }
  const last = kept.take(line, line, Buffer.alloc(0));
  if (!isBlank(last.bytes)) yield [last];
};
