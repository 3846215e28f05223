import { sum } from '../../text/index.ts';
import type { EmulationTest } from './emulation-test.ts';

/** An argument as it stands in a command. */
const ARGUMENT = /#\{([\w.-]{1,100})\}/gu;

/** The arguments that a command names, as often as it does. */
export function argumentsIn(command: string): readonly string[] {
  return [...command.matchAll(ARGUMENT)].map(([, name = '']) => name);
}

/** Defaults may name other arguments, which may name others. */
const ROUNDS = 5;
/** A command that would become longer is left with its arguments. */
const LONGEST = 1_000_000;

/**
 * A command of a test with the defaults of its arguments put in.
 *
 * @param missing what stands for an argument without a default; default: `#{name}` as before
 */
export function filledCommand(
  { arguments: given }: Pick<EmulationTest, 'arguments'>,
  command: string,
  missing: (name: string) => string = (name) => `#{${name}}`,
): string {
  const defaults = new Map(given.map(({ name, fallback }) => [name, fallback]));
  let filled = command;
  for (let round = 0; round < ROUNDS; round++) {
    const longer = sum(argumentsIn(filled).map((name) => defaults.get(name)?.length ?? 0));
    if (filled.length + longer > LONGEST) break;
    filled = filled.replaceAll(ARGUMENT, (whole, name: string) => defaults.get(name) ?? whole);
  }
  return filled.replaceAll(ARGUMENT, (_, name: string) => missing(name));
}
