/** Everything that changes a home by its name with hyphens, each loaded when it is asked for. */
export const ACTIONS = {
  load: async () => (await import('./sources/load.ts')).load,
  sync: async () => (await import('./sources/sync.ts')).sync,
  forget: async () => (await import('./sources/forget.ts')).forget,
  assert: async () => (await import('./assertions/assert.ts')).assert,
  retract: async () => (await import('./assertions/retract.ts')).retract,
  'report-add': async () => (await import('./reports/add.ts')).reportAdd,
  'report-review': async () => (await import('./reports/review.ts')).reportReview,
  'report-load': async () => (await import('./reports/load.ts')).reportLoad,
  'report-forget': async () => (await import('./reports/forget.ts')).reportForget,
  'coverage-import': async () => (await import('./coverage/import.ts')).coverageImport,
  'coverage-remove': async () => (await import('./coverage/remove.ts')).coverageRemove,
  'org-keep': async () => (await import('./organisation/keep.ts')).orgKeep,
  'org-remove': async () => (await import('./organisation/remove.ts')).orgRemove,
  undo: async () => (await import('./undo.ts')).undo,
  'sightings-import': async () => (await import('./sightings/import.ts')).sightingsImport,
  'sightings-remove': async () => (await import('./sightings/remove.ts')).sightingsRemove,
} as const;

/** Name of an action: its row’s, with hyphens. */
export type ActionName = keyof typeof ACTIONS;
