import {
  as,
  count,
  CoverageGapsQuestion,
  list,
  number,
  oneOf,
  shape,
  text,
  truth,
} from '../../../answers/index.ts';
import { COVERAGE_STAGES } from '../../../threat/index.ts';
import { count as counted, defined, percent } from '../../../text/index.ts';
import { PAGE, PAGED, pageOf } from '../../results/page.ts';
import { named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';
import { FOR_ORGANISATION, organisationAsked } from './organisation-asked.ts';

/** More techniques than any release has. */
const ALL = 10_000;

const Gap = shape('CoverageGap', 'A technique that is not covered, and why.', {
  technique: NamedThing,
  stage: oneOf(COVERAGE_STAGES, 'how far its detection has come'),
  weight: number('how much it counts among those that are looked at'),
  reasons: list(text('a sentence'), 'why it is a gap, and what is next'),
  logs_at_hand: truth('whether logs are at hand in which no deployed rule looks: cheap to win'),
  best_rule: text('the rule or test that has come farthest; empty where there is none'),
});

export const coverageGaps = tool({
  name: 'coverage_gaps',
  title: 'Gaps of coverage',
  description:
    'Says which techniques the coverage that is kept in the home does not reach, why, and what is next (a log source, a rule, deploying, testing): for groups, for single techniques, or for an organisation that is described; without any of these, for the organisation that the home keeps, or for all techniques where it keeps none. Without kept coverage everything is a gap.',
  asks: ['coverage-gaps'],
  input: {
    groups: CoverageGapsQuestion.shape.groups,
    techniques: CoverageGapsQuestion.shape.techniques,
    ...FOR_ORGANISATION,
    at_least: CoverageGapsQuestion.shape.atLeast,
    cheap: CoverageGapsQuestion.shape.cheap,
    release: CoverageGapsQuestion.shape.release,
    ...PAGED,
  },
  output: {
    gaps: list(Gap, 'those that count most first'),
    ...PAGE,
    covered: number('0 … 1, share of the weight of all techniques looked at that is covered'),
    techniques: count('techniques looked at'),
    by_stage: as(
      shape('TechniquesByStage', 'How many techniques stand at each stage.', {
        none: count('nothing known'),
        'log-source': count('log source available'),
        rule: count('rule to hand'),
        deployed: count('deployed'),
        tested: count('tested'),
      }),
      'how many techniques stand at each stage',
    ),
  },
  example: { groups: ['G9001'] },
  answer: async (given, { ask, listKey }) => {
    const { groups, techniques, at_least, cheap, release, limit, cursor, ...described } = given;
    // Platforms bound what is asked of groups and techniques as well; an organisation is one that has more.
    const { platforms, ...whom } = described;
    const isOfSomebody = Object.values(whom).some(({ length }) => length > 0);
    const organisation = isOfSomebody ? organisationAsked(described) : undefined;
    const gaps = await ask('coverage-gaps', {
      groups,
      techniques,
      platforms,
      cheap,
      evidence: 1,
      limit: ALL,
      ...defined({ atLeast: at_least, release, organisation }),
    });
    const { answer } = gaps;
    const { rows, ...pages } = pageOf(answer.gaps, { limit, cursor }, listKey);
    const { byStage } = answer.counts;
    return {
      output: {
        gaps: rows.map(({ technique, stage, weight, reasons, logsAtHand, evidence: [best] }) => ({
          technique: named(technique),
          stage,
          weight,
          reasons: reasons.map(({ sentence }) => sentence),
          logs_at_hand: logsAtHand,
          best_rule: best?.title ?? best?.rule ?? '',
        })),
        ...pages,
        covered: answer.share,
        techniques: answer.counts.of,
        by_stage: {
          none: byStage['none'] ?? 0,
          'log-source': byStage['log-source'] ?? 0,
          rule: byStage['rule'] ?? 0,
          deployed: byStage['deployed'] ?? 0,
          tested: byStage['tested'] ?? 0,
        },
      },
      text: `${counted(answer.of, 'gap')} among ${counted(answer.counts.of, 'technique')}, ${percent(answer.share)} of their weight covered; first ${rows
        .slice(0, 8)
        .map(({ technique }) => `${technique.label} ${technique.name}`)
        .join(', ')}.`,
      from: [gaps],
      links: rows.flatMap(({ technique }) => linkOf(technique)),
    };
  },
});
