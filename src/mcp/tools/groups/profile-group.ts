import {
  as,
  choice,
  count,
  list,
  number,
  oneOf,
  option,
  optional,
  ProfileQuestion,
  SCORE_STATUSES,
  shape,
  text,
  truth,
  TRAIT_KINDS,
  USE_KINDS,
  type ProfileAnswer,
} from '../../../answers/index.ts';
import { errorOf } from '../../../facts/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { whyAddress } from '../../addresses.ts';
import { MCP_ISSUES } from '../../issues.ts';
import { pageOf, PAGE, PAGED } from '../../results/page.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';

/** How much is given beside the techniques. */
const MOST = { software: 20, campaigns: 10, traits: 20, names: 15 } as const;

const UsedTechnique = shape('UsedTechnique', 'A technique that the group uses.', {
  technique: NamedThing,
  tactics: list(text('name of a tactic'), 'tactics that it serves'),
  score: number('0 … 100, how sure it is that the group uses it today'),
  status: oneOf(SCORE_STATUSES, 'the same as a word: confirmed, only mentioned, or old'),
  known: oneOf(USE_KINDS, 'whether a source reports it of the group, or only rules derive it'),
  through: list(text('a name'), 'of a derived use, what it came through: software, a campaign'),
  newest: optional(text('newest date of its evidence')),
  publishers: list(text('a publisher'), 'who published what is cited; at most 5'),
  evidence: optional(as(Quote, 'the sentence to read first')),
  why: text('address of the reasons'),
});

const Trait = shape('ClaimedTrait', 'Whom it attacks, why, or from where.', {
  kind: oneOf(TRAIT_KINDS, 'what it is about'),
  value: text('in words'),
  claims: count('how many claims of it there are'),
  is_suspected: truth('whether nobody holds it for certain'),
});

export const profileGroup = tool({
  name: 'profile_group',
  title: 'Profile of a group',
  description:
    'Says how a group, threat actor or campaign works: techniques with how sure each is, how it is known, since when and in which words; software, campaigns, other names, and whom it attacks, why and from where. Techniques come in pages, the surest first; `tactic` narrows them, `basis: "direct"` leaves out what only rules derive.',
  asks: ['profile'],
  input: {
    group: ProfileQuestion.shape.group,
    tactic: option(
      '--tactic <tactic>',
      'only techniques of this tactic, by name or id, e.g. `Persistence` or `TA0003`',
    ),
    basis: choice(
      '--basis <basis>',
      ['all', 'direct'],
      'all uses, or only those that a source reports of the group itself; default all',
    ),
    as_of: ProfileQuestion.shape.asOf,
    release: ProfileQuestion.shape.release,
    ...PAGED,
  },
  output: {
    group: as(NamedThing, 'the group, as it was understood'),
    description: optional(as(Quote, 'how its source describes it')),
    also_called: list(text('a name'), 'other names, the most used first'),
    traits: list(Trait, 'whom it attacks, why and from where; at most 20'),
    first_seen: optional(text('when it is first reported to have been seen')),
    last_seen: optional(text('when it was last seen or reported on')),
    statuses: as(
      shape('StatusCounts', 'How many techniques have each status.', {
        confirmed: count('confirmed'),
        mentioned: count('mentioned'),
        legacy: count('legacy'),
      }),
      'how many of all its techniques have each status',
    ),
    techniques: list(UsedTechnique, 'the surest first'),
    ...PAGE,
    software: list(NamedThing, 'software that it uses; at most 20'),
    software_total: count('software that it uses in all'),
    campaigns: list(NamedThing, 'campaigns that are attributed to it; at most 10'),
  },
  example: { group: 'G9001' },
  answer: async ({ group, tactic, basis, as_of, release, ...page }, { ask, sourceOf, listKey }) => {
    const profile = await ask('profile', {
      group,
      direct: basis === 'direct',
      ...defined({ asOf: as_of, release }),
    });
    const { answer } = profile;
    const source = sourceOf(answer.group);
    const tacticsOf = tacticNames(answer);
    const within = tactic === undefined ? answer.techniques : techniquesWithin(answer, tactic);
    const { rows, ...pages } = pageOf(within, page, listKey);
    const software = answer.software.map((each) => named(each.software));
    return {
      output: {
        group: named(answer.group),
        ...defined({ description: quoted(answer.description, source) }),
        also_called: answer.brief.names.slice(0, MOST.names).map(({ name }) => name),
        traits: answer.brief.traits.slice(0, MOST.traits).map(({ kind, label, claims, isSuspected }) => ({
          kind,
          value: label,
          claims,
          is_suspected: isSuspected,
        })),
        ...seenIn(answer),
        statuses: answer.statuses,
        techniques: rows.map(
          ({ technique, score, status, use, through, last, publishers, sentence, citation }) => ({
            technique: named(technique),
            tactics: tacticsOf.get(technique.id) ?? [],
            score,
            status,
            known: use,
            through: through.slice(0, 5).map(({ name }) => name),
            ...defined({ newest: last?.date, evidence: quoted(sentence, citation?.name ?? source) }),
            publishers: publishers.slice(0, 5),
            why: whyAddress(answer.group, technique),
          }),
        ),
        ...pages,
        software: software.slice(0, MOST.software),
        software_total: software.length,
        campaigns: answer.campaigns.slice(0, MOST.campaigns).map(({ campaign }) => named(campaign)),
      },
      text: sayProfile(answer, rows),
      from: [profile],
      cited: rows.map(({ citation }) => citation),
      why: rows.map(({ technique }) => whyAddress(answer.group, technique)),
      links: [answer.group, ...rows.map(({ technique }) => technique)].flatMap(linkOf),
    };
  },
});

