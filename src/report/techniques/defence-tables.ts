import type { Defence, Detection, DetectionsAnswer, MitigationsAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { watchData } from '../threats/watch-table.ts';
import { sayLabels, thingColumns } from '../words.ts';

/** Mitigations as a table, with how each helps where one technique is asked about; another of what is only to be watched. */
export function mitigationsTables({ mitigations, watch }: MitigationsAnswer): readonly DataTable[] {
  return [mitigationTable(mitigations), watchData(watch)];
}

export function mitigationTable(mitigations: readonly Defence[]): DataTable {
  return dataTable('Mitigations', mitigations, {
    ...thingColumns('defence', 'mitigation'),
    techniques: ({ techniques }) => sayLabels(techniques, '; '),
    how: ({ support }) => support?.sentence,
  });
}

/** Detection strategies as a table with a row for each log source of each analytic. */
export function detectionsTables({ detections }: DetectionsAnswer): readonly DataTable[] {
  return [detectionTable(detections)];
}

export function detectionTable(detections: readonly Detection[]): DataTable {
  const rows = detections.flatMap((detection) => {
    const analytics = detection.analytics.length === 0 ? [undefined] : detection.analytics;
    return analytics.flatMap((analytic) => {
      const sources =
        analytic === undefined || analytic.logSources.length === 0 ? [undefined] : analytic.logSources;
      return sources.map((source) => ({ ...detection, analytic, source }));
    });
  });
  return dataTable('Detection strategies', rows, {
    ...thingColumns('defence', 'strategy'),
    techniques: ({ techniques }) => sayLabels(techniques, '; '),
    how: ({ support }) => support?.sentence,
    analytic: ({ analytic }) => analytic?.analytic.label,
    platforms: ({ analytic }) => analytic?.platforms.join('; '),
    'looks for': ({ analytic }) => analytic?.description,
    'log source': ({ source }) => source?.name,
    channel: ({ source }) => source?.channel,
    'data component': ({ source }) => source?.component,
  });
}
