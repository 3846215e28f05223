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
  return { title, blocks: [inventoryTable(inventories)] };
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

function inventoryTable(inventories: readonly Inventory[]): Block {
  return table(
    [
      'Id',
      'Name',
      'From',
      'Read as',
      numberColumn('Claims'),
      numberColumn('Techniques'),
      numberColumn('Rules'),
      numberColumn('Log sources'),
      'Marking',
    ],
    inventories.map((inventory) => [
      inventory.id.slice(0, 8),
      inventory.name,
      inventory.date,
      formatsOf(inventory),
      groupDigits(inventory.claims),
      groupDigits(inventory.techniques),
      groupDigits(inventory.rules),
      groupDigits(inventory.logSources),
      inventory.level === undefined ? '' : sayLevel(inventory.level),
    ]),
  );
}

function formatsOf({ formats }: Inventory): string {
  return Object.entries(formats)
    .map(([format, files]) => `${format} (${groupDigits(files)})`)
    .join(', ');
}
