import { RecordBytes, type Framing, type RawRecord } from './raw-record.ts';

const [QUOTE, BACKSLASH, COMMA, LINE_END, SPACE] = [0x22, 0x5c, 0x2c, 0x0a, 0x20];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * A record is an entry of one list, or each of the values that follow one another, over as many lines as they take. Brackets are
 * counted and nothing else is checked: what is no JSON becomes a record that cannot be read.
 */
export const jsonRecords: Framing = async function* (chunks, longest) {
  const kept = new RecordBytes(longest);
  let [line, begun, depth, number] = [1, 1, 0, 0];
  let [isText, isEscaped, isIn, isFirst] = [false, false, false, true];
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    const records: RawRecord[] = [];
    let start = 0;
    const end = (index: number): void => {
      records.push(kept.take(begun, ++number, chunk.subarray(start, index)));
      isIn = false;
    };
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0;
      if (byte === LINE_END) line++;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
        continue;
      }
      const isClosing = byte === LIST_END || byte === OBJECT_END;
      if (!isIn) {
        // Beyond ASCII: a byte order mark.
        if (byte <= SPACE || byte === COMMA || isClosing || byte >= 0x80) continue;
        const isListOfAll = isFirst && byte === LIST;
        isFirst = false;
        if (isListOfAll) continue;
        [isIn, begun, start, depth] = [true, line, index, 0];
      } else if (depth === 0 && (isClosing || byte === COMMA || byte <= SPACE)) {
        end(index);
        continue;
      }
      if (byte === QUOTE) isText = true;
      else if (byte === LIST || byte === OBJECT) depth++;
      else if (isClosing && --depth === 0) end(index + 1);
    }
    if (isIn) kept.add(chunk.subarray(start));
    start = 0;
    if (records.length > 0) yield records;
  }
  if (isIn) yield [kept.take(begun, ++number, Buffer.alloc(0))];
};
