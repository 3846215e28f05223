import { expect, test } from 'vitest';
import { FRONT_DOORS } from '../../scripts/api-page.ts';
import { exportsOf } from '../../scripts/exported.ts';

const EVERY = FRONT_DOORS.flatMap(({ name, exported }) => exported.map((each) => ({ door: name, ...each })));

test('programs can import what the list says, and nothing else', async () => {
  const list = FRONT_DOORS.map(({ name, exported }) =>
    [name, ...exported.map((each) => `  ${each.isValue ? '' : 'type '}${each.name}`)].join('\n'),
  );
  await expect(`${list.join('\n\n')}\n`).toMatchFileSnapshot('exports.txt');
});

test.for(FRONT_DOORS.map(({ name, exported }) => [name, exported] as const))(
  'what is read from the source is what %s has at run time',
  async ([name, exported]) => {
    const values = exported.filter(({ isValue }) => isValue).map((each) => each.name);
    const there: object = await import(/* @vite-ignore */ name);
    expect(Object.keys(there).toSorted()).toEqual(values.toSorted());
  },
);

test('every name has a docstring', () => {
  expect(EVERY.filter(({ doc }) => doc === undefined).map(({ door, name }) => `${door} ${name}`)).toEqual([]);
});

test('every parameter has a type that the reference can show', () => {
  const signatures = EVERY.filter(({ signature }) => /\w\?: unknown/u.test(signature));
  expect(signatures.map(({ name }) => name)).toEqual([]);
});

/** Names that TypeScript itself has. */
const OF_TYPESCRIPT = /^(?:Promise|Readonly|ReadonlyMap|Iterable|Generator|Pick|Partial|Uint8Array|Error)$/u;

test.for(FRONT_DOORS.map(({ name, exported }) => [name, exported] as const))(
  'types that functions of %s take and give can be imported from it',
  ([, exported]) => {
    const known = new Set(exported.map(({ name }) => name));
    const missing = exported
      .filter(({ signature }) => signature.startsWith('function '))
      .flatMap(({ name, signature }) => {
        const own = [
          ...(/^function \w+<([^(]*)>\(/u.exec(signature)?.[1] ?? '').matchAll(
            /\b([A-Z]\w*)(?= extends|,|$)/gu,
          ),
        ];
        const named = signature.replaceAll(/'[^']*'/gu, '').match(/(?<!\.)\b[A-Z]\w*\b/gu) ?? [];
        const generic = new Set(own.map(([, each]) => each));
        return named
          .filter((each) => !known.has(each) && !generic.has(each) && !OF_TYPESCRIPT.test(each))
          .map((each) => `${name}: ${each}`);
      });
    expect(missing).toEqual([]);
  },
);

const HERE = new URL('exports', import.meta.url).pathname;

test.for([
  ['overloads.ts', 'both', 'function both(one: string): string;\nfunction both(one: number): number;'],
  ['overloads.ts', 'plain', 'function plain<T>(one: T, options?: SomeOptions, three?: string): T;'],
  [
    'overloads.ts',
    'Thing',
    'class Thing {\n/** What it holds. */\nreadonly held: string;\nconstructor(held: string);\nget size(): number;\n}',
  ],
  ['overloads.ts', 'RENAMED', 'const LIMIT: 3;'],
])('%s exports %s', ([file, name, signature]) => {
  expect(exportsOf(`${HERE}/${file}`).find((each) => each.name === name)?.signature).toBe(signature);
});
