import type { UseCase } from '../use-case.ts';

/**
 * Every question that users ask, by its name: each a row in a file of its own, loaded when it is asked, since a question should not
 * pay for the others. Add one: its question and answer in `src/answers`, its row here.
 */
export const USE_CASES = {
  status: async () => (await import('./knowledge/status.ts')).status,
  sources: async () => (await import('./knowledge/sources.ts')).sources,
  list: async () => (await import('./knowledge/list.ts')).listRow,
  show: async () => (await import('./knowledge/show.ts')).showRow,
  groups: async () => (await import('./groups/groups.ts')).groups,
  aliases: async () => (await import('./groups/aliases.ts')).aliasesRow,
  assertions: async () => (await import('./knowledge/assertions.ts')).assertionsRow,
  search: async () => (await import('./knowledge/search.ts')).searchRow,
  explain: async () => (await import('./explanation/explain.ts')).explainRow,
  query: async () => (await import('./explanation/query.ts')).queryRow,
  rules: async () => (await import('./explanation/rules.ts')).rules,
  'export-derived': async () => (await import('./explanation/export-derived.ts')).exportDerived,
  profile: async () => (await import('./groups/profile.ts')).profile,
  victims: async () => (await import('./groups/victims.ts')).victims,
  victimology: async () => (await import('./groups/victimology.ts')).victimology,
  techniques: async () => (await import('./techniques/techniques.ts')).techniques,
  prevalence: async () => (await import('./techniques/prevalence.ts')).prevalence,
  mitigations: async () => (await import('./techniques/mitigations.ts')).mitigations,
  detections: async () => (await import('./techniques/detections.ts')).detections,
  compare: async () => (await import('./groups/compare.ts')).compare,
  'overlap-groups': async () => (await import('./groups/overlap-groups.ts')).overlapGroups,
  layer: async () => (await import('./layers/layer.ts')).layer,
  'layer-combine': async () => (await import('./layers/layer-combine.ts')).layerCombine,
  'layer-render': async () => (await import('./layers/layer-render.ts')).layerRender,
  timeline: async () => (await import('./groups/timeline.ts')).timeline,
  diff: async () => (await import('./releases/diff.ts')).diff,
  migrate: async () => (await import('./releases/migrate.ts')).migrate,
  walkthrough: async () => (await import('./playbook/walkthrough.ts')).walkthrough,
  threats: async () => (await import('./threats/threats.ts')).threats,
  'what-if': async () => (await import('./threats/what-if.ts')).whatIfRow,
  expect: async () => (await import('./threats/expect.ts')).expectRow,
  priorities: async () => (await import('./threats/priorities.ts')).priorities,
  playbook: async () => (await import('./playbook/playbook.ts')).playbook,
} as const satisfies Readonly<Record<string, () => Promise<UseCase>>>;

/** The name of a use case. */
export type UseCaseName = keyof typeof USE_CASES;
