import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import type { Explanation } from '../../api/answers.ts';
import { useKeys } from '../../keys/keys.ts';
import { connected, derivationGraph, type DerivationGraph } from '../../marks/derivation-graph.ts';
import { several } from '../../words/count.ts';
import { Btn } from '../controls.tsx';
import './derivations.css';
import { FactBox, RulePill } from './proof-graph.tsx';

/** Which part of the graph is shown: its left upper corner in pixels of the graph, and how large it is drawn. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Scales between which one zooms; below the first, nothing can be read. */
const SCALES = { least: 0.25, readable: 0.7, most: 2.5 };
/** How far an arrow moves, in pixels of the window; how much a press on + enlarges. */
const STEP = { move: 80, zoom: 1.25 };
/** Of the window, and in pixels at least. */
const TALLEST = { share: 0.62, least: 320 };

/**
 * All proofs of a fact as one graph that is moved by dragging or with arrows, and made larger and smaller with + and −, with the wheel
 * while Ctrl is held, or with two fingers on a pad. The list of proofs beside it is the same in words.
 *
 * @param onFact a fact is pressed: its place in the list is shown
 */
export function Derivations({
  of,
  onFact,
}: {
  readonly of: Explanation;
  readonly onFact: (key: string) => void;
}): ReactElement | null {
  const graph = useMemo(() => derivationGraph(of), [of]);
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>();
  const [pointed, setPointed] = useState<string>();
  const dragged = useRef<{ readonly x: number; readonly y: number; readonly view: View; moved: boolean }>(
    undefined,
  );
  const lit = useMemo(
    () => (pointed === undefined ? undefined : connected(graph.edges, pointed)),
    [graph, pointed],
  );
  useKeys('In the graph', [
    { key: 'Arrows', does: 'move' },
    { key: '+', does: 'larger; − smaller, 0 all of it' },
  ]);
  // The browser zooms the page with Ctrl and wheel unless it is kept from it, which React’s own listener cannot.
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || element === null) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      setView((before) => zoomed(before ?? startOf(graph, box), Math.exp(-event.deltaY / 240), at));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [graph]);
  if (graph.rules.length === 0) return null;
  const boxOf = (): { readonly width: number; readonly height: number } =>
    frame.current?.getBoundingClientRect() ?? { width: 1000, height: TALLEST.least };
  const current = (): View => view ?? startOf(graph, boxOf());
  const zoom = (factor: number): void => {
    const { width, height } = boxOf();
    setView(zoomed(current(), factor, { x: width / 2, y: height / 2 }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== frame.current) return;
    const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const move = moves[event.key];
    if (move !== undefined) {
      const { x, y, scale } = current();
      setView({ scale, x: x + (move[0] * STEP.move) / scale, y: y + (move[1] * STEP.move) / scale });
    } else if (event.key === '+' || event.key === '=') zoom(STEP.zoom);
    else if (event.key === '-') zoom(1 / STEP.zoom);
    else if (event.key === '0') setView(wholeOf(graph, boxOf()));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = graph.rules.length;
  return (
    <figure className="derivations">
      <figcaption className="tools">
        <span className="note">
          {several(count, 'derivation')}
          {graph.left === 0 ? '' : `, of ${count + graph.left}`}
          {count < 2
            ? ''
            : '; drag or use the arrows to move, + and − for the size. The list below has the same.'}
        </span>
        <span className="acts push">
          <Btn aria-label="Smaller" onClick={() => zoom(1 / STEP.zoom)}>
            −
          </Btn>
          <Btn aria-label="Larger" onClick={() => zoom(STEP.zoom)}>
            +
          </Btn>
          <Btn onClick={() => setView(wholeOf(graph, boxOf()))}>All of it</Btn>
        </span>
      </figcaption>
      <div
        ref={frame}
        className="derivations-frame"
        style={{ height: `min(${graph.height + 24}px, max(${TALLEST.least}px, ${TALLEST.share * 100}vh))` }}
        role="group"
        tabIndex={0}
        aria-label="Graph of all proofs: arrows move it, + and − change its size, 0 shows all of it"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          dragged.current = { x: event.clientX, y: event.clientY, view: current(), moved: false };
        }}
        onPointerMove={(event) => {
          const from = dragged.current;
          if (from === undefined || event.buttons === 0) {
            dragged.current = undefined;
            if (event.pointerType === 'mouse') setPointed(keyAt(event));
            return;
          }
          const [right, down] = [event.clientX - from.x, event.clientY - from.y];
          if (!from.moved && Math.hypot(right, down) < 4) return;
          if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId);
          from.moved = true;
          const { x, y, scale } = from.view;
          setView({ scale, x: x - right / scale, y: y - down / scale });
        }}
        onPointerUp={(event) => {
          const from = dragged.current;
          dragged.current = undefined;
          const key = keyAt(event);
          if (from?.moved === false && key !== undefined) onFact(key);
        }}
        onPointerLeave={() => setPointed(undefined)}
      >
        <Drawing
          graph={graph}
          view={view}
          frame={frame}
          lit={lit}
          isDerived={of.status === 'derived'}
          sentence={of.fact.sentence}
        />
      </div>
    </figure>
  );
}

