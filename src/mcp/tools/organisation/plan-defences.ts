import { as, count, list, number, oneOf, PlanQuestion, shape, text, truth } from '../../../answers/index.ts';
import { PLAN_KINDS } from '../../../threat/index.ts';
import { defined, percent } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { FOR_ORGANISATION, organisationAsked, refuseUnlessKept } from './organisation-asked.ts';

const MOST = { techniques: 8, open: 10 } as const;

const Line = shape('PlannedDefence', 'Something to build, and what it adds.', {
  order: count('1 for the first'),
  kind: oneOf(PLAN_KINDS, 'what it is'),
  thing: NamedThing,
  cost: number('what it costs'),
  adds: number('0 … 1, what it adds to those before it'),
  together: number('0 … 1, what it and all before it answer'),
  techniques: list(NamedThing, 'techniques that it answers, those to which it adds most first; at most 8'),
});

export const planDefences = tool({
  name: 'plan_defences',
  title: 'Plan defences',
  description:
    'Says what to build first within a budget (mitigations, detections, log sources, controls) against groups, or against what an organisation that is described is to expect, or the one that the home keeps where neither is given: each with what it adds, which techniques it answers, and what stays open. Costs are one each; what is covered already is taken off.',
  asks: ['plan', 'org-show'],
  input: {
    groups: PlanQuestion.shape.groups,
    ...FOR_ORGANISATION,
    budget: PlanQuestion.shape.budget,
    kinds: as(PlanQuestion.shape.kinds, `only these kinds: ${PLAN_KINDS.join(', ')}`),
    framework: PlanQuestion.shape.framework,
    release: PlanQuestion.shape.release,
    ...PAGED,
  },
  output: {
    lines: list(Line, 'what to build, in order'),
    ...PAGE,
    against: list(NamedThing, 'groups against which it is planned; at most 10'),
    budget: number('most that all of it may cost'),
    answered: number('0 … 1, what the plan answers of what is left'),
    bound: number('0 … 1, no plan within the budget answers more'),
    is_best: truth('whether it is known that no plan within the budget answers more'),
    unanswered: list(NamedThing, 'techniques that nothing addresses which could be chosen; at most 10'),
    to_watch: list(
      NamedThing,
      'techniques that cannot be prevented by the words of their own source; at most 10',
    ),
    hidden: list(text('a name'), 'what was not used'),
  },
  example: { groups: ['G9001'] },
  answer: async (
    { groups, budget, kinds, framework, release, limit, cursor, ...described },
    { ask, listKey },
  ) => {
    const organisation = organisationAsked(described);
    if (groups.length === 0 && organisation === undefined)
      await refuseUnlessKept(
        ask,
        'plan_defences',
        'Give `groups`, or describe an organisation by `sectors`, `countries` or others.',
      );
    const plan = await ask('plan', {
      groups,
      kinds,
      // The greedy plan is at hand at once, and the bound says how near it is to the best.
      seconds: 0,
      ...defined({ organisation, budget, framework, release }),
    });
    const { answer } = plan;
    const { rows, ...pages } = pageOf(answer.lines, { limit, cursor }, listKey);
    return {
      output: {
        lines: rows.map(({ order, kind, thing, cost, adds, together, techniques }) => ({
          order,
          kind,
          thing: named(thing),
          cost,
          adds,
          together,
          techniques: techniques.slice(0, MOST.techniques).map(({ technique }) => named(technique)),
        })),
        ...pages,
        against: answer.against.slice(0, MOST.open).map(named),
        budget: answer.budget,
        answered: answer.answered,
        bound: answer.bound,
        is_best: answer.isBest,
        unanswered: answer.unanswered.slice(0, MOST.open).map(({ technique }) => named(technique)),
        to_watch: answer.watch.slice(0, MOST.open).map(({ technique }) => named(technique)),
        hidden: answer.hidden,
      },
      text: `${percent(answer.answered)} answered for ${answer.spent} of ${answer.budget}: ${rows
        .slice(0, 8)
        .map(({ thing }) => `${thing.label} ${thing.name}`.trim())
        .join(', ')}.`,
      from: [plan],
      links: answer.against.flatMap(linkOf),
    };
  },
});
