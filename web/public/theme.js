// The theme that was chosen in this browser, before the first paint. web/src/state/theme.ts keeps it.
try {
  const theme = localStorage.getItem('foeprint-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing for pages follows the system.
}
