import * as z from 'zod/mini';
import { isWebAddress } from '../src/acquisition/index.ts';
import { ACTIONS, isFile, type Action } from '../src/actions/index.ts';
import { exampleQuestion } from '../src/server/openapi/example-question.ts';

const API = 'http://127.0.0.1:8737/api/actions';

/** The role that the action of a command takes, and over HTTP what the example of it does that says most; undefined where the command is no action. */
export async function actionRequest(
  command: string,
): Promise<{ readonly role: string; readonly request: string } | undefined> {
  const loaders: Readonly<Record<string, () => Promise<Action>>> = ACTIONS;
  const key = command.replaceAll(' ', '-');
  const action = Object.hasOwn(loaders, key) ? await loaders[key]?.() : undefined;
  if (action === undefined) return undefined;
  const row = { name: action.name, question: z.strictObject(action.given) };
  const asked = action.examples
    .map(({ line }) => exampleQuestion(row, line))
    .filter((each) => each !== undefined)
    .filter((each) => each['dryRun'] !== true && canSend(action, each))
    .toSorted((one, other) => Object.keys(other).length - Object.keys(one).length)[0];
  if (asked === undefined) throw new RangeError(`no example of ${command} can be sent`);
  return { role: action.role, request: requestOf(key, action, asked) };
}

/** Folders and standard input are of the command line alone. */
function canSend({ given }: Action, asked: Readonly<Record<string, unknown>>): boolean {
  const files = Object.entries(asked).flatMap(([field, value]) =>
    isFile(given, field) ? [value].flat() : [],
  );
  return files.every((file) => /\.\w+$/u.test(String(file)));
}

function requestOf(key: string, { given }: Action, asked: Readonly<Record<string, unknown>>): string {
  const sent: string[] = [];
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(asked)) {
    const files = isFile(given, field) ? [value].flat().map(String) : [];
    const own = files.filter((file) => !isWebAddress(file));
    sent.push(...own.map((file) => `-F ${field}=@${file}`));
    if (own.length === 0) fields[field] = value;
  }
  const json = JSON.stringify(fields).replaceAll("'", "'\\''");
  const body =
    sent.length === 0
      ? [`-H 'content-type: application/json' -d '${json}'`]
      : [...sent, ...(json === '{}' ? [] : [`-F 'given=${json}'`])];
  return `curl ${body.join(' ')} \\\n  ${API}/${key}`;
}
