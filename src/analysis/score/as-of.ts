import type { KnowledgeView } from '../../knowledge/index.ts';

/**
 * The day from which ages are counted where the caller names none: when what is in view was last changed, so that the
 * same knowledge always gives the same scores. That is the newest `modified` of the release descriptions
 * (`x-mitre-collection`) in view, or, without any, of the groups.
 *
 * @returns undefined where nothing says when it was changed
 */
export function lastChangeIn(view: Pick<KnowledgeView, 'catalogue' | 'object'>): string | undefined {
  const known = KNOWN.get(view) ?? {
    day: newestModified(view, 'x-mitre-collection') ?? newestModified(view, 'intrusion-set'),
  };
  KNOWN.set(view, known);
  return known.day;
}

/** A view never changes, and a report asks for its day a dozen times. */
const KNOWN = new WeakMap<object, { readonly day: string | undefined }>();

function newestModified(view: Pick<KnowledgeView, 'catalogue' | 'object'>, type: string): string | undefined {
  const days = view.catalogue
    .ofType([type])
    .flatMap((term) => view.catalogue.entry(term).stored ?? [])
    .map((stored) => String(view.object(stored).raw['modified']).slice(0, 10))
    .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return days.toSorted().at(-1);
}
