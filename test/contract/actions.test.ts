import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ACTIONS, givenFor, isFile, type Action, type ActionName } from '../../src/actions/index.ts';
import { parametersOf } from '../../src/forms/index.ts';
import { makeServer } from '../../src/server/index.ts';
import * as z from 'zod/mini';
import { runFoeprint } from '../support/run-foeprint.ts';
import { NO_CONFIG } from '../support/sample-home.ts';
import { farm, stateOf, TRIED, type Farm } from '../support/tried-actions.ts';

/* One table of actions: library, command line and server do the same, and answer the same. */

type Shell = (on: Farm, action: Action, given: Readonly<Record<string, unknown>>) => Promise<unknown>;

const library: Shell = async ({ home }, { name }, given) => {
  const { journal: _, isUndoable: _isUndoable, ...envelope } = await home.act(keyOf(name), given);
  return envelope;
};

const commandLine: Shell = async ({ home, folder }, { name, given: fields }, given) => {
  await home.close();
  const words = parametersOf({ question: z.strictObject(fields) }).flatMap(({ field, option, spelling }) => {
    const value = given[field];
    if (value === undefined || value === false) return [];
    const [flag = ''] = /--[\w-]+/u.exec(spelling) ?? [];
    if (value === true) return [flag];
    const texts = [value].flat().map((each) => JSON.stringify(each).replaceAll('"', ''));
    return texts.flatMap((text) => (option === '' ? [text] : [flag, text]));
  });
  const ran = await runFoeprint(
    ...name.split(' '),
    ...words,
    '--json',
    '--home',
    folder,
    '--config',
    NO_CONFIG,
  );
  return JSON.parse(ran.out) as unknown;
};

const server: Shell = async ({ home, folder }, { name, given: fields }, given) => {
  await home.close();
  const app = await makeServer({ home: folder, config: NO_CONFIG, clearance: 'red' });
  onTestFinished(async () => await app.close());
  const form = new FormData();
  const isSent = ([field]: readonly [string, unknown]): boolean => isFile(fields, field);
  form.append(
    'given',
    JSON.stringify(Object.fromEntries(Object.entries(given).filter((each) => !isSent(each)))),
  );
  for (const [field, value] of Object.entries(given).filter(isSent))
    for (const file of [value].flat())
      form.append(field, new Blob([readFileSync(String(file))]), basename(String(file)));
  const sent = new Response(form);
  const headers = { host: 'localhost', 'content-type': sent.headers.get('content-type') ?? '' };
  const url = `/api/actions/${keyOf(name)}`;
  const payload = Buffer.from(await sent.arrayBuffer());
  const answered = await app.inject({ method: 'POST', url, headers, payload });
  const answer = await endedJob(app, answered.json());
  expect(answered.body).not.toContain(folder);
  const { journal, isUndoable, undo, ...envelope } = answer;
  expect({ journal, isUndoable, undo }).toEqual({
    journal: expect.any(Number),
    isUndoable: true,
    undo: `/api/undo/${String(journal)}`,
  });
  return envelope;
};

interface Answered {
  readonly job?: string;
  readonly answer?: object;
  readonly journal?: number;
  readonly isUndoable?: boolean;
  readonly undo?: string;
}

/** What a request was answered with, once it is done: under load it takes longer than the server waits. */
async function endedJob(app: Awaited<ReturnType<typeof makeServer>>, first: Answered): Promise<Answered> {
  if (first.job === undefined) return first;
  const url = `/api/jobs/${first.job}`;
  const headers = { host: 'localhost', accept: 'text/event-stream' };
  const events = (await app.inject({ url, headers })).body.trim().split('\n\n');
  const { answer } = JSON.parse(events.at(-1)?.slice('data: '.length) ?? '') as Answered;
  return answer ?? expect.fail(events.at(-1));
}

function keyOf(name: string): ActionName {
  const key = name.replaceAll(' ', '-');
  return Object.keys(ACTIONS).find((each): each is ActionName => each === key) ?? expect.fail(name);
}

/** Without what is of the moment. */
function timeless(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'NOW')
      .replaceAll(/"through":"[^"]+"/gu, '"through":""')
      // What is sent has no folder.
      .replaceAll(/"location":"[^"]*?([^"/]+)"/gu, '"location":"$1"')
      .replaceAll(/("sha256"|"id"):"(?:sha256:)?[\da-f]{12,64}"/gu, '$1:"DIGEST"')
      .replaceAll(/"what":"[\da-f]{12}"/gu, '"what":"DIGEST"'),
  );
}

describe.for(Object.entries(TRIED))('%s', ([name, cases]) => {
  const one = Object.values(cases)[0] ?? expect.fail(name);

  test(
    'library, command line and server do the same, and answer the same',
    { timeout: 120_000 },
    async () => {
      const action: Action = await ACTIONS[keyOf(name)]();
      const answers: unknown[] = [];
      const states: unknown[] = [];
      for (const shell of [library, commandLine, server]) {
        const on = await farm();
        await one.before?.(on);
        const given = (await one.given(on)) as Readonly<Record<string, unknown>>;
        givenFor(action, given);
        answers.push(timeless(await shell(on, action, given)));
        states.push(timeless(pathless(await stateOf(on.home), on)));
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect(states[1]).toEqual(states[0]);
      expect(states[2]).toEqual(states[0]);
    },
  );
});

/** A state without the folder that the test lies in, and keys that times are in. */
function pathless(state: unknown, { at }: Farm): unknown {
  const text = JSON.stringify(state).replaceAll(at(''), '').replaceAll(at('').slice(0, -1), '');
  const { key: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
}
