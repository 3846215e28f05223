import { Graph, layout } from '@dagrejs/dagre';

export interface LayoutNode {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything lies: nodes by their middle, edges by the points they run through, from border to border. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Point>;
  /** In the order of the edges given. */
  readonly edges: readonly (readonly Point[])[];
}

type PlacedNode = Pick<LayoutNode, 'width' | 'height'> & Partial<Point>;

/** Lays a graph out in layers from right to left, crossings kept few. The same input gives the same layout. */
export function layeredLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const graph = new Graph<Partial<Layout>, PlacedNode, { readonly points?: readonly Point[] }>({
    multigraph: true,
  });
  graph.setGraph({ rankdir: 'RL', nodesep: 18, ranksep: 46, edgesep: 12, acyclicer: 'greedy' });
  // Last first: the library stacks a layer from its lower end.
  for (const { key, width, height } of nodes.toReversed()) graph.setNode(key, { width, height });
  for (const [index, { from, to }] of [...edges.entries()].toReversed())
    graph.setEdge(from, to, {}, String(index));
  layout(graph);
  const { width = 0, height = 0 }: Partial<Layout> = graph.graph();
  return {
    width,
    height,
    nodes: new Map(nodes.map(({ key }) => [key, middle(graph.node(key))])),
    edges: edges.map(({ from, to }, index) => graph.edge(from, to, String(index)).points ?? []),
  };
}

function middle({ x = 0, y = 0 }: PlacedNode): Point {
  return { x, y };
}
