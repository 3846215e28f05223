import { modifiedOf } from '../../stix/index.ts';
import { keptFor } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';

/**
 * The day from which ages are counted where the caller names none: when what is in view was last changed, so that the
 * same knowledge always gives the same scores. That is the newest `modified` of the release descriptions
 * (`x-mitre-collection`) in view, or, without any, of the groups.
 *
 * @returns undefined where it is not known when it was changed
 */
export const lastChangeIn = keptFor(
  (view: Changed): string | undefined =>
    newestModified(view, 'x-mitre-collection') ?? newestModified(view, 'intrusion-set'),
);

type Changed = Pick<KnowledgeView, 'catalogue' | 'object'>;

function newestModified(view: Changed, type: string): string | undefined {
  const days = view.catalogue
    .ofType([type])
    .flatMap((term) => view.catalogue.entry(term).stored ?? [])
    .map((stored) => modifiedOf(view.object(stored).raw).slice(0, 10))
    .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return days.toSorted().at(-1);
}
