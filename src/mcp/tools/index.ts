import type { Tool } from '../tool.ts';
import { find } from './knowledge/find.ts';
import { knowledgeStatus } from './knowledge/status.ts';
import { explain } from './knowledge/explain.ts';
import { profileGroup } from './groups/profile-group.ts';
import { getTechnique } from './techniques/get-technique.ts';

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [knowledgeStatus, find, profileGroup, explain, getTechnique];
