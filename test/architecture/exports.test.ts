import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** What users of the library can name: everything that these files export, followed to where it is written. */
const FRONT_DOORS = ['src/index.ts', 'src/reasoning/index.ts'].filter((file) => existsSync(file));

const DECLARATION =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

interface Exported {
  readonly name: string;
  readonly file: string;
}

const EXPORTED = FRONT_DOORS.flatMap((file) => exportsOf(file));

test('the library exports something', () => {
  expect(EXPORTED.length).toBeGreaterThan(0);
});

test.for(EXPORTED.map(({ name, file }) => [name, file] as const))(
  '%s of %s is documented',
  ([name, file]) => {
    expect(precedingLine(file, name)).toMatch(/\*\/\s*$/);
  },
);

function exportsOf(file: string): readonly Exported[] {
  const text = readFileSync(file, 'utf8');
  const from = (specifier = ''): string => join(dirname(file), specifier);
  const all = [...text.matchAll(/^export (?:type )?\* from '([^']+)'/gm)].flatMap(([, path]) =>
    exportsOf(from(path)),
  );
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm)].flatMap(
    ([, names = '', path]) =>
      names
        .split(',')
        .map(
          (name) =>
            name
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0] ?? '',
        )
        .filter((name) => name !== '')
        .map((name) => writtenIn(name, from(path))),
  );
  const own = [...text.matchAll(DECLARATION)].map(([, name = '']) => ({ name, file }));
  return [...all, ...listed, ...own];
}

/** An index may re-export what another index does. */
function writtenIn(name: string, file: string): Exported {
  const further = file.endsWith('/index.ts') ? exportsOf(file).find((each) => each.name === name) : undefined;
  return further ?? { name, file };
}

function precedingLine(file: string, name: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  const declaration = new RegExp(`^export [\\w* ]*\\b${name}\\b`);
  const at = lines.findIndex((line) => declaration.test(line));
  return at === -1 ? `nothing called ${name} is written in ${file}` : (lines[at - 1] ?? '');
}
