/* What a program needs for its first explained answer; imported by name, so that a bundler takes in just that. */
export { deskOver, DEFAULT_CONFIG, openDesk, readRuleSet } from '../../src/home/index.ts';
export { explain } from '../../src/workbench/index.ts';
