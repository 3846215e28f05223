import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Fails the build where what a browser needs before it can show anything is larger than a limit: the entry with everything that it
 * imports at once, compressed. Pages are loaded when they are gone to and do not count.
 *
 * @param most bytes
 */
export function limitPlugin(most: number): Plugin {
  return {
    name: 'foeprint-limit',
    generateBundle(_, bundle) {
      const entries = Object.values(bundle).flatMap((each) =>
        each.type === 'chunk' && each.isEntry ? [each.fileName] : [],
      );
      const needed = new Set(entries);
      for (const name of needed) {
        const chunk = bundle[name];
        if (chunk?.type === 'chunk') for (const each of chunk.imports) needed.add(each);
      }
      const bytes = [...needed].reduce((sum, name) => {
        const chunk = bundle[name];
        return chunk?.type === 'chunk' ? sum + gzipSync(chunk.code).length : sum;
      }, 0);
      if (bytes > most)
        this.error(
          `The first view needs ${bytes} bytes of compressed JavaScript, more than ${most}. Load what it does not show with import().`,
        );
      this.info(`The first view needs ${bytes} bytes of compressed JavaScript, of ${most} allowed.`);
    },
  };
}
