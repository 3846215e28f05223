import type * as z from 'zod/mini';
import { globalRegistry } from 'zod/mini';
import { FRAME } from '../src/mcp/results/result.ts';
import { inputOf } from '../src/mcp/server.ts';
import { TOOLS, WRITING_TOOLS } from '../src/mcp/tools/index.ts';
import { ADDRESSES } from '../src/mcp/addresses.ts';
import { PROMPTS } from '../src/mcp/prompts/prompts.ts';
import { RESOURCES } from '../src/mcp/resources/resources.ts';

/** Tables of docs/mcp.md, by their names. */
export const MCP_TABLES: Readonly<Record<string, string>> = {
  tools: table(
    ['tool', 'what it does', 'takes', 'asks'],
    [...TOOLS, ...WRITING_TOOLS].map((tool) => [
      code(tool.name),
      tool.description,
      Object.keys(inputOf(tool).shape).map(code).join(', '),
      [...tool.asks, ...(tool.does === undefined ? [] : [tool.does])].map(code).join(', '),
    ]),
  ),
  resources: table(
    ['address', 'what stands there'],
    RESOURCES.map(({ kind, description }) => [code(ADDRESSES[kind]), description]),
  ),
  prompts: table(
    ['prompt', 'what for', 'takes'],
    PROMPTS.map(({ name, description, given }) => [
      code(name),
      description,
      Object.keys(given).map(code).join(', '),
    ]),
  ),
  frame: table(
    ['field', 'meaning'],
    Object.entries(FRAME).map(([name, schema]) => [code(name), meaningOf(schema)]),
  ),
};

function meaningOf(schema: z.ZodMiniType): string {
  return globalRegistry.get(schema)?.description ?? '';
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
