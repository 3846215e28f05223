import { list, optional, shape, text, truth, type Of } from '../schema.ts';

export const TestArgument = shape(
  'TestArgument',
  'A value that stands in the commands of a test as `#{name}`.',
  {
    name: text('its name'),
    description: text('what it is; empty where its source does not say'),
    type: text('as its source writes it, in lower case: `string`, `path`, `url`, `integer`, `float`'),
    fallback: optional(text('the value where none is given; absent where one has to be')),
  },
);
export type TestArgument = Of<typeof TestArgument>;

export const TestDependency = shape('TestDependency', 'What has to be there before a test can run.', {
  description: text('what it is'),
  check: optional(text('a command that succeeds where it is there')),
  fetch: optional(text('a command that gets it')),
});
export type TestDependency = Of<typeof TestDependency>;

export const EmulationTest = shape(
  'EmulationTest',
  'A test of a library that does what adversaries do, in the words of its source. Commands are text: Foeprint runs none.',
  {
    guid: text('its UUID; of one without, made from its technique and name'),
    technique: text('the technique id that its source gives it, which may be of another release'),
    name: text('its name'),
    description: text('what it does'),
    platforms: list(text('a word of the library: `windows`, `iaas:aws`'), 'what it runs on'),
    arguments: list(TestArgument, 'values in its commands'),
    dependencyExecutor: optional(text('what runs the commands of the dependencies; default: its executor')),
    dependencies: list(TestDependency, 'what has to be there before'),
    executor: text('what runs it: `powershell`, `command_prompt`, `sh`, `bash`; `manual` where people do'),
    command: text('its command, with `#{name}` where arguments stand; of a manual one, the steps'),
    cleanup: optional(text('the command that undoes it')),
    elevation: truth('whether it needs the rights of an administrator'),
  },
);
export type EmulationTest = Of<typeof EmulationTest>;
