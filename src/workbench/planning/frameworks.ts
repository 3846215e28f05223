import type { MappingInView, Mention } from '../../answers/index.ts';
import { identify, mention } from '../../analysis/index.ts';
import { eachPair, reportedIn, type Desk, type Reading } from '../../desk/index.ts';
import type { Source } from '../../facts/index.ts';
import { textOf, textsOf } from '../../stix/index.ts';
import { addTo } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { rawOf } from '../raw-of.ts';

/** The frameworks whose controls a plan can choose. */
export interface FrameworksInView {
  /** Whether a control is of one of them. */
  readonly admits: (control: number) => boolean;
  /** Those that say that they have nothing against a technique. */
  readonly statedBy: (technique: number) => readonly Mention[];
  /** How their techniques came into view. */
  readonly mappings: () => readonly MappingInView[];
}

/** All frameworks in view that controls are part of, or the one that is named. @throws FoeprintError W601–W603 where none is called so */
export function frameworksIn(desk: Desk, named: string | undefined): FrameworksInView {
  const { catalogue } = desk.view;
  const asked = named === undefined ? undefined : findOne(desk.view, named, typesOf('framework')).term;
  const all = new Set(asked === undefined ? catalogue.ofType(typesOf('framework')) : [asked]);
  const controls = new Set<number>();
  const used = new Set<number>();
  const isControl = new Set(catalogue.ofType(typesOf('control')));
  const known = reportedIn(desk);
  eachPair(known, 'part-of', (part, whole) => {
    if (!all.has(whole) || !isControl.has(part)) return;
    controls.add(part);
    used.add(whole);
  });
  const stated = new Map<number, Mention[]>();
  eachPair(known, 'not-addressed-by', (technique, framework) => {
    if (used.has(framework)) addTo(stated, technique, mention(catalogue, framework));
  });
  return {
    admits: (control) => controls.has(control),
    statedBy: (technique) => stated.get(technique) ?? [],
    mappings: () => [...used].map((framework) => mappingOf(desk, framework)),
  };
}

/** How the techniques of mappings came into view that these sources brought. */
export function mappingsFrom(
  reading: Reading,
  sources: readonly Pick<Source, 'id'>[],
): readonly MappingInView[] {
  const { catalogue } = reading.view;
  const ids = new Set(sources.map(({ id }) => id));
  return catalogue
    .ofType(typesOf('framework'))
    .filter((framework) => {
      const { stored } = catalogue.entry(framework);
      return stored !== undefined && reading.view.object(stored).sources.some(({ id }) => ids.has(id));
    })
    .map((framework) => mappingOf(reading, framework));
}

function mappingOf({ view }: Reading, framework: number): MappingInView {
  const { catalogue } = view;
  const raw = rawOf(view, framework);
  const ids = textsOf(raw, 'techniques');
  const carried = ids.map((from) => {
    const found = identify(catalogue, from, typesOf('technique'));
    const isLive = found.kind === 'one' && !catalogue.isWithdrawn(found.term);
    return { from, to: isLive ? catalogue.label(found.term) : '' };
  });
  return {
    framework: mention(catalogue, framework),
    release: textOf(raw, 'attack_version'),
    techniques: ids.length,
    unchanged: carried.filter(({ from, to }) => from === to).length,
    moved: carried.filter(({ from, to }) => to !== '' && from !== to),
    lost: carried.filter(({ to }) => to === '').map(({ from }) => from),
  };
}
