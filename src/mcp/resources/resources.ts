import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
  type CallToolResult,
  type McpServer,
} from '@modelcontextprotocol/server';
import { FoeprintError } from '../../facts/index.ts';
import type { Envelope } from '../../answers/index.ts';
import { documentMarkdown } from '../../render/index.ts';
import { isMapping } from '../../text/index.ts';
import { documentOf, USE_CASES } from '../../workbench/index.ts';
import { ADDRESSES, idsIn, type ResourceKind } from '../addresses.ts';
import { harmless } from '../results/harmless.ts';
import { refusalOf } from '../results/result.ts';
import type { Ask } from '../tool.ts';

/** What a resource is made from. */
export interface ResourceContext {
  readonly ask: Ask;
  /** The result of a tool. */
  readonly call: (tool: string, given: Readonly<Record<string, unknown>>) => Promise<CallToolResult>;
}

/** A kind of resource: what stands at its addresses, and which addresses there are. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  /** What stands at an address. @throws FoeprintError where nothing does */
  readonly read: (parts: Readonly<Record<string, string>>, context: ResourceContext) => Promise<Contents>;
  /** Of each part of an address, what it may be. */
  readonly complete: Readonly<Record<string, (context: ResourceContext) => Promise<readonly Completion[]>>>;
}

/** What stands at an address, and how far it may go. */
interface Contents {
  readonly text: string;
  readonly tlp: string;
}

/** What a part of an address may be, and by what else it is found. */
interface Completion {
  readonly id: string;
  readonly name: string;
}

const JSON_TYPE = 'application/json';

/** Most rows of a list that a resource has: it has no pages. */
const LIMIT = 50;

const groups = async ({ ask }: ResourceContext): Promise<readonly Completion[]> =>
  await listed(ask, 'groups');
const techniques = async ({ ask }: ResourceContext): Promise<readonly Completion[]> =>
  await listed(ask, 'techniques');

const reports = async ({ ask }: ResourceContext): Promise<readonly Completion[]> =>
  (await ask('report-list', {})).answer.reports.map(({ label, title }) => ({ id: label, name: title }));

async function listed(ask: Ask, catalogue: string): Promise<readonly Completion[]> {
  const { answer } = await ask('list', { catalogue });
  return answer.things.flatMap(({ label, name }) => (label === '' ? [] : { id: label, name }));
}

