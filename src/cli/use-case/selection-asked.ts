import { defined } from '../../text/index.ts';
import type { Call } from '../call/call.ts';

/**
 * Fields of a question that say which part of the knowledge is asked about, for questions that are not read off a command line.
 *
 * @param release one of its own, which goes before that of the call
 */
export function selectionAsked({ options }: Call, release = options.text('release')): object {
  return defined({
    release,
    domains: options.texts('domain'),
    withdrawn: options.flag('withdrawn'),
  });
}
