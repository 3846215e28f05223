import type { AnsweredGap, Caveat, Mention, NotPreventable, PlanLine, Watched } from '../../answers/index.ts';
import { bullets, details, type Block, type Content, type Inline } from '../../render/index.ts';
import { addTo, count } from '../../text/index.ts';
import { othersThan } from '../blocks.ts';
import { inARow, labelList, points, pointShare, thingMentioned } from '../words.ts';

/** Rows shown of what counts in part. */
const LISTED = 20;

/** A technique to be watched, and what is left of its expectation where that is known. */
type Watching = Watched & Partial<Pick<NotPreventable, 'left'>>;

/** Techniques that cannot be prevented, by the words of their source; `of` is how many there are in all. */
export function watchBlocks(watch: readonly Watching[], of = watch.length): readonly Block[] {
  if (of === 0) return [];
  const bySentence = new Map<string, Watching[]>();
  for (const each of watch) addTo(bySentence, each.sentence, each);
  return [
    details(
      `${count(of, 'technique')} that cannot be prevented, by the words of ${of === 1 ? 'its' : 'their'} own source: watch`,
      bullets(
        [...bySentence].map(([sentence, techniques]): Content => [
          `“${sentence}” `,
          ...inARow(techniques.map(sayWatched)),
          '.',
        ]),
      ),
      ...othersThan(watch.length, of),
    ),
  ];
}

function sayWatched({ technique, left }: Watching): readonly Inline[] {
  return [...thingMentioned(technique), ...(left === undefined ? [] : [` ${points(left)}`])];
}

/** Something to do, and what it answers. */
type Answering =
  | { readonly defence: Mention; readonly techniques: readonly AnsweredGap[] }
  | Pick<PlanLine, 'thing' | 'techniques'>;

/** What counts less than whole, and the sentence that says why. */
export function caveatBlocks(answering: readonly Answering[]): readonly Block[] {
  const rows = answering.flatMap((each) => {
    const thing = 'thing' in each ? each.thing : each.defence;
    const bySentence = new Map<string, { readonly caveat: Caveat; readonly techniques: Mention[] }>();
    for (const answered of each.techniques) {
      const caveat = 'share' in answered ? answered.caveat : answered.because;
      if (caveat === undefined) continue;
      const key = `${caveat.counts} ${caveat.sentence}`;
      const known = bySentence.get(key) ?? { caveat, techniques: [] };
      known.techniques.push(answered.technique);
      bySentence.set(key, known);
    }
    return [...bySentence.values()].map(({ caveat: { counts, sentence }, techniques }): Content => [
      ...thingMentioned(thing),
      ` counts ${pointShare(counts)} for `,
      ...labelList(techniques),
      `: “${sentence}”`,
    ]);
  });
  if (rows.length === 0) return [];
  return [
    details(
      'What counts less than whole, by the words of its source',
      bullets(rows.slice(0, LISTED)),
      ...othersThan(LISTED, rows.length),
    ),
  ];
}
