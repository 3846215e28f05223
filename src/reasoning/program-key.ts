import { contentKey } from './content-key.ts';
import type { Vocabulary } from './program.ts';

/** A rule file as read. */
export interface RuleFile {
  /** Name for error messages. */
  readonly file: string;
  readonly text: string;
}

/** Which rules take part, and how much their conclusions weigh; what is not mentioned stays as the rule says. */
export interface RuleSettings {
  readonly switches?: Readonly<Record<string, boolean>>;
  /** 0 … 1 each. */
  readonly weights?: Readonly<Record<string, number>>;
}

/**
 * Names the program that these files would give. Costs no parsing, so that what was evaluated before can be
 * recognised without reading the rules again.
 */
export function programKey(files: readonly RuleFile[], vocabulary: Vocabulary): string {
  return contentKey([JSON.stringify(vocabulary), ...files.flatMap(({ file, text }) => [file, text])]);
}

/** Names the model that a program gives under these settings. */
export function modelKey(program: string, settings: RuleSettings = {}): string {
  const entries = [settings.switches, settings.weights].map((values) =>
    Object.entries(values ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  return contentKey([program, JSON.stringify(entries)]);
}
