// A door of its own, so that who answers from an evaluated model need not load a parser.
export { parseProgram, type ParsedProgram } from './parse-program.ts'; // rule files → Program, or located issues
export { parseQuery, type ParsedQuery } from './parse-query.ts'; // a question in the rule language → Query
