/** What a module exports, followed to where it is written: names, docstrings and signatures, read from the source. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, type ESTree, type ParseResult } from 'rolldown/utils';

/** A name that a module exports. */
export interface Exported {
  readonly name: string;
  /** Whether it is there at run time; a schema and its type of the same name are one. */
  readonly isValue: boolean;
  /** Where it is written. */
  readonly file: string;
  /** The text of its docstring, without stars; undefined where there is none. */
  readonly doc: string | undefined;
  /** What TypeScript needs to know of it: a declaration without bodies. */
  readonly signature: string;
}

/** In the order in which the module lists them. */
export function exportsOf(file: string): readonly Exported[] {
  const source = sourceOf(file);
  const found = new Map<string, Exported>();
  for (const statement of source.program.body)
    for (const each of exportedBy(statement, source)) {
      const before = found.get(each.name);
      found.set(each.name, before === undefined ? each : joined(before, each));
    }
  return [...found.values()];
}

interface Source extends Pick<ParseResult, 'program' | 'comments'> {
  readonly file: string;
  readonly text: string;
}

const SOURCES = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = SOURCES.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(file, 'utf8');
  const { program, comments } = parseSync(file, text);
  const source = { file, text, program, comments };
  SOURCES.set(file, source);
  return source;
}

/** Overloads of a function, or a value and a type of one name. */
function joined(one: Exported, other: Exported): Exported {
  return {
    ...one,
    isValue: one.isValue || other.isValue,
    doc: one.doc ?? other.doc,
    signature: [one.signature, other.signature].filter((each) => each !== '').join('\n'),
  };
}

function exportedBy(statement: ESTree.Statement, source: Source): readonly Exported[] {
  if (statement.type === 'ExportAllDeclaration') {
    const from = join(dirname(source.file), statement.source.value);
    if (statement.exported === null) return exportsOf(from);
    // A module by a name: it has no docstring, so that no front door may have one.
    return [{ name: nameOf(statement.exported), isValue: true, file: from, doc: undefined, signature: '' }];
  }
  if (statement.type !== 'ExportNamedDeclaration') return [];
  if (statement.declaration !== null) return declared(statement.declaration, statement.start, source);
  if (statement.source === null) return [];
  const from = new Map(
    exportsOf(join(dirname(source.file), statement.source.value)).map((each) => [each.name, each]),
  );
  return statement.specifiers.flatMap(({ local, exported, exportKind }) => {
    const each = from.get(nameOf(local));
    if (each === undefined)
      throw new TypeError(`${source.file} exports ${nameOf(local)}, which is not there`);
    const isValue = each.isValue && exportKind !== 'type' && statement.exportKind !== 'type';
    return [{ ...each, isValue, name: nameOf(exported) }];
  });
}

function nameOf(node: ESTree.ModuleExportName): string {
  return node.type === 'Literal' ? node.value : node.name;
}

function declared(node: ESTree.Declaration, start: number, source: Source): readonly Exported[] {
  const made = (name: string, isValue: boolean, signature: string): Exported => ({
    name,
    isValue,
    file: source.file,
    doc: docBefore(start, source),
    signature,
  });
  const textOf = ({ start: from, end }: ESTree.Span): string => source.text.slice(from, end);
  if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration')
    return [made(node.id.name, false, textOf(node))];
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier') return [];
      const isFunction = init?.type === 'ArrowFunctionExpression';
      const constant = `const ${id.name}${constantType(id, init, textOf)};`;
      return [made(id.name, true, isFunction ? `function ${id.name}${callOf(init, source)}` : constant)];
    });
  const name = 'id' in node && node.id?.type === 'Identifier' ? node.id.name : '';
  if (node.type === 'ClassDeclaration') return [made(name, true, classOf(node, source))];
  if (node.type !== 'FunctionDeclaration' && node.type !== 'TSDeclareFunction')
    throw new TypeError(`${source.file} exports a ${node.type}`);
  // What stands after overloads is for the compiler alone.
  const isHidden = node.type === 'FunctionDeclaration' && isOverloaded(name, source);
  return [made(name, true, isHidden ? '' : `function ${name}${callOf(node, source)}`)];
}

