// The theme and the height of rows that were chosen in this browser, before the first paint. web/src/state/theme.ts and row-height.ts keep them.
try {
  const theme = localStorage.getItem('foeprint-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const rows = localStorage.getItem('foeprint-rows');
  if (rows === 'compact' || rows === 'roomy') document.documentElement.dataset.rows = rows;
} catch {
  // A browser that keeps nothing for pages follows the system, with rows as they come.
}
