import { groupsLikeReport, groupsReport } from '../../report/index.ts';
import { findGroups, groupsLike } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call, CallOptions } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ options, reading, desk }: Call): Promise<Outcome> {
  const search = {
    keywords: options.texts('keyword'),
    any: options.flag('any'),
    prefix: !options.flag('wholeWord'),
  };
  if (!asksForTraits(options)) {
    const knowledge = await reading();
    const found = findGroups(knowledge, search);
    return answered(knowledge, found, groupsReport, found.groups.length === 0);
  }
  const knowledge = await desk();
  const answer = groupsLike(knowledge, {
    ...search,
    sectors: options.texts('sector'),
    countries: options.texts('country'),
    motives: options.texts('motive'),
    origins: options.texts('origin'),
    activeSince: options.text('activeSince'),
  });
  return answered(knowledge, answer, groupsLikeReport, answer.groups.length === 0);
}

/** Keywords alone need no rules and no victims: that answer is quicker. */
function asksForTraits(options: CallOptions): boolean {
  return (
    options.text('activeSince') !== undefined ||
    ['sector', 'country', 'motive', 'origin'].some((name) => options.texts(name).length > 0)
  );
}
