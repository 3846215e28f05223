import { FoeprintError, issueOf, type Issue, type IssueDeclaration, type Place } from '../facts/index.ts';
import { INTAKE_ISSUES } from './issues.ts';

/** Issues of one code that are listed one by one; a feed with a million broken objects stays readable. */
const LISTED = 100;

/** Collects the issues of one delivery, in order, so that a flood of one code does not drown the others. */
export class IssueList {
  readonly #file: string;
  readonly #listed: Issue[] = [];
  readonly #counts = new Map<IssueDeclaration, number>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes an issue; `place` needs no file. */
  add(declaration: IssueDeclaration, message: string, place: Place = {}, hint?: string): void {
    const count = (this.#counts.get(declaration) ?? 0) + 1;
    this.#counts.set(declaration, count);
    if (count <= LISTED)
      this.#listed.push(issueOf(declaration, message, { file: this.#file, ...place }, hint));
  }

  get isEmpty(): boolean {
    return this.#listed.length === 0;
  }

  /** What was collected; one more issue for every code that has more than are listed. */
  toArray(): Issue[] {
    const floods = [...this.#counts].filter(([, count]) => count > LISTED);
    return [...this.#listed, ...floods.map(([declaration, count]) => this.#flood(declaration, count))];
  }

  /** Refuses the delivery as a whole, for one reason and with all that was collected. */
  refuse(declaration: IssueDeclaration, message: string, hint?: string): never {
    throw new FoeprintError([issueOf(declaration, message, { file: this.#file }, hint), ...this.toArray()]);
  }

  #flood(declaration: IssueDeclaration, count: number): Issue {
    const message = `${count - LISTED} more issues like ${declaration.code} (${declaration.name}).`;
    return {
      ...issueOf(INTAKE_ISSUES.andMore, message, { file: this.#file }),
      severity: declaration.severity,
    };
  }
}
