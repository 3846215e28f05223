import type { FoeprintError } from '../../facts/index.ts';
import { EXIT, type ExitCode } from './command.ts';

/** Exit code by the stage that raised the issue: the letter of its code. */
const BY_LETTER: Readonly<Record<string, ExitCode>> = {
  I: EXIT.input,
  K: EXIT.input,
  A: EXIT.input,
  S: EXIT.input,
  G: EXIT.input,
  R: EXIT.usage,
  H: EXIT.usage,
  W: EXIT.usage,
  E: EXIT.usage,
  P: EXIT.usage,
  C: EXIT.usage,
  N: EXIT.usage,
  M: EXIT.usage,
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
  H592: EXIT.input,
  H593: EXIT.input,
  H594: EXIT.input,
  S901: EXIT.usage,
  S908: EXIT.usage,
  S909: EXIT.usage,
  S961: EXIT.usage,
  S962: EXIT.unreachable,
  S963: EXIT.unreachable,
  S964: EXIT.unreachable,
  S965: EXIT.usage,
  S966: EXIT.usage,
  S967: EXIT.usage,
  S968: EXIT.unreachable,
  S972: EXIT.usage,
  S975: EXIT.usage,
};

export function exitCodeOf(error: FoeprintError): ExitCode {
  return BY_CODE[error.code] ?? BY_LETTER[error.code.slice(0, 1)] ?? EXIT.fault;
}
