import type { Explanation, GraphDerivation } from '../../answers/index.ts';
import { escapeMermaid, oneLine } from '../../text/index.ts';
import { drawnGraph, type DiagramOptions, type DrawnFact } from './drawn-graph.ts';
import { light } from '../../threat/index.ts';
import { sayFact, sayUndrawn, sayWeight, sayWhoReports } from '../../answers/index.ts';

/**
 * An explanation's graph as a Mermaid flowchart: facts as boxes, derivations as small rounded boxes with the rule's
 * name, arrows from premises to conclusions, the fact asked about on the left. Node names are numbers in the order
 * of drawing, so that no text can take part in the diagram's syntax. Ends with a line feed.
 */
export function explanationMermaid(explanation: Explanation, options: DiagramOptions = {}): string {
  const { facts, derivations, total } = drawnGraph(explanation, options);
  const names = new Map(facts.map(({ fact }, index) => [fact.key, `f${index}`]));
  const name = (key: string): string => names.get(key) ?? '';
  const left = total - derivations.length;
  return `${[
    'flowchart RL',
    ...facts.map((fact) => `  ${name(fact.fact.key)}["${factLabel(fact)}"]:::${factClass(fact)}`),
    ...derivations.flatMap((derivation, index) => derivationLines(derivation, `d${index}`, name)),
    ...(left > 0 ? [`  left["${label([sayUndrawn(left)])}"]:::left`] : []),
    ...CLASSES,
  ].join('\n')}\n`;
}

const [INK, EDGE] = [light('ink'), light('edge')];

/** Reported warm and solid, derived dashed, what is asked about marked: dark text on light, whatever the theme. */
const CLASSES = [
  `  classDef reported fill:${light('a1')},stroke:${light('a4')},stroke-width:2px,color:${INK}`,
  `  classDef derived fill:${light('sheet')},stroke:${INK},stroke-width:1px,stroke-dasharray:5 3,color:${INK}`,
  `  classDef goal fill:${light('marker')},stroke:${INK},stroke-width:2px,stroke-dasharray:5 3,color:${INK}`,
  `  classDef goalReported fill:${light('marker')},stroke:${INK},stroke-width:2px,color:${INK}`,
  `  classDef rule fill:${light('sunk')},stroke:${EDGE},color:${INK}`,
  `  classDef left fill:${light('sheet')},stroke:${EDGE},stroke-dasharray:2 3,color:${light('ink-2')}`,
];

function factClass({ isGoal, isReported, isDerived }: DrawnFact): string {
  if (!isReported && !isDerived) return 'left';
  if (isGoal) return isReported ? 'goalReported' : 'goal';
  return isReported ? 'reported' : 'derived';
}

function factLabel({ fact, undrawn }: DrawnFact): string {
  return label([
    sayFact(fact),
    ...(fact.evidence.length === 0 ? [] : [sayWhoReports(fact.evidence)]),
    ...(undrawn === 0 ? [] : [sayUndrawn(undrawn)]),
  ]);
}

function derivationLines(
  { conclusion, rule, premises }: GraphDerivation,
  node: string,
  name: (key: string) => string,
): readonly string[] {
  return [
    `  ${node}(["${label([`${rule.name}, ${sayWeight(rule.weight)}`])}"]):::rule`,
    `  ${node} --> ${name(conclusion)}`,
    ...premises.map((premise) => `  ${name(premise)} --- ${node}`),
  ];
}

function label(lines: readonly string[]): string {
  return lines.map((line) => escapeMermaid(oneLine(line))).join('<br/>');
}
