import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { knowledgeBaseContract } from '../contract/knowledge-base.ts';

knowledgeBaseContract(() => new MemoryKnowledgeBase());
