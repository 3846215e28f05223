import type { AttackMark } from '../../threat/index.ts';
import { addressesIn } from '../words/addresses.ts';

/** Finds technique ids in any text, and in the addresses in it. */
export interface IdsInText {
  /** Every technique id, wherever it stands. */
  everywhere(): readonly AttackMark[];
  /** Only those in addresses: of the YAML formats whose other ids are read by their place. */
  inAddresses(): readonly AttackMark[];
}

/**
 * An id as people write it: `T1059.001`; `T1059/001` as in the addresses of ATT&CK, also with its slash escaped (`\/` in JSON,
 * `%2F` in addresses within addresses); `attack.t1059.001` in tags.
 */
const ID =
  /(?:(?<=%[\dA-Fa-f]{2})|(?<![\dA-Za-z_]))(?<tag>attack\.(?=t))?(?<technique>[Tt]\d{4})(?:(?<slash>\.|\\?\/|%2[Ff])(?<part>\d{3})(?![\w]))?(?!\w|\.\d)/gu;

/** After an id: what may be the number of a sub-technique in a spelling that is not one of ATT&CK, `T1059-001`, `T1059 (.001)`. */
const LOOSE_PART = /^(?:[-_:](?<joined>\d{3})(?!\w)|[\s|,;]{1,3}\(?\.(?<apart>\d{3})(?!\w))/u;

/** Before an id: the folder of a relative address, and how it writes its slash. */
const AFTER_FOLDER = /techniques(?<slash>\\?\/|%2F)$/iu;

const LOOSE_ID = /(?<![\dA-Za-z_])T\d{4}_\d{3}(?!\w)/gu;

/** Addresses, with a scheme or of ATT&CK without one; a backslash only where it escapes a slash. */
const ADDRESS =
  /(?:https?:(?:\\?\/){2}|(?<![\w./\\-])(?=(?:www\.)?attack\.mitre\.org))(?:\\\/|[^\s"'<>`\\|{}])+/giu;

/** Where the addresses of ATT&CK name techniques; before 2019 it was a wiki. */
const TECHNIQUE_PATH = /(?:^|\/)(?:techniques|wiki\/Technique)\/$/iu;
const WIKI = /wiki\\?\/Technique\\?\/$/iu;

/** Looks through a text once. */
export function idsInText(text: string): IdsInText {
  const addressAt = addressesIn(text, ADDRESS);
  const lineAt = lineReader(text);
  const found = [...text.matchAll(ID), ...text.matchAll(LOOSE_ID)].toSorted(
    (one, other) => one.index - other.index,
  );
  const marks = found.flatMap((match) => {
    const within = addressAt(match.index);
    const mark =
      within === undefined ? markInProse(text, match) : markInAddress(text, match, within.start, within.end);
    return mark === undefined ? [] : [{ mark: { ...mark, line: lineAt(match.index) }, within }];
  });
  const numbered = (chosen: typeof marks): readonly AttackMark[] =>
    chosen.map(({ mark }, list) => ({ ...mark, list }));
  return {
    everywhere: () => numbered(marks),
    inAddresses: () => numbered(marks.filter(({ within }) => within !== undefined)),
  };
}

type Found = RegExpMatchArray & { readonly index: number };
type PlacedMark = Omit<AttackMark, 'line' | 'list'>;

function markInProse(text: string, match: Found): PlacedMark | undefined {
  const { tag, technique = '', slash, part } = match.groups ?? {};
  const [all] = match;
  const end = match.index + all.length;
  if (technique === '') return heldBack(all.replace('_', '.'), match.index, end);
  if (tag === undefined && technique.startsWith('t')) return undefined;
  const id = idOf(technique, part);
  if (part === undefined) {
    const { joined, apart } = LOOSE_PART.exec(text.slice(end, end + 12))?.groups ?? {};
    const loose = joined ?? apart;
    if (loose !== undefined) return heldBack(`${id}.${loose}`, match.index, end);
  }
  const start = match.index + (tag ?? '').length;
  const written = (other: string): string => (tag === undefined ? other : other.toLowerCase());
  const between = slash ?? AFTER_FOLDER.exec(text.slice(Math.max(0, start - 16), start))?.groups?.['slash'];
  return {
    kind: 'technique',
    id,
    start,
    end,
    unique: false,
    write: (other) => written(between === undefined ? other : other.replace('.', between)),
  };
}

/** An id whose number is spelled in a way that cannot be written back with certainty. */
function heldBack(id: string, start: number, end: number): PlacedMark {
  return {
    kind: 'technique',
    id,
    start,
    end,
    unique: false,
    write: (other) => other,
    held: { standing: 'ambiguous', reason: 'what follows it may be the number of a sub-technique' },
  };
}

/** In an address of ATT&CK the whole id is replaced, in its spelling; what another address holds is for its owner to change. */
function markInAddress(text: string, match: Found, from: number, to: number): PlacedMark | undefined {
  const { technique = '', part } = match.groups ?? {};
  if (technique === '') return undefined;
  const [all] = match;
  const before = text.slice(from, match.index).replaceAll('\\/', '/');
  const [, host = '', path = ''] = /^(?:https?:\/\/)?([^/?#]*)(.*)$/iu.exec(before) ?? [];
  const common = {
    kind: 'technique',
    id: idOf(technique, part),
    start: match.index,
    end: match.index + all.length,
    unique: false,
  } as const;
  const isAttack = /^(?:www\.)?attack\.mitre\.org(?::\d+)?$/iu.test(host) && TECHNIQUE_PATH.test(path);
  if (!isAttack && technique.startsWith('t')) return undefined;
  if (!isAttack || /^\/versions\//iu.test(path)) {
    const where = isAttack ? 'of one release of ATT&CK' : `of ${host}`;
    return {
      ...common,
      write: (other) => other,
      held: { standing: 'left', reason: `it stands in an address ${where}` },
    };
  }
  const slash = /\\\/|\//u.exec(text.slice(from + 'https:'.length, to))?.[0] ?? '/';
  const spelled = (other: string): string => other.replace('.', slash);
  const wiki = WIKI.exec(text.slice(from, match.index))?.[0];
  // The wiki of before 2019 leads on from the ids that it had, not to newer ones.
  return wiki === undefined
    ? { ...common, write: spelled }
    : {
        ...common,
        start: match.index - wiki.length,
        write: (other) => `techniques${slash}${spelled(other)}`,
      };
}

function idOf(technique: string, part: string | undefined): string {
  const id = technique.toUpperCase();
  return part === undefined ? id : `${id}.${part}`;
}

/** Counts lines once through, for offsets that grow. */
function lineReader(text: string): (offset: number) => number {
  let line = 1;
  let end = text.indexOf('\n');
  return (offset) => {
    for (; end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) line += 1;
    return line;
  };
}