/** Every kind of resource. */
export const RESOURCES: readonly Resource[] = [
  {
    kind: 'group',
    mimeType: JSON_TYPE,
    title: 'A group',
    description:
      'How a group works, as `profile_group` has it: its surest techniques, software, campaigns and victims.',
    read: async ({ id = '' }, { call }) => ofTool(await call('profile_group', { group: id, limit: LIMIT })),
    complete: { id: groups },
  },
  {
    kind: 'technique',
    mimeType: JSON_TYPE,
    title: 'A technique',
    description: 'What a technique is, who uses it, and what is against it, as `get_technique` has it.',
    read: async ({ id = '' }, { call }) =>
      ofTool(await call('get_technique', { technique: id, limit: LIMIT })),
    complete: { id: techniques },
  },
  {
    kind: 'why',
    mimeType: JSON_TYPE,
    title: 'Reasons',
    description: 'Why two things stand in relation, or why not, as `explain` has it.',
    read: async ({ subject = '', object = '' }, { call }) =>
      ofTool(await call('explain', { subject, object })),
    complete: { subject: groups, object: techniques },
  },
  {
    kind: 'report',
    mimeType: JSON_TYPE,
    title: 'A kept report',
    description:
      'What a report that the home keeps is read to state, as `read_report` has it, with the keys of its suggestions.',
    read: async ({ id = '' }, { call }) => ofTool(await call('read_report', { report: id, limit: LIMIT })),
    complete: { id: reports },
  },
  {
    kind: 'layer',
    mimeType: JSON_TYPE,
    title: 'A layer',
    description:
      'What a group uses as a layer of the ATT&CK Navigator, format 4.5; of several groups, their ids with `+` between them. Comments quote sources.',
    read: async ({ id = '' }, { ask }) => {
      const { answer, markings } = await ask('layer', { groups: idsIn(id) });
      const [first, ...others] = answer.layers;
      const layers = others.length === 0 ? first : { layers: answer.layers };
      return { text: JSON.stringify(harmless(layers ?? {})), ...tlpOf(markings) };
    },
    complete: { id: groups },
  },
  {
    kind: 'plan',
    mimeType: 'text/markdown',
    title: 'A plan',
    description:
      'What to build first against groups, as a document; of several groups, their ids with `+` between them.',
    read: async ({ id = '' }, { ask }) => {
      const plan = await ask('plan', { groups: idsIn(id), seconds: 0 });
      return { text: documentMarkdown(documentOf(await USE_CASES.plan(), plan)), ...tlpOf(plan.markings) };
    },
    complete: { id: groups },
  },
  {
    kind: 'sigma',
    mimeType: 'application/yaml',
    title: 'Sigma rules',
    description:
      'Rules of the library that is configured for what groups are reported to do, as the library has them: one YAML document each.',
    read: async ({ id = '' }, { ask }) => {
      const { answer, markings } = await ask('sigma', { groups: idsIn(id) });
      return { text: answer.files.map(({ text }) => text.trimEnd()).join('\n---\n'), ...tlpOf(markings) };
    },
    complete: { id: groups },
  },
  {
    kind: 'stix',
    mimeType: 'application/json',
    title: 'A report as STIX',
    description: 'What a kept report states, as a bundle of STIX 2.1.',
    read: async ({ id = '' }, { ask }) => {
      const exported = await ask('report-export', { report: id });
      const row = await USE_CASES['report-export']();
      const written = row.texts?.find(({ name }) => name === 'stix')?.write(exported.answer, exported) ?? '';
      return { text: written, ...tlpOf(exported.markings) };
    },
    complete: { id: reports },
  },
];

function tlpOf({ level }: Envelope['markings']): Pick<Contents, 'tlp'> {
  return { tlp: level ?? 'TLP:CLEAR' };
}

/** What a tool gives, as it gives it. */
function ofTool({ content, structuredContent, isError }: CallToolResult): Contents {
  if (isError === true) throw refusedAddress({ content });
  const tlp = isMapping(structuredContent) ? structuredContent['tlp'] : undefined;
  return { text: JSON.stringify(structuredContent), tlp: String(tlp) };
}

/** Lets a server answer for every kind of resource. */
export function registerResources(server: McpServer, context: ResourceContext): void {
  for (const { kind, title, description, mimeType, read, complete } of RESOURCES) {
    const template = new ResourceTemplate(ADDRESSES[kind], {
      list: undefined,
      complete: Object.fromEntries(
        Object.entries(complete).map(([part, all]) => [
          part,
          async (begun: string) => await completed(begun, async () => await all(context)),
        ]),
      ),
    });
    server.registerResource(kind, template, { title, description, mimeType }, async ({ href }, variables) => {
      const { text, tlp } = await orRefused(async () => await read(partsOf(variables), context));
      return { contents: [{ uri: href, mimeType, text, _meta: { 'foeprint/tlp': tlp } }] };
    });
  }
}

/** A refusal, as one of the address. */
function refusedAddress({ content }: Pick<CallToolResult, 'content'>): ProtocolError {
  const said = content.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join('\n');
  return new ProtocolError(ProtocolErrorCode.InvalidParams, said);
}

/** What is wrong with what is asked is said with its code. */
async function orRefused<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    throw refusedAddress(refusalOf(error));
  }
}

/** Parts of an address as they were before they were made into one. */
function partsOf(variables: Readonly<Record<string, string | string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      decoded(typeof value === 'string' ? value : value.join(',')),
    ]),
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Ids that begin as was begun, or whose names have it. */
async function completed(begun: string, all: () => Promise<readonly Completion[]>): Promise<string[]> {
  const wanted = begun.trim().toLowerCase();
  const found = (await all()).filter(
    ({ id, name }) => id.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(wanted),
  );
  return found.map(({ id }) => id);
}
