import type { MarkingLevel } from '../../facts/index.ts';
import type { Act, HttpCall, HttpReply } from '../../mcp/index.ts';

/** What an assistant asks by the Model Context Protocol, as it is put to whoever answers: plain data throughout. */
export interface AssistantCall {
  readonly http: HttpCall;
  /** How far answers may go. */
  readonly clearance: MarkingLevel;
  /** Whether there are tools that change the home. */
  readonly mayWrite: boolean;
}

/** What is sent back, and faults of ours that a client sees nothing of. */
export interface AssistantReply extends HttpReply {
  readonly faults: readonly string[];
}

/** Does what a tool changes: by whoever asks, in their role. */
export type { Act };