function Drawing({
  graph,
  view,
  frame,
  lit,
  isDerived,
  sentence,
}: {
  readonly graph: DerivationGraph;
  readonly view: View | undefined;
  readonly frame: { readonly current: HTMLDivElement | null };
  readonly lit: ReadonlySet<string> | undefined;
  readonly isDerived: boolean;
  readonly sentence: string;
}): ReactElement {
  const group = useRef<SVGGElement>(null);
  // Where it starts depends on how wide the window is, which is known once it is laid out.
  useEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    const { x, y, scale } = view ?? startOf(graph, box);
    group.current?.setAttribute('transform', `scale(${scale}) translate(${-x} ${-y})`);
  }, [graph, view, frame]);
  const dims = (...keys: readonly string[]): string =>
    lit === undefined || keys.every((key) => lit.has(key)) ? '' : ' dim';
  return (
    <svg className="proof-graph" role="img" aria-label={`Graph of the proofs that ${sentence}`}>
      <g ref={group}>
        {graph.edges.map(({ path, from, to }) => (
          <path key={`${from} ${to}`} className={`edge${dims(from, to)}`} d={path} />
        ))}
        {graph.facts.map((fact) => (
          <g key={fact.key} data-key={fact.key} className={`fact${dims(fact.key)}`}>
            <title>{fact.sentence}</title>
            <FactBox of={fact} isDerived={isDerived} />
          </g>
        ))}
        {graph.rules.map((rule) => (
          <g key={rule.key} className={dims(rule.key)}>
            <RulePill of={rule} />
          </g>
        ))}
      </g>
    </svg>
  );
}

/** The fact under the pointer. */
function keyAt(event: PointerEvent): string | undefined {
  return (event.target as Element).closest<SVGElement>('[data-key]')?.dataset['key'];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where one begins: all of it where that can be read, else what is asked, in the middle of the left edge. */
function startOf(graph: DerivationGraph, box: Size): View {
  const whole = wholeOf(graph, box);
  if (whole.scale >= SCALES.readable) return whole;
  const scale = Math.min(1, Math.max(SCALES.readable, (box.width - 24) / graph.width));
  const asked = graph.facts.find(({ kind }) => kind === 'asked');
  const middle = asked === undefined ? graph.height / 2 : asked.y + asked.height / 2;
  return { scale, x: -12 / scale, y: middle - box.height / 2 / scale };
}

/** All of it, in the middle. */
function wholeOf({ width, height }: DerivationGraph, box: Size): View {
  const scale = Math.min(1, (box.width - 24) / width, (box.height - 24) / height);
  return { scale, x: width / 2 - box.width / 2 / scale, y: height / 2 - box.height / 2 / scale };
}

/** Larger or smaller, with what is at a point of the window staying there. */
function zoomed({ x, y, scale }: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const next = Math.min(SCALES.most, Math.max(SCALES.least, scale * factor));
  return { scale: next, x: x + at.x / scale - at.x / next, y: y + at.y / scale - at.y / next };
}
