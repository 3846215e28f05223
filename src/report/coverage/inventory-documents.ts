import type {
  CoverageImportAnswer,
  CoverageListAnswer,
  CoverageRemoveAnswer,
  Inventory,
} from '../../answers/index.ts';
import { sayLevel } from '../../facts/index.ts';
import { bullets, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayIssue } from '../words.ts';

/** The coverage that was imported. */
export function coverageListDocument({ inventories }: CoverageListAnswer): Document {
  const title = 'Imported coverage';
  if (inventories.length === 0)
    return { title, blocks: [paragraph('There is none yet: foeprint coverage import PATH.')] };
  return { title, blocks: [inventoryTable(inventories, untilOf(inventories))] };
}

/** What came of importing coverage. */
export function coverageImportDocument({
  isNew,
  isTrial,
  inventory,
  issues,
}: CoverageImportAnswer): Document {
  const { name, date, id, claims, techniques, rules, logSources } = inventory;
  const said = `${count(claims, 'claim')} on ${count(techniques, 'technique')} by ${count(rules, 'rule')}, and ${count(logSources, 'log source')}`;
  const outcome = isTrial
    ? 'would be kept'
    : isNew
      ? 'is kept'
      : 'stands there already, and nothing was done';
  return {
    title: isTrial ? 'Coverage read' : 'Coverage imported',
    blocks: [
      paragraph(`${name}, from ${date}: ${said}. It ${outcome}, as ${id.slice(0, 12)}.`),
      paragraph(`Files read as ${formatsOf(inventory)}.`),
      ...(issues.length === 0 ? [] : [bullets(issues.map(sayIssue))]),
    ],
  };
}

/** Coverage that was taken out. */
export function coverageRemoveDocument({ removed }: CoverageRemoveAnswer): Document {
  return { title: 'Coverage taken out', blocks: [inventoryTable(removed)] };
}

/** Whether an inventory takes the place of another one. */
function isLater(one: Inventory, other: Inventory): boolean {
  return (
    one.name === other.name &&
    (one.date > other.date || (one.date === other.date && one.importedAt > other.importedAt))
  );
}

/** Until when an inventory holds: the day of the next one of its name, where there is one. */
function untilOf(inventories: readonly Inventory[]): (inventory: Inventory) => string {
  return (inventory) => {
    const [next] = inventories
      .filter((each) => isLater(each, inventory))
      .toSorted((one, other) => (isLater(one, other) ? 1 : -1));
    return next?.date ?? 'now';
  };
}

function inventoryTable(inventories: readonly Inventory[], until?: (inventory: Inventory) => string): Block {
  const isMarked = inventories.some(({ level }) => level !== undefined);
  return table(
    [
      'Id',
      'Name',
      'From',
      ...(until === undefined ? [] : ['Until']),
      'Read as',
      numberColumn('Claims'),
      numberColumn('Techniques'),
      numberColumn('Rules'),
      numberColumn('Log sources'),
      ...(isMarked ? ['Marking'] : []),
    ],
    inventories.map((inventory) => [
      inventory.id.slice(0, 8),
      inventory.name,
      inventory.date,
      ...(until === undefined ? [] : [until(inventory)]),
      formatsOf(inventory),
      groupDigits(inventory.claims),
      groupDigits(inventory.techniques),
      groupDigits(inventory.rules),
      groupDigits(inventory.logSources),
      ...(isMarked ? [inventory.level === undefined ? '' : sayLevel(inventory.level)] : []),
    ]),
  );
}

function formatsOf({ formats }: Inventory): string {
  return Object.entries(formats)
    .map(([format, files]) => `${format} (${groupDigits(files)})`)
    .join(', ');
}
