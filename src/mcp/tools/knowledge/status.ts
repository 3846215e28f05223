import {
  count,
  list,
  optional,
  shape,
  StatusQuestion,
  text,
  truth,
  oneOf,
  type StatusAnswer,
} from '../../../answers/index.ts';
import { SOURCE_KINDS } from '../../../facts/index.ts';
import { count as counted } from '../../../text/index.ts';
import { kindOfType } from '../../../threat/index.ts';
import { pageOf, PAGE, PAGED } from '../../results/page.ts';
import { tool } from '../../tool.ts';

const KnownSource = shape('KnownSource', 'A source that is loaded.', {
  id: text('its id'),
  name: text('its name, with the release where it has one'),
  kind: oneOf(SOURCE_KINDS, 'what kind of source it is'),
  release: optional(text('its release, where it is of a series')),
  loaded_on: text('day on which it was loaded'),
  is_answered_from: truth('whether answers are given from it: of a series only one release is'),
});

const KindCount = shape('KindCount', 'How many things of a kind are known.', {
  kind: text('kind of thing, e.g. `group`'),
  live: count('those that their source has not withdrawn'),
});

export const knowledgeStatus = tool({
  name: 'knowledge_status',
  title: 'What is known',
  description:
    'Says what is loaded: sources with release, kind and day of loading, how much of each kind of thing is known, and what is not there. Ask it first in a conversation, and where another tool finds nothing.',
  asks: ['status', 'coverage-list', 'report-list'],
  input: { release: StatusQuestion.shape.release, ...PAGED },
  output: {
    loaded: list(KnownSource, 'sources in the order of loading'),
    ...PAGE,
    things: list(KindCount, 'the most of a kind first; at most 20'),
    facts: count('reported facts in view'),
    reports: count('reports that are kept to be read'),
    coverage: count('inventories of coverage that are kept'),
    missing: list(text('a sentence'), 'what is not there that other tools need'),
  },
  example: {},
  answer: async ({ release, ...page }, { ask, listKey }) => {
    const status = await ask('status', { release });
    const { loaded, objects, facts } = status.answer;
    const [reports, coverage] =
      loaded.length === 0
        ? [undefined, undefined]
        : [await ask('report-list', {}), await ask('coverage-list', {})];
    const kept = {
      reports: reports?.answer.reports.length ?? 0,
      coverage: coverage?.answer.inventories.length ?? 0,
    };
    const { rows, ...pages } = pageOf(loaded, page, listKey);
    const missing = missingFrom(loaded, kept);
    return {
      output: {
        loaded: rows.map(({ id, name, kind, release: of, loadedAt, standing }) => ({
          id,
          name,
          kind,
          ...(of === undefined ? {} : { release: of }),
          loaded_on: loadedAt.slice(0, 10),
          is_answered_from: standing === 'in-view',
        })),
        ...pages,
        things: thingsIn(objects),
        facts: facts.reduce((sum, each) => sum + each.count, 0),
        ...kept,
        missing,
      },
      text: `${counted(loaded.length, 'source')} loaded${
        loaded.length === 0
          ? ''
          : `: ${loaded
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', ')}${loaded.length > 5 ? ' …' : ''}`
      }. ${missing.join(' ')}`,
      from: [status, reports, coverage].flatMap((envelope) => envelope ?? []),
    };
  },
});

/** By kind: malware and tools are both software. What only relates others is no thing. */
function thingsIn(
  objects: StatusAnswer['objects'],
): readonly { readonly kind: string; readonly live: number }[] {
  const kinds = new Map<string, number>();
  for (const { type, live } of objects) {
    const noun = kindOfType(type)?.noun;
    if (noun !== undefined) kinds.set(noun, (kinds.get(noun) ?? 0) + live);
  }
  return [...kinds]
    .map(([kind, live]) => ({ kind, live }))
    .toSorted((one, other) => other.live - one.live)
    .slice(0, MOST_KINDS);
}

const MOST_KINDS = 20;

/** What other tools cannot do without. */
function missingFrom(
  loaded: readonly { readonly kind: string; readonly standing: string }[],
  kept: Readonly<Record<'reports' | 'coverage', number>>,
): readonly string[] {
  const has = (kind: string): boolean =>
    loaded.some((source) => source.kind === kind && source.standing === 'in-view');
  return NEEDED.filter(({ isThere }) => !isThere(has, kept)).map(({ sentence }) => sentence);
}

const NEEDED: readonly {
  readonly isThere: (
    has: (kind: string) => boolean,
    kept: Readonly<Record<'reports' | 'coverage', number>>,
  ) => boolean;
  readonly sentence: string;
}[] = [
  {
    isThere: (has) => has('attack'),
    sentence: 'No release of ATT&CK is loaded, which nearly everything needs: `foeprint sync`.',
  },
  {
    isThere: (has) => has('galaxy'),
    sentence:
      'No galaxy of MISP is loaded: little is known of victims, motives and origins, which rankings need.',
  },
  {
    isThere: (_has, { coverage }) => coverage > 0,
    sentence: 'No coverage is kept: gaps are counted as if nothing were detected.',
  },
];
