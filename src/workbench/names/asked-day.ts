import { lastChangeIn } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { isDay } from '../../text/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/** The day given, or when the knowledge in view was last changed; of knowledge without any date, the day its newest source was loaded. */
export function dayOrLastChange({ view, day: ofAnswer }: Reading, day: string | undefined): string {
  if (day !== undefined) return soundDay(day);
  if (ofAnswer !== undefined) return ofAnswer;
  const loaded = view.sources.map(({ loadedAt }) => loadedAt.slice(0, 10)).toSorted();
  return lastChangeIn(view) ?? loaded.at(-1) ?? '';
}

/** The same text, if any. @throws FoeprintError W608 for one that names no day */
export function soundDay<Text extends string | undefined>(text: Text): Text {
  if (text === undefined || isDay(text)) return text;
  throw errorOf(WORKBENCH_ISSUES.notADay, `“${text}” is not a day of the calendar.`);
}
