import type { EnvelopeOf, QuestionOf, UseCaseName } from 'foeprint/answers';
import { withoutKept } from '../given/kept-by-home.ts';
import { forgetSession, sessionHeaders } from './session.ts';

/** Something that the server says is wrong, with what to do about it. */
export interface ApiIssue {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** Where, in a text or a file; lines and columns count from 1. */
  readonly place?: { readonly file?: string; readonly line?: number; readonly column?: number };
}

/** What an answer comes under, beside its question. */
export interface Access {
  readonly rules: readonly string[];
  readonly tlp: string;
}

/** The server refused a question, could not answer it, or was not there. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  /** Status of HTTP; 0 where there was no answer at all. */
  readonly status: number;
  readonly issues: readonly ApiIssue[];

  constructor(status: number, issues: readonly ApiIssue[]) {
    super(issues.map(({ message }) => message).join('\n'));
    this.status = status;
    this.issues = issues;
  }
}

type Question = Readonly<Record<string, unknown>>;

/**
 * Asks the server that the page came from.
 *
 * @throws ApiFault where it does not answer the question
 */
export async function ask<Name extends UseCaseName>(
  name: Name,
  question: QuestionOf<Name>,
  access: Access,
  signal?: AbortSignal,
): Promise<EnvelopeOf<Name>> {
  const { address, body } = requestOf(name, question, access);
  return (await fetchJson(address, {
    ...(body === undefined ? {} : { method: 'POST', body }),
    ...(signal === undefined ? {} : { signal }),
  })) as EnvelopeOf<Name>;
}

/** Where a question is asked: in the address where all of it fits there, else as a body. */
export function requestOf(
  name: string,
  question: object,
  { rules, tlp }: Access,
): { readonly address: string; readonly body?: string } {
  const given = Object.entries(withoutKept(question) as Question).filter(([, value]) => isGiven(value));
  const beside = [
    ...rules.map((pack) => ['rules', pack] as const),
    ...(tlp === '' ? [] : [['tlp', tlp] as const]),
  ];
  const address = `/api/${name}`;
  if (given.every(([, value]) => isPlain(value))) {
    const texts = given.flatMap(([field, value]) =>
      [value].flat().map((each) => [field, String(each)] as const),
    );
    const search = searchOf([...texts, ...beside]);
    return { address: search === '' ? address : `${address}?${search}` };
  }
  const search = searchOf(beside);
  return {
    address: search === '' ? address : `${address}?${search}`,
    body: JSON.stringify(Object.fromEntries(given)),
  };
}

/**
 * JSON from the server.
 *
 * @param init as `fetch` takes it; headers of its own are sent beside ours
 * @throws ApiFault where there is none, or where it says what is wrong
 */
export async function fetchJson(
  address: string,
  init: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      credentials: 'same-origin',
      ...init,
      headers: {
        accept: 'application/json',
        ...(init.body === undefined ? {} : await sessionHeaders()),
        ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...init.headers,
      },
    });
    // A server that goes away may do so within its answer.
    text = await response.text();
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ApiFault(0, [
      {
        code: '',
        message: 'The server does not answer.',
        hint: 'Start it with “foeprint serve”, and ask again.',
      },
    ]);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiFault(response.status, [
      {
        code: '',
        message: `The server answered with status ${response.status}, and not with an answer.`,
        hint: 'Something stands between this page and Foeprint, or it is not Foeprint that answers here.',
      },
    ]);
  }
  // Another window may have begun a session in the place of this one.
  if (response.status === 403) forgetSession();
  if (!response.ok) throw new ApiFault(response.status, issuesIn(json, response.status));
  return json;
}

function searchOf(fields: readonly (readonly [name: string, text: string])[]): string {
  const search = new URLSearchParams();
  for (const [name, text] of fields) search.append(name, text);
  return search.toString();
}

/** What a refusal says. @param status of HTTP, for one that says nothing */
export function issuesIn(json: unknown, status = 0): readonly ApiIssue[] {
  const issues = (json as { readonly error?: { readonly issues?: readonly ApiIssue[] } } | null)?.error
    ?.issues;
  if (issues !== undefined && issues.length > 0) return issues;
  return status === 503
    ? [{ code: '', message: 'The server is going down, or only coming up.', hint: 'Ask again in a moment.' }]
    : [{ code: '', message: 'The server refused the question and did not say why.' }];
}

/** False for what says nothing: left out, and lists without anything. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

function isPlain(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isPlain) : ['string', 'number', 'boolean'].includes(typeof value);
}
