/** Light, dark, or what the system says; kept in this browser, under the name that public/theme.js reads. */
export function switchTheme(): void {
  const root = document.documentElement;
  const isDark =
    root.dataset['theme'] === 'dark' ||
    (root.dataset['theme'] === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = isDark ? 'light' : 'dark';
  keepInBrowser('foeprint-theme', root.dataset['theme']);
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
