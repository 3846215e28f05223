/**
 * Something wrong with an *input*: expected, collected and reported, never thrown.
 * What is wrong with the *caller* is thrown as {@link FoeprintError}, with the same codes.
 */
export interface Issue {
  /** Stable code such as `I104`; the table of the stage that made it says what it means and what to do. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** One sentence: what is wrong, with the offending value. */
  readonly message: string;
  /** Where: a file position, an object and field, a setting. */
  readonly place?: Place;
  /** The next step for whoever reads it. */
  readonly hint?: string;
}

/** Where an issue is. All parts optional: what is known is said. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** STIX id of the object concerned. */
  readonly object?: string;
  /** Path of the field or setting, e.g. `external_references[0].url`. */
  readonly field?: string;
}

/** One row of a stage's issue table: what a code means and what to do about it, for docs and tests. */
export interface IssueDeclaration {
  readonly code: string;
  /** Kebab-case name, shown beside the code. */
  readonly name: string;
  readonly severity: Issue['severity'];
  /** What it means, one sentence. */
  readonly meaning: string;
  /** What the reader can do; becomes the issue's default hint. */
  readonly remedy: string;
}

type IssueRow = Omit<IssueDeclaration, 'name' | 'severity'> &
  Partial<Pick<IssueDeclaration, 'name' | 'severity'>>;

/** A stage’s table of issues. A row has its key, in kebab case, for a name, and is an error, unless it says otherwise. */
export function issueTable<Key extends string>(
  rows: Readonly<Record<Key, IssueRow>>,
): Readonly<Record<Key, IssueDeclaration>> {
  const named = ([key, row]: [string, IssueRow]): [string, IssueDeclaration] => {
    const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [key, { name, severity: 'error', ...row }];
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the rows
  return Object.fromEntries(Object.entries<IssueRow>(rows).map(named)) as Record<Key, IssueDeclaration>;
}

/** Thrown when the caller asked for something that cannot be: carries the issues that say why, one at least. */
export class FoeprintError extends Error {
  readonly issues: readonly Issue[];
  /** How far it may go, which may name what is marked: `TLP:AMBER`; undefined where it bears no marking. */
  readonly level: string | undefined;

  constructor(issues: readonly Issue[], level?: string) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'FoeprintError';
    this.issues = issues;
    this.level = level;
  }

  /** Code of the first issue. */
  get code(): string {
    return this.issues[0]?.code ?? '';
  }
}

/** Makes an issue from its declaration; `hint` replaces the declared remedy where it can be more exact. */
export function issueOf(
  declaration: IssueDeclaration,
  message: string,
  place?: Place,
  hint: string = declaration.remedy,
): Issue {
  return {
    code: declaration.code,
    severity: declaration.severity,
    message,
    ...(place === undefined ? {} : { place }),
    hint,
  };
}

/** An error with one issue, which is made as {@link issueOf} makes it. */
export function errorOf(
  declaration: IssueDeclaration,
  message: string,
  place?: Place,
  hint?: string,
): FoeprintError {
  return new FoeprintError([issueOf(declaration, message, place, hint)]);
}

/** `code   place` on the first line, then message and hint, as the terminal shows it. */
export function formatIssue(issue: Issue): string {
  const place = issue.place === undefined ? '' : formatPlace(issue.place);
  const head = place === '' ? issue.code : `${issue.code}  ${place}`;
  return [head, `  ${issue.message}`, ...(issue.hint === undefined ? [] : [`  ${issue.hint}`])].join('\n');
}

function formatPlace(place: Place): string {
  const position = [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
  return [position, place.object, place.field].filter((part) => part !== undefined && part !== '').join('  ');
}
