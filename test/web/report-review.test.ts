import { describe, expect, test } from 'vitest';
import { ApiFault } from '../../web/src/api/ask.ts';
import { DecisionQueue, type Decisions } from '../../web/src/api/decision-queue.ts';
import {
  decidedBy,
  firstTogether,
  givenFor,
  isKept,
  takenOver,
  type Decision,
} from '../../web/src/marks/report/decisions.ts';
import { inOrder, speakingFor, type Suggestion } from '../../web/src/marks/report/speaking.ts';

const thing = (name: string) => ({ id: `x--${name}`, type: 'attack-pattern', name, label: name });

function suggestion(key: string, places: readonly number[], more: Partial<Suggestion> = {}): Suggestion {
  return {
    key,
    relation: 'uses',
    subject: thing('G1'),
    candidates: [],
    object: thing(key),
    statedBy: ['words'],
    tier: 'review',
    sentences: places.map((place) => ({ place, text: `S${place}` })),
    words: [],
    near: [],
    knownFrom: [],
    ...more,
  };
}

let numbers = 0;

function decision(key: string, verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision {
  return { number: ++numbers, report: 'REP-1', key, verdict, ...more };
}

test('suggestions stand in the order of the text, those of fields last, and sentences know theirs', () => {
  const ordered = inOrder([suggestion('field', []), suggestion('late', [9, 4]), suggestion('first', [2, 4])]);
  expect(ordered.map(({ key }) => key)).toEqual(['first', 'late', 'field']);
  expect([...speakingFor(ordered)]).toEqual([
    [2, [0]],
    [4, [0, 1]],
    [9, [1]],
  ]);
});

test('what was decided last of a suggestion is shown', () => {
  const before = { verdict: 'reject', decidedAt: '2026-05-02T06:00:00.000Z' } as const;
  const shown = (...decisions: readonly Decision[]): readonly unknown[] =>
    decidedBy([suggestion('T1', [1], { decision: before }), suggestion('T2', [2])], decisions).map(
      (each) => each.decision?.verdict,
    );
  expect(shown()).toEqual(['reject', undefined]);
  expect(shown(decision('T2', 'accept'))).toEqual(['reject', 'accept']);
  expect(shown(decision('T1', 'accept'), decision('T1', 'undo', { before }))).toEqual(['reject', undefined]);
  expect(shown(decision('T1', 'undo'))).toEqual([undefined, undefined]);
  expect(shown(decision('T2', 'accept', { subject: 'G2' }))).toEqual(['reject', 'change']);
});

test('a decision is taken for kept where what the home has decided last shows it', () => {
  const at = (verdict: 'accept' | 'reject', decidedAt: string) => ({ verdict, decidedAt }) as const;
  const [old, late] = [at('accept', '2026-05-02T06:00:00.000Z'), at('reject', '2026-05-02T07:00:00.000Z')];
  const here = at('accept', '');
  const undo = (more: Partial<Decision>): Decision => decision('T1', 'undo', more);
  // What an answer has shown is known by its time.
  expect([undefined, old, late].map((now) => isKept(undo({ takes: late.decidedAt }), now))).toEqual([
    true,
    true,
    false,
  ]);
  expect([old, late].map((now) => isKept(undo({ before: old }), now))).toEqual([true, false]);
  expect([old, late].map((now) => isKept(undo({ before: here }), now))).toEqual([true, false]);
  expect([undefined, late].map((now) => isKept(undo({}), now))).toEqual([true, false]);
  const reject = (more: Partial<Decision> = {}): Decision => decision('T1', 'reject', more);
  expect([undefined, old, late].map((now) => isKept(reject(), now))).toEqual([false, false, true]);
  expect([old, late].map((now) => isKept(reject({ before: old }), now))).toEqual([false, true]);
  expect(isKept(reject({ before: late }), late)).toBe(false);
  expect(
    isKept(decision('T1', 'accept', { subject: 'G2' }), { ...late, verdict: 'change', subject: 'G2' }),
  ).toBe(true);
});

test('what is taken over is what was accepted or is sure, and known whose it is', () => {
  const decided = (verdict: 'accept' | 'change' | 'reject', more = {}) => ({
    decision: { verdict, decidedAt: '', ...more },
  });
  const { subject: _, ...open } = suggestion('open', [], decided('accept'));
  const all = [
    suggestion('sure', [], { tier: 'accept' }),
    suggestion('unsure', []),
    suggestion('no', [], { tier: 'accept', ...decided('reject') }),
    suggestion('yes', [], decided('accept')),
    open,
    { ...open, key: 'whose', ...decided('change', { subject: 'G2' }) },
  ];
  expect([takenOver(all), takenOver(all, true)]).toEqual([3, 2]);
});

test('decisions go together as far as each is of another suggestion, and nothing is said beside', () => {
  const [a, b, again, sure, other] = [
    decision('T1', 'accept'),
    decision('T2', 'reject'),
    decision('T1', 'reject'),
    decision('T3', 'accept', { status: 'confirmed' }),
    decision('T4', 'accept', { report: 'REP-2' }),
  ];
  expect(firstTogether([])).toEqual([]);
  expect(firstTogether([a, b])).toEqual([a, b]);
  expect(firstTogether([a, b, again])).toEqual([a, b]);
  expect(firstTogether([a, sure])).toEqual([a]);
  expect(firstTogether([sure, a])).toEqual([sure]);
  expect(firstTogether([a, other])).toEqual([a]);
  expect(givenFor([a, b])).toEqual({
    report: 'REP-1',
    accept: ['T1'],
    change: [],
    reject: ['T2'],
    undo: [],
  });
  expect(givenFor([sure])).toMatchObject({ accept: ['T3'], status: 'confirmed' });
});

describe('on their way, decisions', () => {
  const away = new ApiFault(0, [{ code: '', message: 'The server does not answer.' }]);
  const none = new ApiFault(404, [{ code: 'W781', message: '“T2” is no suggestion of it.' }]);

  /** Keys of what each request had, and what became of all of it. */
  async function sent(
    decisions: readonly Decision[],
    refuse: (keys: readonly string[], request: number) => ApiFault | undefined,
    has: readonly string[] = [],
  ): Promise<{ readonly requests: readonly string[]; readonly now: Decisions; readonly kept: string[][] }> {
    const requests: string[] = [];
    const kept: string[][] = [];
    const queue = new DecisionQueue({
      pause: 1,
      send: async ({ accept = [], reject = [], undo = [] }) => {
        const keys = [...accept, ...reject, ...undo];
        requests.push(keys.join(' '));
        await Promise.resolve();
        const fault = refuse(keys, requests.length);
        if (fault !== undefined) throw fault;
      },
      kept: async (inDoubt) => {
        requests.push(`${inDoubt.map(({ key }) => key).join(' ')}?`);
        return await Promise.resolve(inDoubt.filter(({ key }) => has.includes(key)));
      },
      changed: ({ waiting }) => void kept.push(waiting.map(({ key }) => key)),
    });
    queue.add(...decisions);
    await queue.idle();
    return { requests, now: queue.now, kept };
  }

  test('are sent in their order', async () => {
    const { requests, now } = await sent(
      [
        decision('T1', 'accept'),
        decision('T2', 'reject'),
        decision('T2', 'undo'),
        decision('T3', 'accept', { status: 'probable' }),
      ],
      () => undefined,
    );
    expect(requests).toEqual(['T1 T2', 'T2', 'T3']);
    expect(now.sent.map(({ key }) => key)).toEqual(['T1', 'T2', 'T2', 'T3']);
    expect(now.waiting).toEqual([]);
  });

  test('are tried again as long as the server is away, and wait meanwhile', async () => {
    const { requests, now, kept } = await sent([decision('T1', 'accept')], (_, request) =>
      request < 4 ? away : undefined,
    );
    // Whether the first arrived nobody knows.
    expect(requests).toEqual(['T1', 'T1?', 'T1', 'T1?', 'T1']);
    expect(kept.slice(0, -1).every((each) => each.join() === 'T1')).toBe(true);
    expect([now.trouble, now.sent.length]).toEqual([undefined, 1]);
  });

  test('are refused alone, and the others are kept', async () => {
    const { requests, now } = await sent(
      [decision('T1', 'accept'), decision('T2', 'accept'), decision('T3', 'reject')],
      (keys) => (keys.includes('T2') ? none : undefined),
    );
    expect(requests).toEqual(['T1 T2 T3', 'T1', 'T2', 'T3']);
    expect(now.sent.map(({ key }) => key)).toEqual(['T1', 'T3']);
    expect(now.refused.map((each) => [each.decision.key, each.fault])).toEqual([['T2', none]]);
  });

  test('are not sent again where the home has them, though their answer was lost or their page is gone', async () => {
    const lost = await sent(
      [decision('T1', 'undo'), decision('T2', 'reject')],
      (_, request) => (request === 1 ? away : undefined),
      ['T1'],
    );
    expect(lost.requests).toEqual(['T1', 'T1?', 'T2']);
    expect(lost.now.sent.map(({ key }) => key)).toEqual(['T1', 'T2']);
    const left = ['T1', 'T2'].map((key) => ({ ...decision(key, 'accept'), isInDoubt: true }));
    const anew = await sent([...left, decision('T3', 'accept')], () => undefined, ['T2']);
    expect(anew.requests).toEqual(['T1 T2?', 'T1 T3']);
    expect([anew.now.waiting, anew.now.sent.map(({ key }) => key)]).toEqual([[], ['T2', 'T1', 'T3']]);
  });

  test('are in doubt before they go, and not once they are refused', async () => {
    const doubts: (readonly (boolean | undefined)[])[] = [];
    const queue = new DecisionQueue({
      pause: 1,
      send: async ({ accept = [] }) => {
        doubts.push(queue.now.waiting.map(({ isInDoubt }) => isInDoubt));
        await Promise.resolve();
        if (accept.includes('T1')) throw none;
      },
      kept: async () => await Promise.reject(new Error('nobody is to ask')),
      changed: () => undefined,
    });
    queue.add(decision('T1', 'accept'), decision('T2', 'accept'));
    await queue.idle();
    expect(doubts).toEqual([[true, true], [true, false], [true]]);
  });

  test('wait for the session that another window has begun', async () => {
    const other = new ApiFault(403, [{ code: 'N822', message: 'It is not of this session.' }]);
    const { now } = await sent([decision('T1', 'accept')], (_, request) =>
      request === 1 ? other : undefined,
    );
    expect([now.sent.length, now.refused]).toEqual([1, []]);
  });

  test('can be left out until they are sent', async () => {
    const [first, second] = [decision('T1', 'accept'), decision('T1', 'reject')];
    const requests: string[] = [];
    const queue = new DecisionQueue({
      pause: 1,
      send: async ({ accept = [], reject = [] }) => {
        await Promise.resolve();
        requests.push(`${accept.join(' ')}/${reject.join(' ')}`);
      },
      kept: async () => await Promise.resolve([]),
      changed: () => undefined,
    });
    queue.add(first, second);
    expect([queue.isHeld(first), queue.isHeld(second)]).toEqual([false, true]);
    queue.leaveOut(second);
    await queue.idle();
    expect(requests).toEqual(['T1/']);
    expect(queue.isHeld(second)).toBe(false);
  });
});
