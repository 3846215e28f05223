import { count, oneOf, options, text, type Envelope, type Mention } from '../../../answers/index.ts';
import { errorOf } from '../../../facts/index.ts';
import { count as counted } from '../../../text/index.ts';
import { addressOf, joinedIds } from '../../addresses.ts';
import { MCP_ISSUES } from '../../issues.ts';
import { tool, type Ask } from '../../tool.ts';
import { idOf } from '../../results/things.ts';

/** What artifacts are asked, what is counted in them, and by which ids they are addressed. */
const ARTIFACTS: Readonly<
  Record<
    'layer' | 'plan' | 'sigma' | 'stix',
    {
      readonly mimeType: string;
      readonly of: string;
      readonly make: (ask: Ask<Asked>, of: readonly string[]) => Promise<Made>;
    }
  >
> = {
  layer: {
    mimeType: 'application/json',
    of: 'technique',
    make: async (ask, of) => {
      const layer = await ask('layer', { groups: of });
      const { groups, layers } = layer.answer;
      return {
        from: layer,
        ids: idsOf(groups),
        parts: layers.reduce((sum, { techniques }) => sum + techniques.length, 0),
      };
    },
  },
  plan: {
    mimeType: 'text/markdown',
    of: 'line',
    make: async (ask, of) => {
      const plan = await ask('plan', { groups: of, seconds: 0 });
      return { from: plan, ids: idsOf(plan.answer.against), parts: plan.answer.lines.length };
    },
  },
  sigma: {
    mimeType: 'application/yaml',
    of: 'rule',
    make: async (ask, of) => {
      const pack = await ask('sigma', { groups: of });
      return { from: pack, ids: of, parts: pack.answer.rules.length };
    },
  },
  stix: {
    mimeType: 'application/json',
    of: 'fact',
    make: async (ask, [report = '']) => {
      const exported = await ask('report-export', { report });
      return { from: exported, ids: [report], parts: exported.answer.facts.length };
    },
  },
};

type Asked = 'layer' | 'plan' | 'sigma' | 'report-export';

interface Made {
  readonly from: Envelope;
  readonly ids: readonly string[];
  readonly parts: number;
}

const KINDS = ['layer', 'plan', 'sigma', 'stix'] as const;

export const exportArtifact = tool({
  name: 'export_artifact',
  title: 'Export for other tools',
  description:
    'Makes something for other tools and gives its address, to be read as a resource, not its bytes: a Navigator layer of what groups use, a plan against groups as Markdown, Sigma rules for groups (where a library is configured), or what a kept report states as STIX. Names no file, and writes none.',
  asks: ['layer', 'plan', 'sigma', 'report-export'],
  input: {
    kind: oneOf(KINDS, '`layer`, `plan` or `sigma` of groups; `stix` of a kept report'),
    of: options('--of <name>', 'groups by id, name or alias; of `stix`, the label of one report'),
  },
  output: {
    kind: oneOf(KINDS, 'what it is'),
    address: text('address of the resource'),
    mime_type: text('what its bytes are'),
    parts: count('how many techniques, lines, rules or facts are in it'),
  },
  example: { kind: 'layer', of: ['G9001'] },
  answer: async ({ kind, of }, { ask }) => {
    if (of.length === 0)
      throw errorOf(MCP_ISSUES.wrongArguments, '`export_artifact` is to be given of what.', { field: 'of' });
    const { make, mimeType, of: part } = ARTIFACTS[kind];
    const { from, ids, parts } = await make(ask, of);
    const thing = { id: joinedIds(ids), name: `${kind} of ${ids.join(', ')}` };
    return {
      output: { kind, address: addressOf(kind, thing), mime_type: mimeType, parts },
      text: `A ${kind} with ${counted(parts, part)}; read it at its address.`,
      from: [from],
      links: [{ kind, thing, mimeType }],
    };
  },
});

function idsOf(things: readonly Mention[]): readonly string[] {
  return things.map(idOf);
}
