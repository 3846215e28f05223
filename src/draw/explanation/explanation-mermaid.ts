import type { Explanation, GraphDerivation } from '../../answers/index.ts';
import { escapeMermaid, oneLine } from '../../text/index.ts';
import { drawnGraph, type DiagramOptions, type DrawnFact } from './drawn-graph.ts';
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

/** Blue for reported, orange for derived (Okabe and Ito's palette), each with its own border; dark text on light, whatever the theme. */
const CLASSES = [
  '  classDef reported fill:#e3f0f9,stroke:#0072b2,stroke-width:2px,color:#1d2430',
  '  classDef derived fill:#fdf1da,stroke:#b35c00,stroke-width:1px,color:#1d2430',
  '  classDef goal fill:#fdf1da,stroke:#b35c00,stroke-width:4px,color:#1d2430',
  '  classDef goalReported fill:#e3f0f9,stroke:#0072b2,stroke-width:4px,color:#1d2430',
  '  classDef rule fill:#ffffff,stroke:#5b6675,stroke-dasharray:3 3,color:#1d2430',
  '  classDef left fill:#ffffff,stroke:#5b6675,stroke-dasharray:3 3,color:#5b6675',
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
