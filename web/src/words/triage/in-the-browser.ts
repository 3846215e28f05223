/** What one does in the application in place of an option of the command line. */
const PLACES: Readonly<Record<string, string>> = {
  '--sector': 'choose them below what was observed',
  '--country': 'choose them below what was observed',
  '--software': 'type them into what was observed',
};

/**
 * A note or a next step with options of the command line as places of the application: `Names help much (--software).` is
 * `Names help much: type them into what was observed.`
 */
export function inTheBrowser(note: string): string {
  return note.replaceAll(/ \((--[a-z-]+(?:, --[a-z-]+)*)\)/g, (whole, options: string) => {
    const places = [...new Set(options.split(', ').map((option) => PLACES[option]))];
    return places.includes(undefined) ? whole : `: ${places.join(', ')}`;
  });
}
