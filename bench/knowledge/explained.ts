/* What a program needs for its first explained answer; imported by name, so that a bundler takes in just that. */
export { openDesk } from '../../src/desk/index.ts';
export { DEFAULT_CONFIG, readRuleSet } from '../../src/home/index.ts';
export { explain } from '../../src/workbench/explanation/explain.ts';
