/** A file of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly text: string;
}

const BLOCK = 512;

/** The files of a tar archive (POSIX ustar, and GNU long names), as UTF-8 text. */
export function textFilesOfTar(archive: Uint8Array): readonly TarEntry[] {
  const files: TarEntry[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length;) {
    const field = (from: number, length: number): string =>
      Buffer.from(archive.subarray(at + from, at + from + length))
        .toString('utf8')
        .replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const content = Buffer.from(archive.subarray(at + BLOCK, at + BLOCK + size)).toString('utf8');
    const type = field(156, 1);
    if (type === 'L') longName = content.replace(/\0.*$/s, '');
    else {
      if (type === '0' || type === '') {
        const name = longName ?? [field(345, 155), field(0, 100)].filter((part) => part !== '').join('/');
        if (name !== '') files.push({ name, text: content });
      }
      longName = undefined;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
