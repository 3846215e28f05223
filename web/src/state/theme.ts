import { storeOf, useStore } from './store.ts';

/** What the user can choose; `system` is what the machine says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const NAME = 'foeprint-theme';
const THEME = storeOf<Theme>(THEMES.find((each) => each === keptInBrowser(NAME)) ?? 'system');

/** The theme that was chosen in this browser, under the name that public/theme.js reads. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useStore(THEME), chooseTheme];
}

export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  THEME.set(theme);
  keepInBrowser(NAME, theme);
}

/** Light where it is dark, dark where it is light. */
export function switchTheme(): void {
  const chosen = THEME.get();
  const isDark =
    chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  chooseTheme(isDark ? 'light' : 'dark');
}

/** Keeps a text in this browser; a browser that keeps nothing for pages does without. */
export function keepInBrowser(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Only the next visit begins anew.
  }
}

/** What was kept under a name; undefined where nothing was. */
export function keptInBrowser(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