function tacticNames({ tactics }: ProfileAnswer): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { tactic, techniques } of tactics)
    for (const id of techniques) names.set(id, [...(names.get(id) ?? []), tactic.name]);
  return names;
}

/** @throws FoeprintError M101 where the group serves no tactic of that name */
function techniquesWithin(
  { tactics, techniques }: ProfileAnswer,
  asked: string,
): ProfileAnswer['techniques'] {
  const wanted = asked.trim().toLowerCase();
  const found = tactics.find(({ tactic: { name, label } }) =>
    [name, label].some((each) => each.toLowerCase() === wanted),
  );
  if (found === undefined) {
    const served = tactics.map(({ tactic }) => tactic.name).join(', ');
    throw errorOf(
      MCP_ISSUES.wrongArguments,
      `The group is known to serve no tactic called “${asked}”.`,
      { field: 'tactic' },
      `It serves ${served}.`,
    );
  }
  const ids = new Set(found.techniques);
  return techniques.filter(({ technique }) => ids.has(technique.id));
}

function seenIn({ seen, brief }: ProfileAnswer): {
  readonly first_seen?: string;
  readonly last_seen?: string;
} {
  const dates = seen.filter(({ end }) => end === 'first').map(({ date }) => date);
  const { firstSeen, lastSeen } = brief.activity;
  const [first = firstSeen] = dates.toSorted();
  return {
    ...(first === '' ? {} : { first_seen: first }),
    ...(lastSeen === '' ? {} : { last_seen: lastSeen }),
  };
}

function sayProfile(
  { group, techniques, direct, derived }: ProfileAnswer,
  rows: ProfileAnswer['techniques'],
): string {
  const shown = rows
    .slice(0, 8)
    .map(({ technique, score }) => `${technique.label} ${technique.name} (${score})`)
    .join(', ');
  return `${group.name}: ${counted(techniques.length, 'technique')}, ${direct} reported and ${derived} derived${shown === '' ? '' : `; the surest ${rows.length > 8 ? 'of this page ' : ''}are ${shown}`}.`;
}
