export * from './knowledge-base.ts'; // where what was loaded is kept, and views of it
export * from './catalogue.ts'; // the things a view knows
export { MemoryKnowledgeBase } from './memory.ts'; // knowledge for the life of the process
export { ClearedKnowledge } from './cleared-knowledge.ts'; // knowledge as whoever is cleared up to a level may see it
export { levelsOf, releaseLoaded, releasesLoaded, unknownRelease } from './view/sources-in-view.ts'; // levels that sources and their objects are marked with
export { KNOWLEDGE_ISSUES } from './issues.ts'; // what a knowledge base can refuse
export { dump } from './dump/dump.ts'; // the whole knowledge base → lines of one portable file
export { DumpReading } from './dump/dump-reading.ts'; // those lines → a knowledge base, all or nothing
export { standingOf } from './view/standing.ts'; // which sources are answered from, and why others are not
export { spellingOf } from './spelling.ts'; // a name without what people write in different ways
