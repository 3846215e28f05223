import { issueOf, type Issue } from '../../facts/index.ts';
import { ACQUISITION_ISSUES } from '../issues.ts';
import { inUtf8 } from '../json/in-utf8.ts';

/** HTML states its encoding within its first kilobyte (HTML, 13.2.3.2). */
const META_CHARSET = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/iu;

/**
 * Bytes of a text as text: UTF-8, UTF-16, or what `mediaType` or the text itself states; else they are taken for Windows-1252, of
 * which Latin-1 is a part, and that is said.
 *
 * @throws FoeprintError A410 where it begins as UTF-16 but is damaged
 */
export function decodeText(
  bytes: Buffer,
  file: string,
  mediaType = '',
): { readonly text: string; readonly issues: readonly Issue[] } {
  const utf8 = inUtf8(bytes, file);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(utf8), issues: [] };
  } catch {
    const stated =
      /charset=["']?([\w-]{1,40})/iu.exec(mediaType) ?? META_CHARSET.exec(bytes.toString('latin1', 0, 1024));
    const decoder = decoderOf(stated?.[1]);
    if (decoder !== undefined) return { text: decoder.decode(bytes), issues: [] };
    const message =
      'It is neither UTF-8 nor UTF-16 and states no other encoding; it was read as Windows-1252 (Latin-1).';
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      issues: [issueOf(ACQUISITION_ISSUES['guessed-encoding'], message, { file })],
    };
  }
}

/** Undefined for UTF-8, which it has proved not to be, and for names that there are not. */
function decoderOf(label = 'utf-8'): InstanceType<typeof TextDecoder> | undefined {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined;
  }
}
