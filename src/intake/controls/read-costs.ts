import { FoeprintError, type Place } from '../../facts/index.ts';
import { isMapping } from '../../text/index.ts';
import { placeOf, readTable } from '../csv.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { readYaml } from '../yaml-file.ts';

/** The dearest that anything may be. */
const DEAREST = 1_000_000;

/** A cost as it stands in a file. */
interface WrittenCost {
  readonly name: string;
  readonly cost: unknown;
  readonly place: Place;
}

/**
 * Reads what things cost: a mapping of ids or names to numbers in YAML or JSON, or a CSV file with the columns `id` and `cost`. A plan made
 * with costs of which some were left out would be taken for right, so nothing is read before everything is mended.
 *
 * @throws FoeprintError I526 where it is no list of costs, I527 with all that is no cost
 */
export function readCosts(text: string, file: string): Readonly<Record<string, number>> {
  const issues = new IssueList(file);
  const costs = new Map<string, number>();
  for (const { name, cost, place } of writtenIn(text, file, issues)) {
    const number = typeof cost === 'string' && /^\d{1,7}(?:\.\d{1,9})?$/.test(cost.trim()) ? Number(cost) : 0;
    const twice = costs.has(name) ? 'stands there twice' : undefined;
    const wrong = number > 0 && number <= DEAREST ? twice : `is no number above 0 and at most ${DEAREST}`;
    if (wrong === undefined && name !== '') costs.set(name, number);
    else
      issues.add(
        INTAKE_ISSUES.wrongCost,
        `The cost of “${name.slice(0, 80)}” ${wrong ?? 'has no name'}.`,
        place,
      );
  }
  if (!issues.isEmpty) throw new FoeprintError(issues.toArray());
  if (costs.size === 0) issues.refuse(INTAKE_ISSUES.notCosts, 'It names no cost.');
  return Object.fromEntries(costs);
}

function writtenIn(text: string, file: string, issues: IssueList): readonly WrittenCost[] {
  const yaml = readYaml(file, text, { scalars: 'as written' });
  if (isMapping(yaml.value))
    return Object.entries(yaml.value).map(([name, cost]) => ({
      name: name.trim(),
      cost,
      place: yaml.locate([name]),
    }));
  const { names, rows } = readTable(text.replace(/^\ufeff/u, ''), ({ message, place }) => {
    issues.add(INTAKE_ISSUES.wrongCost, message, place);
  });
  const [id, cost] = [names.indexOf('id'), names.indexOf('cost')];
  if (id === -1 || cost === -1) {
    const [{ message } = { message: undefined }] = yaml.faults;
    const asYaml = message === undefined ? '' : ` As YAML it cannot be read: ${message}.`;
    issues.refuse(INTAKE_ISSUES.notCosts, `Its first line names no columns \`id\` and \`cost\`.${asYaml}`);
  }
  return rows.map((row) => ({
    name: row[id]?.text.trim() ?? '',
    cost: row[cost]?.text,
    place: placeOf(row[cost] ?? row[0]),
  }));
}
