import { describe, expect, test } from 'vitest';
import { slimEnvelope, slimEnvelopeOf, hasReasons, type Envelope } from '../../../src/answers/index.ts';
import { isMapping } from '../../../src/text/index.ts';
import { USE_CASES, type UseCase } from '../../../src/workbench/index.ts';
import { contractHome } from './home.ts';
import { QUESTIONS } from './questions.ts';

/*
 * Answers without their reasons: everything else stays as it was, reasons are counted, and each handle leads to them.
 */

const home = contractHome();

interface Case {
  readonly row: UseCase;
  readonly words: readonly string[];
  readonly envelope: () => Promise<Envelope>;
}

const CASES: readonly (readonly [string, Case])[] = (
  await Promise.all(
    Object.entries<() => Promise<UseCase>>(USE_CASES).map(async ([name, load]) => {
      const row = await load();
      return Object.entries(QUESTIONS)
        .filter(([key]) => key === name)
        .flatMap(([, asked]) => asked.map(({ words, question }) => ({ words, question })))
        .map(({ words, question }) => {
          const envelope = async (): Promise<Envelope> =>
            await home.asked(...([name, question] as unknown as Parameters<typeof home.asked>));
          return [[name, ...words].join(' '), { row, words, envelope }] as const;
        });
    }),
  )
).flat();

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Fields that may be missing in a slim answer: what is beside them says how many reasons there are, or they are words of a source. */
const MAY_LACK = new Set(['citation', 'sentence', 'grounds', 'parts', 'evidence']);

/** Where a slim answer differs from the whole one in anything but its reasons. */
function differences(slim: unknown, whole: unknown, place = ''): readonly string[] {
  if (typeof slim === 'number' && (Array.isArray(whole) || isMapping(whole)))
    return slim === (Array.isArray(whole) ? whole.length : 1) ? [] : [place];
  if (Array.isArray(slim) && Array.isArray(whole) && slim.length === whole.length)
    return slim.flatMap((each: unknown, at) => differences(each, whole[at], `${place}[${at}]`));
  if (isMapping(slim) && isMapping(whole)) {
    const { why: _handle, ...shown } = slim;
    const kept = 'why' in whole ? slim : shown;
    const missing = Object.keys(whole).filter((field) => !(field in kept) && !MAY_LACK.has(field));
    return [
      ...missing.map((field) => `${place}.${field} is missing`),
      ...Object.entries(kept).flatMap(([field, value]) =>
        differences(value, whole[field], `${place}.${field}`),
      ),
    ];
  }
  return Object.is(slim, whole) ? [] : [place];
}

/** Every handle that a slim answer has beside what the whole one has. */
function handlesIn(slim: unknown, whole: unknown): readonly string[] {
  if (Array.isArray(slim) && Array.isArray(whole))
    return slim.flatMap((each: unknown, at) => handlesIn(each, whole[at]));
  if (!isMapping(slim) || !isMapping(whole)) return [];
  const own = !('why' in whole) && typeof slim['why'] === 'string' ? [slim['why']] : [];
  return [...own, ...Object.entries(slim).flatMap(([field, value]) => handlesIn(value, whole[field]))];
}

describe.for(CASES)('%s', ([, { row, words, envelope: given }]) => {
  test('a slim answer has the same things and numbers, and how many reasons there are', async () => {
    const envelope = await given();
    const slim = slimEnvelope(row.answer, envelope);
    expect(differences(plain(slim.answer), plain(envelope.answer))).toEqual([]);
    expect({ ...slim, answer: 0 }).toEqual({ ...envelope, answer: 0, detail: 'slim' });
  });

  test('it is as its schema says', async () => {
    const slim = slimEnvelope(row.answer, await given());
    const schema = slimEnvelopeOf(slim.useCase, row.question, row.answer);
    expect(schema.safeParse(plain(slim)).error?.issues ?? []).toEqual([]);
  });

  test('every handle leads to reasons', async () => {
    const envelope = await given();
    const slim = slimEnvelope(row.answer, envelope);
    const question = isMapping(slim.question) ? slim.question : {};
    for (const handle of new Set(handlesIn(slim.answer, envelope.answer))) {
      const [first = '', second] = handle.split('~');
      if (second === undefined) {
        const [, name, field, value] = /^(\w+)\?(\w+)=(.+)$/u.exec(handle) ?? [];
        expect(['threats', 'expect']).toContain(name);
        const of = isMapping(slim.answer) ? slim.answer['organisation'] : undefined;
        const organisation = question['organisation'] ?? of;
        const asked = { organisation, [field ?? '']: value };
        const { answer } = await home.asked(...([name, asked] as unknown as Parameters<typeof home.asked>));
        expect(JSON.stringify(answer), handle).toContain(value);
        continue;
      }
      const { answer } = await home.asked('explain', { first, second });
      const known = plain(answer) as {
        readonly explanations: readonly { readonly status: string; readonly whyNot?: readonly string[] }[];
      };
      // Which defences matter to a campaign is read off what it uses, and said so.
      const isExplained = known.explanations.some(
        ({ status, whyNot = [] }) =>
          status !== 'unknown' || whyNot.some((sentence) => sentence.startsWith('But: ')),
      );
      expect(isExplained, handle).toBe(true);
    }
  });

  test('a command line answers so, or says that there are no reasons to leave out', async () => {
    const asked = [...row.name.split(' '), ...words, '--format', 'slim'];
    const { out, err, exitCode } = await home.run(...asked);
    if (!hasReasons(row.answer)) {
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(err).toMatch(/^C777/u);
      return;
    }
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ detail: 'slim', useCase: row.name.replaceAll(' ', '-') });
  });
});
