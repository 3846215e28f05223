import type { Access } from '../../desk/index.ts';
import { VERSION } from '../../home/index.ts';
import type { Act, AssistantCall, AssistantReply } from './assistant-call.ts';

/** Answers one request of the Model Context Protocol from an access. */
export async function answerAssistant(
  { http, mayWrite }: AssistantCall,
  access: Access,
  act: Act,
): Promise<AssistantReply> {
  // Loaded when an assistant first asks: whoever has none waits for none of it.
  const { answerOverHttp, mcpServerOf } = await import('../../mcp/index.ts');
  const faults: string[] = [];
  const fault = (error: unknown): void => void faults.push(faultSaid(error));
  const options = { version: VERSION, fault, ...(mayWrite ? { act } : {}) };
  const reply = await answerOverHttp(() => mcpServerOf(access, options), http);
  return { ...reply, faults };
}

/** A fault of ours for the log, with where it came from. */
export function faultSaid(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
