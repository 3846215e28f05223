import type { UseCase } from '../use-case.ts';

/**
 * Every question that users ask, by its name: each a row in a file of its own, loaded when it is asked, since a question should not
 * pay for the others. Add one: its question and answer in `src/answers`, its row here.
 */
export const USE_CASES = {
  status: async () => (await import('./knowledge/status.ts')).row,
  sources: async () => (await import('./knowledge/sources.ts')).row,
  list: async () => (await import('./knowledge/list.ts')).row,
  show: async () => (await import('./knowledge/show.ts')).row,
  groups: async () => (await import('./groups/groups.ts')).row,
  aliases: async () => (await import('./groups/aliases.ts')).row,
  assertions: async () => (await import('./knowledge/assertions.ts')).row,
  search: async () => (await import('./knowledge/search.ts')).row,
  explain: async () => (await import('./explanation/explain.ts')).row,
  query: async () => (await import('./explanation/query.ts')).row,
  rules: async () => (await import('./explanation/rules.ts')).row,
  'export-derived': async () => (await import('./explanation/export-derived.ts')).row,
  profile: async () => (await import('./groups/profile.ts')).row,
  victims: async () => (await import('./groups/victims.ts')).row,
  victimology: async () => (await import('./groups/victimology.ts')).row,
  techniques: async () => (await import('./techniques/techniques.ts')).row,
  prevalence: async () => (await import('./techniques/prevalence.ts')).row,
  mitigations: async () => (await import('./techniques/mitigations.ts')).row,
  detections: async () => (await import('./techniques/detections.ts')).row,
  compare: async () => (await import('./groups/compare.ts')).row,
  'overlap-groups': async () => (await import('./groups/overlap-groups.ts')).row,
  layer: async () => (await import('./layers/layer.ts')).row,
  'layer-combine': async () => (await import('./layers/layer-combine.ts')).row,
  'layer-render': async () => (await import('./layers/layer-render.ts')).row,
  emulate: async () => (await import('./emulation/emulate.ts')).row,
  timeline: async () => (await import('./groups/timeline.ts')).row,
  diff: async () => (await import('./releases/diff.ts')).row,
  migrate: async () => (await import('./releases/migrate.ts')).row,
  walkthrough: async () => (await import('./playbook/walkthrough.ts')).row,
  triage: async () => (await import('./triage/triage.ts')).row,
  threats: async () => (await import('./threats/threats.ts')).row,
  'what-if': async () => (await import('./threats/what-if.ts')).row,
  expect: async () => (await import('./threats/expect.ts')).row,
  priorities: async () => (await import('./threats/priorities.ts')).row,
  plan: async () => (await import('./planning/plan.ts')).row,
  'sightings-show': async () => (await import('./sightings/show.ts')).row,
  'sightings-summary': async () => (await import('./sightings/summary.ts')).row,
  sectors: async () => (await import('./sightings/sectors.ts')).row,
  dashboard: async () => (await import('./dashboard/dashboard.ts')).row,
  'coverage-show': async () => (await import('./coverage/coverage-show.ts')).row,
  'coverage-gaps': async () => (await import('./coverage/coverage-gaps.ts')).row,
  'coverage-list': async () => (await import('./coverage/coverage-list.ts')).row,
  sigma: async () => (await import('./sigma/sigma.ts')).row,
  'sigma-test': async () => (await import('./sigma/test.ts')).row,
  'sigma-check': async () => (await import('./sigma/check.ts')).row,
  'sightings-list': async () => (await import('./sightings/sightings-list.ts')).row,
  playbook: async () => (await import('./playbook/playbook.ts')).row,
} as const satisfies Readonly<Record<string, () => Promise<UseCase>>>;

/** The name of a use case. */
export type UseCaseName = keyof typeof USE_CASES;
