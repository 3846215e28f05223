import type { FoeprintError } from '../../facts/index.ts';
import { EXIT, type ExitCode } from './command.ts';

/** Exit code by the stage that raised the issue: the letter of its code. */
const BY_LETTER: Readonly<Record<string, ExitCode>> = {
  I: EXIT.input,
  K: EXIT.input,
  A: EXIT.input,
  R: EXIT.usage,
  H: EXIT.usage,
  W: EXIT.usage,
  E: EXIT.usage,
  C: EXIT.usage,
  S: EXIT.input,
};

/** Codes that stand out of their stage. */
const BY_CODE: Readonly<Record<string, ExitCode>> = {
  A421: EXIT.unreachable,
  A422: EXIT.unreachable,
  A423: EXIT.unreachable,
  A424: EXIT.unreachable,
  A425: EXIT.unreachable,
  A434: EXIT.unreachable,
  H540: EXIT.input,
  S901: EXIT.usage,
  S908: EXIT.usage,
  S909: EXIT.usage,
};

export function exitCodeOf(error: FoeprintError): ExitCode {
  return BY_CODE[error.code] ?? BY_LETTER[error.code.slice(0, 1)] ?? EXIT.fault;
}
