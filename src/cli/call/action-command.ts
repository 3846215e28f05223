import { userInfo } from 'node:os';
import type * as z from 'zod/mini';
import { perform, type Action, type ActionContext, type Came, type Given } from '../../actions/index.ts';
import { defined } from '../../text/index.ts';
import type { Call } from './call.ts';
import { EXIT, type CommandDeclaration, type ExitCode } from './command.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { homeCommand, type Done } from './home-command.ts';

/**
 * The command that does an action, and records it as done by the user of this computer.
 *
 * @param asking does it in place of the row, where it asks on the way; undefined where the row is to do it
 */
export function actionCommand<Fields extends z.core.$ZodLooseShape, Answer>(
  action: Action<Fields, Answer>,
  asking?: (
    given: Given<Fields>,
    call: Call,
    context: ActionContext,
  ) => (() => Promise<Came<Answer>>) | undefined,
): CommandDeclaration {
  return homeCommand({
    ...action,
    run: async (given, call) => {
      const context = await contextFor(call);
      return await performed(action, given, context, asking?.(given, call, context));
    },
  });
}

/** What an action is done with at the command line. */
export async function contextFor({ home, access, selection, terminal }: Call): Promise<ActionContext> {
  return { home: await home(), access, selection, signs: terminal, role: 'admin' };
}

/**
 * Does an action as the user of this computer.
 *
 * @param run does it in place of the row
 */
export async function performed<Fields extends z.core.$ZodLooseShape, Answer>(
  action: Action<Fields, Answer>,
  given: Given<Fields>,
  context: ActionContext,
  run?: () => Promise<Came<Answer>>,
): Promise<Done<Answer>> {
  const acted = await perform(action, given, context, localActor(), run);
  return { answer: acted.answer, exitCode: exitCodeFor(acted), ...defined({ level: acted.level }) };
}

/** Whoever runs the command line may do everything. */
export function localActor(): { readonly who: string; readonly role: 'admin'; readonly through: string } {
  return { who: userName(), role: 'admin', through: 'command line' };
}

/** In a container, a user may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? 'unknown';
  }
}

const EXIT_CODES = { nothing: EXIT.nothing, input: EXIT.input } as const;

function exitCodeFor({ ending }: Pick<Came<unknown>, 'ending'>): ExitCode {
  if (ending === undefined) return EXIT.ok;
  return typeof ending === 'string' ? EXIT_CODES[ending] : exitCodeOf(ending);
}
