export { openSqliteKnowledgeBase, type OpenOptions } from './open.ts'; // the knowledge base in a file
export type { SqliteKnowledgeBase } from './sqlite-knowledge-base.ts'; // knowledge in one SQLite file