function isOverloaded(name: string, { program }: Source): boolean {
  return program.body.some(
    (each) =>
      each.type === 'ExportNamedDeclaration' &&
      each.declaration?.type === 'TSDeclareFunction' &&
      each.declaration.id?.name === name,
  );
}

/** `: Type`; empty where only the compiler knows it. */
function constantType(
  id: ESTree.BindingIdentifier,
  init: ESTree.Expression | null,
  textOf: (node: ESTree.Span) => string,
): string {
  if (id.typeAnnotation != null) return textOf(id.typeAnnotation);
  if (init?.type === 'TSSatisfiesExpression') return `: ${textOf(init.typeAnnotation)}`;
  if (init?.type === 'Literal') return `: ${textOf(init)}`;
  return '';
}

/** `<T>(a: A, b?: B): C;` */
function callOf(node: ESTree.Function | ESTree.ArrowFunctionExpression, source: Source): string {
  const textOf = ({ start, end }: ESTree.Span): string => source.text.slice(start, end);
  const parameters = node.params.map((parameter) => {
    if (parameter.type === 'RestElement' || parameter.type === 'TSParameterProperty')
      return textOf(parameter);
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const type = pattern.typeAnnotation?.typeAnnotation;
    const given = type == null ? typeOfDefault(parameter) : textOf(type);
    const isOptional = pattern !== parameter || /^\w+\?/u.test(textOf(pattern));
    return `${pattern.type === 'Identifier' ? pattern.name : shortName(given)}${isOptional ? '?' : ''}: ${given}`;
  });
  const generics = node.typeParameters == null ? '' : textOf(node.typeParameters);
  const result = node.returnType == null ? '' : textOf(node.returnType);
  return `${generics}(${parameters.join(', ')})${result};`;
}

/** The type of a parameter that has only a default; what only the compiler could infer is `unknown`. */
function typeOfDefault(parameter: ESTree.ParamPattern): string {
  const given = parameter.type === 'AssignmentPattern' ? parameter.right : undefined;
  return given?.type === 'Literal' ? typeof given.value : 'unknown';
}

/** What a parameter is called that is taken apart at once: `LoadOptions` → `options`, `Pick<UseCase, …>` → `useCase`. */
function shortName(type: string): string {
  const [name = 'Options'] = /^[A-Z]\w+/u.exec(type.replace(/^(?:Pick|Omit|Partial|Readonly)</u, '')) ?? [];
  return name.endsWith('Options') ? 'options' : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** A class with what others see of it. */
function classOf(node: ESTree.Class, source: Source): string {
  const members = node.body.body.flatMap((member) => {
    const isShown = member.type === 'MethodDefinition' || member.type === 'PropertyDefinition';
    if (!isShown || member.key.type === 'PrivateIdentifier' || member.accessibility === 'private') return [];
    const { start, end, key, value } = member;
    const doc = docBefore(start, source)?.replaceAll('\n', '\n * ');
    const kept = member.type === 'MethodDefinition' ? key.end : (value?.start ?? end);
    const head = source.text.slice(start, kept).replace(/[\s=;]+$|^async /gu, '');
    const text = member.type === 'MethodDefinition' ? `${head}${callOf(member.value, source)}` : `${head};`;
    return [doc === undefined ? text : `/** ${doc} */\n${text}`];
  });
  return `${source.text.slice(node.start, node.body.start)}{\n${members.join('\n')}\n}`;
}

/** The docstring that ends right before a place. */
function docBefore(start: number, { text, comments }: Source): string | undefined {
  const doc = comments.findLast(({ end }) => end <= start);
  const isDoc =
    doc?.type === 'Block' && doc.value.startsWith('*') && text.slice(doc.end, start).trim() === '';
  if (doc === undefined || !isDoc) return undefined;
  return doc.value
    .slice(1)
    .split('\n')
    .map((line: string) => line.replace(/^\s*\*? ?/u, '').trimEnd())
    .join('\n')
    .trim();
}
