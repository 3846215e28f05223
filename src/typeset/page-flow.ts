import { ASCENT, LETTERS } from './faces.ts';
import type { Line } from './line.ts';
import type { Look } from './look.ts';
import { FRAME, FRAME_HEIGHT, type BoxMark, type Mark, type Page } from './page.ts';

/** A height on a page; pages count from 0. */
export interface Height {
  readonly page: number;
  readonly y: number;
}

interface OpenPage {
  readonly backgrounds: BoxMark[];
  readonly marks: Mark[];
}

/** Pages being filled from top to bottom. Lengths are points. */
export class PageFlow {
  readonly #pages: OpenPage[] = [{ backgrounds: [], marks: [] }];
  #y: number = FRAME.top;
  #gap = 0;

  get pages(): readonly Page[] {
    return this.#pages;
  }

  /** Where the next thing comes, if it fits there. */
  get height(): Height {
    return { page: this.#pages.length - 1, y: this.#isAtTop ? this.#y : this.#y + this.#gap };
  }

  /** Where the last thing ended. */
  get end(): Height {
    return { page: this.#pages.length - 1, y: this.#y };
  }

  /** What is left of the page. */
  get room(): number {
    return FRAME.bottom - this.height.y;
  }

  get #isAtTop(): boolean {
    return this.#y === FRAME.top;
  }

  /** Keeps this distance before the next thing: the greatest asked for counts. Nothing is kept at the top of a page. */
  space(distance: number): void {
    this.#gap = Math.max(this.#gap, distance);
  }

  /** Goes to the next page unless this much fits here, or nothing would be gained. */
  need(height: number): void {
    if (height > this.room && !this.#isAtTop) this.nextPage();
  }

  nextPage(): void {
    this.#pages.push({ backgrounds: [], marks: [] });
    this.#y = FRAME.top;
    this.#gap = 0;
  }

  /** Takes room for something this tall, on the next page if it does not fit. @returns where it starts */
  take(height: number): Height {
    this.need(height);
    const start = this.height;
    this.#y = start.y + height;
    this.#gap = 0;
    return start;
  }

  draw(mark: Mark, page: number = this.#pages.length - 1): void {
    this.#pages[page]?.marks.push(mark);
  }

  drawBehind(box: BoxMark, page: number = this.#pages.length - 1): void {
    this.#pages[page]?.backgrounds.push(box);
  }

  /** Draws a line of text whose top is at `top`. */
  drawLine(line: Line, look: Look, left: number, top: number, isDecoration = false): void {
    this.draw({ kind: 'text', line, left, baseline: baselineOf(look, top), isDecoration });
  }

  /** The same on a page that was left. */
  drawLineOn(page: number, line: Line, look: Look, left: number, top: number): void {
    this.draw({ kind: 'text', line, left, baseline: baselineOf(look, top), isDecoration: false }, page);
  }

  /** Places lines under each other; no first or last line of several stands alone on a page. */
  lines(lines: readonly Line[], look: Look, leftOf: (line: Line) => number): void {
    let done = 0;
    while (done < lines.length) {
      const rest = lines.length - done;
      const fits = Math.floor((this.room + ROUNDING) / look.leading);
      const now = fits >= rest ? rest : fits === rest - 1 ? fits - 1 : fits;
      if (now < Math.min(2, rest) && !this.#isAtTop) {
        this.nextPage();
        continue;
      }
      for (const line of lines.slice(done, done + Math.max(1, now))) {
        this.drawLine(line, look, leftOf(line), this.take(look.leading).y);
      }
      done += Math.max(1, now);
    }
  }

  /** For each page from one height to another: what a bar or background beside the text covers. */
  static between(from: Height, to: Height): readonly { page: number; top: number; height: number }[] {
    return Array.from({ length: to.page - from.page + 1 }, (_, index) => {
      const page = from.page + index;
      const top = page === from.page ? from.y : FRAME.top;
      const bottom = page === to.page ? to.y : FRAME.top + FRAME_HEIGHT;
      return { page, top, height: bottom - top };
    }).filter(({ height }) => height > 0);
  }
}

/** Letters stand in the middle of their line. */
function baselineOf({ leading, size }: Look, top: number): number {
  return top + (leading - LETTERS * size) / 2 + ASCENT * size;
}

/** Sums of leadings are not exact. */
const ROUNDING = 0.01;
