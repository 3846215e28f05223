/** Where decisions of reviewers that are not sent yet outlive a page that is loaded anew, as long as its window is there. */
const NAME = 'foeprint-decisions';

/** Keeps them as text; undefined where none wait. */
export function keepWaiting(text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, text);
  } catch {
    // A browser that keeps nothing for pages: they wait in memory alone.
  }
}

/** Those that wait, as text; undefined where none do. */
export function keptWaiting(): string | undefined {
  try {
    return sessionStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}
