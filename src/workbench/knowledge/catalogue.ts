import type { ListAnswer } from '../../answers/index.ts';
import { mention } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { OBJECT_KINDS } from '../../threat/index.ts';
import type { Reading } from '../../desk/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/**
 * A catalogue by the plural of its kind (`techniques`, `groups`), or by a STIX type, in order of labels.
 * Withdrawn things are left out unless the desk's selection takes them in.
 *
 * @throws FoeprintError W605 when there is no such catalogue
 */
export function listCatalogue(desk: Reading, name: string): ListAnswer {
  const { catalogue, selection } = desk.view;
  return {
    catalogue: name,
    things: catalogue.ofType(typesNamed(desk, name), selection.withdrawn).map((term) => ({
      ...mention(catalogue, term),
      aliases: catalogue.entry(term).aliases,
    })),
  };
}

/**
 * STIX types of a kind named in the singular or plural, or the STIX type itself.
 *
 * @throws FoeprintError W605 when neither is known
 */
export function typesNamed(desk: Reading, name: string): readonly string[] {
  const kind = OBJECT_KINDS.find(({ plural, name: singular }) => plural === name || singular === name);
  if (kind !== undefined) return kind.types;
  if (desk.view.catalogue.types.includes(name)) return [name];
  const names = OBJECT_KINDS.map(({ plural }) => plural).join(', ');
  throw errorOf(
    WORKBENCH_ISSUES.unknownCatalogue,
    `There is no catalogue “${name}”.`,
    undefined,
    `Use one of ${names}; or a STIX type that is loaded.`,
  );
}
