import type { TimelineAnswer } from '../answers/index.ts';
import { count } from '../text/index.ts';

/** What a timeline shows, in words. */
export function describeTimeline({ dated, years, undated, since, asOf, campaigns }: TimelineAnswer): string {
  const [first] = years;
  const last = years.at(-1);
  const period = first === undefined || last === undefined ? '' : sayYears(first.year, last.year);
  return [
    `${count(dated, 'technique')} newly reported${since === undefined ? '' : ` since ${since}`}${period}`,
    undated.length === 0 ? '' : `, ${undated.length} not dated`,
    campaigns.length === 0 ? '' : `; ${count(campaigns.length, 'campaign')} attributed`,
    `. As of ${asOf}.`,
  ].join('');
}

function sayYears(first: string, last: string): string {
  return first === last ? `, in ${first}` : `, ${first} to ${last}`;
}

/** What the chart shows, in words. */
export function describeChart({ years }: TimelineAnswer): string {
  const counts = years.map(({ year, entries }) => `${entries.length} in ${year}`);
  return `Techniques newly reported: ${counts.join(', ') || 'none'}.`;
}
