import { isBlank, RecordBytes, type Framing, type RawRecord } from './raw-record.ts';

const [QUOTE, LINE_END] = [0x22, 0x0a];

/** A record on each line of a table, whose quoted cells may go over several lines; blank lines are none. The first one names the columns. */
export const tableRecords: Framing = async function* (chunks, longest) {
  const kept = new RecordBytes(longest);
  let [line, begun, number] = [1, 1, 0];
  let isQuoted = false;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    const records: RawRecord[] = [];
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte === QUOTE) isQuoted = !isQuoted;
      if (byte !== LINE_END) continue;
      line++;
      if (isQuoted) continue;
      const record = kept.take(begun, ++number, chunk.subarray(start, index));
      if (!isBlank(record.bytes)) records.push(record);
      [begun, start] = [line, index + 1];
    }
    if (start < chunk.length) kept.add(chunk.subarray(start));
    if (records.length > 0) yield records;
  }
  const last = kept.take(begun, ++number, Buffer.alloc(0));
  if (!isBlank(last.bytes)) yield [last];
};
