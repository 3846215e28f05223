import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { givenFor, isFile, type Action } from '../../src/actions/index.ts';
import { makeServer } from '../../src/server/index.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import {
  farm,
  rowOf,
  stateOf,
  timeless,
  timelessState,
  TRIED,
  wordsFor,
  type Farm,
} from '../support/tried-actions.ts';

/* One table of actions: library, command line and server do the same, and answer the same. */

type Shell = (on: Farm, action: Action, given: Readonly<Record<string, unknown>>) => Promise<unknown>;

const library: Shell = async ({ act }, { name }, given) => {
  const { key } = await rowOf(name);
  const { journal: _, isUndoable: _isUndoable, ...envelope } = await act(key, given);
  return envelope;
};

const commandLine: Shell = async (on, action, given) => {
  await on.home.close();
  const ran = await runFoeprint(...wordsFor(on, action, given));
  return JSON.parse(ran.out) as unknown;
};

const server: Shell = async ({ home, folder, config }, { name, given: fields }, given) => {
  await home.close();
  const app = await makeServer({ home: folder, config, clearance: 'red' });
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
  const url = `/api/actions/${name.replaceAll(' ', '-')}`;
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

describe.for(Object.entries(TRIED))('%s', ([name, cases]) => {
  const one = Object.values(cases)[0] ?? expect.fail(name);

  test(
    'library, command line and server do the same, and answer the same',
    { timeout: 120_000 },
    async () => {
      const { action } = await rowOf(name);
      const answers: unknown[] = [];
      const states: unknown[] = [];
      for (const shell of [library, commandLine, server]) {
        const on = await farm();
        await one.before?.(on);
        const given = (await one.given(on)) as Readonly<Record<string, unknown>>;
        givenFor(action, given);
        answers.push(timeless(await shell(on, action, given), on));
        states.push(timelessState(await stateOf(on.home), on));
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect(states[1]).toEqual(states[0]);
      expect(states[2]).toEqual(states[0]);
    },
  );
});
