import {
  as,
  count,
  list,
  oneOf,
  optional,
  shape,
  TechniqueQuestion,
  text,
  USE_KINDS,
  type Statement,
  type TechniqueAnswer,
} from '../../../answers/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { whyAddress } from '../../addresses.ts';
import { pageOf, PAGE, PAGED } from '../../results/page.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';

/** How much is given beside the groups that use it. */
const MOST = { related: 20, software: 10, defences: 10, logs: 15, controls: 15 } as const;

const User = shape('TechniqueUserFound', 'One who uses the technique.', {
  group: NamedThing,
  known: oneOf(USE_KINDS, 'whether a source reports it, or only rules derive it'),
  through: list(text('a name'), 'of a derived use, what it came through'),
  newest: optional(text('newest date of the evidence')),
  evidence: optional(as(Quote, 'the sentence to read first')),
  why: text('address of the reasons'),
});

const Answering = shape('AnsweringDefence', 'A mitigation or detection strategy against the technique.', {
  defence: NamedThing,
  evidence: optional(as(Quote, 'in which words its source says how')),
});

const Control = shape('ControlAgainst', 'A control of another framework against the technique.', {
  framework: text('the framework'),
  control: NamedThing,
});

const Elsewhere = shape('TechniqueElsewhere', 'What the technique is in another release.', {
  release: text('the release'),
  to: text('its id there; empty where it has none'),
  standing: text('how sure that is'),
  reason: text('why'),
});

export const getTechnique = tool({
  name: 'get_technique',
  title: 'A technique',
  description:
    'Says what a technique or sub-technique is: tactics, platforms, who uses it and how rare it is, mitigations, detection strategies with the logs to look in, controls, and what became of it in other releases. An id that was revoked leads to its successor, and `notes` says so. The groups come in pages.',
  asks: ['technique'],
  input: {
    technique: TechniqueQuestion.shape.technique,
    release: TechniqueQuestion.shape.release,
    ...PAGED,
  },
  output: {
    technique: as(NamedThing, 'the technique, as it was understood'),
    description: optional(as(Quote, 'how its source describes it')),
    tactics: list(NamedThing, 'tactics that it serves'),
    platforms: list(text('a platform'), 'what it works on'),
    parent: optional(as(NamedThing, 'of a sub-technique, the technique that it stands under')),
    related: list(NamedThing, 'its sub-techniques, or the others under the same technique; at most 20'),
    former: list(NamedThing, 'what was revoked in favour of it'),
    rarity: as(
      shape('TechniqueRarity', 'How rare it is among groups.', {
        reported: count('groups that a source reports to use it'),
        derived: count('groups of which only rules derive it'),
        groups: count('groups in view'),
        place: count('its place among techniques by reported groups; 0 where none is reported'),
        of: count('techniques that any group is reported to use'),
      }),
      'how rare it is',
    ),
    users: list(User, 'groups that use it: reported ones first, the newest evidence first'),
    ...PAGE,
    software: list(NamedThing, 'software that does it, the newest evidence first; at most 10'),
    mitigations: list(Answering, 'mitigations; at most 10'),
    not_prevented_by: list(
      NamedThing,
      'what is named against it and does not prevent it, by the words of its own source',
    ),
    detections: list(Answering, 'detection strategies; at most 10'),
    log_sources: list(text('a log'), 'logs that their analytics look in; at most 15'),
    controls: list(Control, 'controls of mapped frameworks; at most 15'),
    elsewhere: list(Elsewhere, 'what it is in other releases'),
  },
  example: { technique: 'T9001.001' },
  answer: async ({ technique: asked, release, ...page }, { ask, sourceOf, listKey }) => {
    const technique = await ask('technique', { technique: asked, all: true, ...defined({ release }) });
    const { answer } = technique;
    const source = sourceOf(answer.thing);
    const users = [
      ...answer.groups.newest.map((each) => ({ ...each, known: 'direct' as const })),
      ...answer.derived.newest.map((each) => ({ ...each, known: 'derived' as const })),
    ];
    const { rows, ...pages } = pageOf(users, page, listKey);
    const { direct: reported, derived, groups, place, techniques } = answer.rarity;
    return {
      output: {
        technique: named(answer.thing),
        ...defined({
          description: quoted(answer.description, source),
          parent: answer.parent === undefined ? undefined : named(answer.parent),
        }),
        tactics: answer.tactics.map(named),
        platforms: answer.platforms,
        related: answer.related.slice(0, MOST.related).map(named),
        former: answer.former.slice(0, MOST.related).map(named),
        rarity: { reported, derived, groups, place, of: techniques },
        users: rows.map((user) => ({
          group: named(user.thing),
          known: user.known,
          through: user.through.slice(0, 5).map(({ name }) => name),
          ...evidenceOf(user, source),
          why: whyAddress(user.thing, answer.thing),
        })),
        ...pages,
        software: answer.software.newest.slice(0, MOST.software).map(({ thing }) => named(thing)),
        ...defencesIn(answer, source),
        controls: answer.controls.slice(0, MOST.controls).map(({ framework, control }) => ({
          framework: framework.name,
          control: named(control.thing),
        })),
        elsewhere: answer.releases.map(({ release: other, to, standing, reason }) => ({
          release: other,
          to,
          standing,
          reason,
        })),
      },
      text: `${answer.thing.label} ${answer.thing.name}: ${answer.tactics.map(({ name }) => name).join(', ')}. ${counted(reported, 'group')} of ${groups} reported to use it, ${derived} derived.`,
      from: [technique],
      cited: [...rows.map(({ citation }) => citation), ...answer.citations],
      why: rows.map(({ thing }) => whyAddress(thing, answer.thing)),
      links: [answer.thing, ...rows.map(({ thing }) => thing)].flatMap(linkOf),
    };
  },
});

function evidenceOf({ last, sentence, citation }: Statement, source: string) {
  return defined({ newest: last?.date, evidence: quoted(sentence, citation?.name ?? source) });
}

function defencesIn({ mitigations, watch, detections }: TechniqueAnswer, source: string) {
  const answering = (defences: TechniqueAnswer['mitigations']) =>
    defences.slice(0, MOST.defences).map(({ defence, support }) => ({
      defence: named(defence),
      ...defined({ evidence: quoted(support?.sentence ?? '', support?.citation?.name ?? source) }),
    }));
  const logs = detections.flatMap(({ analytics }) =>
    analytics.flatMap(({ logSources }) => logSources.map(({ name, channel }) => `${name}: ${channel}`)),
  );
  return {
    mitigations: answering(mitigations),
    not_prevented_by: watch.slice(0, MOST.defences).map(({ mitigation }) => named(mitigation)),
    detections: answering(detections),
    log_sources: [...new Set(logs)].slice(0, MOST.logs),
  };
}
