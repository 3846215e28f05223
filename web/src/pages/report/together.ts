import { useEffect, type RefObject } from 'react';

/** Where text and list stand side by side. */
const BESIDE = matchMedia('(min-width: 1001px)');
/** So long the list stays when the text was scrolled by a choice, in milliseconds: it shows what was chosen already. */
const REST = 400;

let quietUntil = 0;

/** Brings a sentence of the text to the middle of the window unless it is in sight; nothing where the list has it in its context. */
export function showInText(sentence: Element | null | undefined): void {
  if (!BESIDE.matches) return;
  quietUntil = performance.now() + REST;
  bringIntoSight(sentence);
}

/** Brings a suggestion into sight, within the list where it stands beside the text. */
export function showInList(line: Element | null | undefined): void {
  if (BESIDE.matches) line?.scrollIntoView({ block: 'nearest' });
  else bringIntoSight(line);
}

function bringIntoSight(element: Element | null | undefined): void {
  if (element === null || element === undefined) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 90 || bottom > window.innerHeight - 70)
    element.scrollIntoView({ block: bottom - top > window.innerHeight / 2 ? 'start' : 'center' });
}

/** Lets the list scroll with the text beside it: the suggestion of the first marked sentence in sight stands on top, unless one is at the list. */
export function useListFollowsText(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      frame = 0;
      const scroller = list.current?.closest<HTMLElement>('.review > *');
      if (scroller === undefined || scroller === null || !BESIDE.matches) return;
      if (performance.now() < quietUntil || scroller.matches(':hover, :focus-within')) return;
      const first = [...document.querySelectorAll<HTMLElement>('.report-text .marked')].find(
        (each) => each.getBoundingClientRect().bottom > 100,
      );
      const number = Number(first?.dataset['first'] ?? NaN) + 1;
      const lines = [...scroller.querySelectorAll<HTMLElement>('[data-number]')];
      const line = lines.find((each) => Number(each.dataset['number']) >= number);
      if (line !== undefined)
        scroller.scrollTop += line.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 50;
    };
    const onScroll = (): void => void (frame ||= requestAnimationFrame(follow));
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
    };
  }, [list]);
}
