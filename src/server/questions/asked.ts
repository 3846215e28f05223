import type { MarkingLevel } from '../../facts/index.ts';
import type { UseCaseName } from '../../workbench/index.ts';
import type { Page } from '../answering/page.ts';

/** The form that an answer is asked for in. */
export interface AskedForm {
  /** `json`, or one of the forms that the answer has. */
  readonly form: string;
  /** How it is drawn, by the names of the options; flags are `true`. */
  readonly options: Readonly<Record<string, string>>;
}

/** One question as it is put to whoever answers, in this thread or another: plain data throughout. */
export interface Asked {
  readonly name: UseCaseName;
  /** Its fields, as the library takes them. */
  readonly question: Readonly<Record<string, unknown>>;
  /** How far the answer may go. */
  readonly clearance: MarkingLevel;
  /** Rule packs in place of those configured; none: those configured. */
  readonly rules: readonly string[];
  readonly form: AskedForm;
  /** Whether it takes so long that it is answered apart from others; undefined: no. */
  readonly takesLong?: true | undefined;
  /** The part of its main list that is asked for; undefined: all of it. */
  readonly page?: Page | undefined;
}
