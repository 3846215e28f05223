/** Who publishes at an address, as far as the address says: its host, without `www`; `web archive` for copies. */
export function hostOf(url: string): string {
  const archived = /^https?:\/\/web\.archive\.org\//i.test(url);
  if (archived) return 'web archive';
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
