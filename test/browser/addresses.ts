import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'web/src/pages';

/** Paths of all pages, as their rows have them. Read and not imported: what shows them is for a browser. */
const PATHS: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const path = /path: '([^']+)'/u.exec(readFileSync(`${FOLDER}/${name}/page.ts`, 'utf8'))?.[1];
    if (path === undefined) throw new Error(`${FOLDER}/${name}/page.ts has no path`);
    return path;
  });

/** What stands for the parts of paths that vary, in the home of these tests. A page with another part needs a line here. */
const PARTS: Readonly<Record<string, string>> = {
  group: 'G9001',
  technique: 'T9001',
  software: 'S9001',
  campaign: 'C9001',
  report: 'The%20night%20of%20the%20ferry',
  first: 'G9001',
  second: 'T9001',
  tab: '',
  file: '',
};

/** Addresses of pages beside their plain one: what their tabs, choices and panels show. */
const FURTHER: readonly string[] = [
  '/groups/G9990',
  '/groups/G9990/timeline',
  '/techniques/T9990',
  '/compare?of=G9001,G9002',
  '/compare?of=G9990,G9001',
  '/software/S9990',
  '/triage?seen=T9001.001,T9990',
  '/coverage?against=groups&groups=G9001,G9990&technique=T9990',
  '/coverage?against=all&gaps=1&stage=none',
  '/emulation?group=G9001',
  '/rules?ask=uses(Group,%20"T9001.001")',
  '/dashboard?trend=quarter',
  '/why/G9990/M9990',
];

/** An address of every page of the table, and further ones. */
export const ADDRESSES: readonly string[] = [...PATHS.map((path) => addressOf(path)), ...FURTHER];

/** @throws Error where a part of the path has nothing to stand for it */
function addressOf(path: string): string {
  const filled = path.replaceAll(/\{?-?\$(\w+)\}?/gu, (_, name: string) => {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`test/browser/addresses.ts has nothing for $${name} of ${path}`);
    return part;
  });
  return filled.length > 1 ? filled.replace(/\/$/u, '') : filled;
}
