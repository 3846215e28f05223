import { readFileSync } from 'node:fs';
import { exportsOf, type Exported } from './exported.ts';

/** A name under which programs import the package. */
export interface FrontDoor {
  /** As programs write it, e.g. `foeprint/render`. */
  readonly name: string;
  readonly file: string;
  readonly exported: readonly Exported[];
}

interface Package {
  readonly name: string;
  readonly exports: Readonly<Record<string, { readonly '@foeprint/source': string }>>;
}

/** Every front door that package.json opens. */
export const FRONT_DOORS: readonly FrontDoor[] = frontDoorsOf(
  JSON.parse(readFileSync('package.json', 'utf8')) as Package,
);

function frontDoorsOf({ name, exports }: Package): readonly FrontDoor[] {
  return Object.entries(exports).map(([path, { '@foeprint/source': file }]) => ({
    name: `${name}${path.slice(1)}`,
    file,
    exported: exportsOf(file),
  }));
}

const WHAT: Readonly<Record<string, string>> = {
  foeprint: 'A home, the questions that it answers, what changes it, and the forms of answers.',
  'foeprint/answers':
    'The shapes of questions and answers, for programs that receive them. [Questions and answers](answers.md) has every field.',
  'foeprint/render': 'Documents, tables and drawings of your own. Pure: it runs in browsers as well.',
  'foeprint/reasoning':
    'The Datalog engine that explains. It knows relations and types, not threat actors; [the rule language](rules.md) is what it reads.',
};

/** The page that says what programs can import. */
export function apiPage(note: string): string {
  const known = new Map<string, string>();
  const sections = FRONT_DOORS.map(({ name, exported }) => {
    const fresh = exported.filter((each) => !known.has(placeOf(each)));
    const again = exported.filter((each) => known.has(placeOf(each)));
    for (const each of fresh) known.set(placeOf(each), name);
    return [
      `## ${name}`,
      WHAT[name] ?? '',
      ...(again.length === 0 ? [] : [`Also here, as above: ${again.map(linkTo).join(', ')}.`]),
      ...fresh.filter(({ isValue }) => isValue).map(entry),
      ...fresh.filter(({ isValue }) => !isValue).map(entry),
    ].join('\n\n');
  });
  return [
    note,
    '# The library',
    'What programs import, by where they import it from: what runs first, then types. Questions are asked by `home.ask`; [questions and answers](answers.md) lists them.',
    ...sections,
  ].join('\n\n');
}

function placeOf({ name, file }: Exported): string {
  return `${file}:${name}`;
}

function linkTo({ name }: Exported): string {
  return `[\`${name}\`](#${name.toLowerCase()})`;
}

function entry({ name, doc = '', signature }: Exported): string {
  return [`### ${name}`, ['```ts', signature, '```'].join('\n'), inMarkdown(doc)].join('\n\n');
}

/** A docstring, its tags as a list. */
function inMarkdown(doc: string): string {
  const [text = '', ...tags] = doc.replaceAll(/\{@link (\S+?)\}/gu, '`$1`').split(/^@/mu);
  const items = tags.map((tag) => {
    const [, kind = '', rest = ''] = /^(\w+) (.*)$/su.exec(tag.replaceAll(/\s+/gu, ' ').trim()) ?? [];
    return `- ${sayTag(kind, rest)}`;
  });
  return [text.trim(), items.join('\n')].join('\n\n').trim();
}

function sayTag(kind: string, rest: string): string {
  const [, name = '', meaning = ''] = /^(\S+) (.*)$/u.exec(rest) ?? [];
  if (kind === 'param') return `\`${name}\`: ${meaning}`;
  if (kind === 'returns') return `Returns ${rest}`;
  if (kind === 'throws')
    return `Throws ${rest.replace(/^FoeprintError/u, '[`FoeprintError`](#foeprinterror)')}`;
  throw new TypeError(`no such tag in a docstring: @${kind}`);
}
