import type { UseCase } from '../use-case.ts';

/**
 * Every question that users ask, by its name: each a row in a file of its own, loaded when it is asked, since a question should not
 * pay for the others. Add one: its question and answer in `src/answers`, its row here.
 */
export const USE_CASES = {
  status: async () => (await import('./status.ts')).status,
  sources: async () => (await import('./sources.ts')).sources,
  list: async () => (await import('./list.ts')).listRow,
  show: async () => (await import('./show.ts')).showRow,
  groups: async () => (await import('./groups.ts')).groups,
  aliases: async () => (await import('./aliases.ts')).aliasesRow,
  assertions: async () => (await import('./assertions.ts')).assertionsRow,
  search: async () => (await import('./search.ts')).searchRow,
  explain: async () => (await import('./explain.ts')).explainRow,
  query: async () => (await import('./query.ts')).queryRow,
  rules: async () => (await import('./rules.ts')).rules,
  'export-derived': async () => (await import('./export-derived.ts')).exportDerived,
  profile: async () => (await import('./profile.ts')).profile,
  victims: async () => (await import('./victims.ts')).victims,
  victimology: async () => (await import('./victimology.ts')).victimology,
  techniques: async () => (await import('./techniques.ts')).techniques,
  prevalence: async () => (await import('./prevalence.ts')).prevalence,
  mitigations: async () => (await import('./mitigations.ts')).mitigations,
  detections: async () => (await import('./detections.ts')).detections,
  compare: async () => (await import('./compare.ts')).compare,
  'overlap-groups': async () => (await import('./overlap-groups.ts')).overlapGroups,
  layer: async () => (await import('./layer.ts')).layer,
  'layer-combine': async () => (await import('./layer-combine.ts')).layerCombine,
  'layer-render': async () => (await import('./layer-render.ts')).layerRender,
  timeline: async () => (await import('./timeline.ts')).timeline,
  diff: async () => (await import('./diff.ts')).diff,
  migrate: async () => (await import('./migrate.ts')).migrate,
  walkthrough: async () => (await import('./walkthrough.ts')).walkthrough,
  threats: async () => (await import('./threats.ts')).threats,
  'what-if': async () => (await import('./what-if.ts')).whatIfRow,
  expect: async () => (await import('./expect.ts')).expectRow,
  priorities: async () => (await import('./priorities.ts')).priorities,
  playbook: async () => (await import('./playbook.ts')).playbook,
} as const satisfies Readonly<Record<string, () => Promise<UseCase>>>;

/** The name of a use case. */
export type UseCaseName = keyof typeof USE_CASES;
