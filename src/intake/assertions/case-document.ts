import {
  freestLevel,
  REPORT_SERIES,
  strictness,
  type DeliveredObject,
  type Delivery,
} from '../../facts/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import {
  levelsBorne,
  placeOrSector,
  victimsOf,
  isRaw,
  textOf,
  type Raw,
  assertionObject,
  rawAssertion,
  readAssertion,
  type Assertion,
} from '../../stix/index.ts';
import type { AboutDelivery } from '../stix/describe-source.ts';
import { defined } from '../../text/index.ts';
import { REPORT_KINDS, tlpNamed, type ReportKind } from '../../threat/index.ts';

const CASE = 'foeprint-case';

/**
 * Assertions of one source with their names resolved to ids: what is loaded, kept as a copy, and loaded again when
 * a home is rebuilt. Plain JSON.
 */
export interface CaseDocument {
  /** Case number, the analyst, or the label of a report. */
  readonly case: string;
  readonly title: string;
  readonly kind: ReportKind | 'analyst';
  /** Level of the Traffic Light Protocol of the case as a whole, and so of its title, where it says one: `red`. */
  readonly tlp?: string;
  /**
   * Whether this is all that the case says, so that it takes the place of what a former document of the case
   * said; otherwise it adds to it.
   */
  readonly whole: boolean;
  readonly assertions: readonly Assertion[];
}

const KINDS: readonly CaseDocument['kind'][] = [...REPORT_KINDS, 'analyst'];

/** The document as JSON values, always in the same order. */
export function writeCaseDocument(document: CaseDocument): Raw {
  const { case: name, title, kind, tlp, whole, assertions } = document;
  return {
    type: CASE,
    case: name,
    title,
    kind,
    ...defined({ tlp }),
    whole,
    assertions: assertions.map((assertion) => rawAssertion(assertion)),
  };
}

/** Whether a parsed document is a case document. */
export function isCaseDocument(parsed: unknown): boolean {
  return isRaw(parsed) && parsed['type'] === CASE;
}

/**
 * Reads a case document. A whole case is a series, `case:` and its name, or `report:` and its label, so that reading an edited case
 * again replaces what it said; single assertions add up. Each assertion is an object of its own.
 *
 * @throws FoeprintError I140 where it is no case document, I136 where nothing in it can be used
 */
export function readCaseDocument(parsed: unknown, about: AboutDelivery): Delivery {
  const issues = new IssueList(about.location);
  const listed = isRaw(parsed) ? parsed['assertions'] : undefined;
  if (!isRaw(parsed) || !isCaseDocument(parsed) || textOf(parsed, 'case') === '' || !Array.isArray(listed))
    return issues.refuse(INTAKE_ISSUES.notACase, 'It is no case document.');
  const assertions = listed.map((raw: unknown, index) => {
    const assertion = readAssertion(raw);
    if (assertion === undefined)
      issues.add(INTAKE_ISSUES.badAssertion, `Assertion ${index} cannot be read.`, {
        field: `assertions[${index}]`,
      });
    return assertion;
  });
  const usable = assertions.filter((assertion) => assertion !== undefined);
  if (usable.length === 0) issues.refuse(INTAKE_ISSUES.noAssertions, 'It holds no usable assertion.');
  const asserted = usable.map(assertionObject);
  return {
    source: describeCase(
      parsed,
      about,
      asserted,
      usable.some(({ report }) => report !== undefined),
    ),
    objects: [...thingsOf(usable), ...asserted],
    issues: issues.toArray(),
  };
}

/** The countries, regions, sectors and organisations that assertions name, each once, so that the facts about them hold. */
function thingsOf(assertions: readonly Assertion[]): readonly DeliveredObject[] {
  const things = assertions.flatMap(({ thing, object }) => {
    if (thing === undefined) return [];
    const named = placeOrSector(thing) ?? victimsOf(thing).find(({ id }) => id === object);
    return named?.objects ?? [];
  });
  return [...new Map(things.map((object) => [object.id, object])).values()];
}

/**
 * A report is called by its title. The name of a case goes as far as the freest of its assertions does, and is its number alone where that is farther than the case
 * as a whole may go.
 */
function describeCase(
  parsed: Raw,
  about: AboutDelivery,
  asserted: readonly DeliveredObject[],
  isReport: boolean,
): Delivery['source'] {
  const level = freestLevel(asserted.map((one) => one.level));
  const name = textOf(parsed, 'case');
  const whole = tlpNamed(textOf(parsed, 'tlp'))?.name;
  const title =
    strictness(whole) > Math.max(strictness(level), strictness('clear')) ? '' : textOf(parsed, 'title');
  return {
    kind: about.kind ?? KINDS.find((kind) => kind === parsed['kind']) ?? 'incident',
    name: about.name ?? (title === '' ? name : isReport ? title : `${name}: ${title}`),
    ...(parsed['whole'] === true
      ? { series: `${isReport ? REPORT_SERIES : 'case:'}${name}`, release: '1' }
      : {}),
    location: about.location,
    sha256: about.sha256,
    bytes: about.bytes,
    statements: [],
    ...defined({ level }),
    ...levelsBorne(asserted),
  };
}
