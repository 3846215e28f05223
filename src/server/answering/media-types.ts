/** What a form of an answer is on the wire. */
export interface MediaType {
  /** As it is sent, with the character set where it is text. */
  readonly type: string;
  readonly ending: string;
}

/** Forms by their names. Of several with one type, the first is what `Accept` asks for by it. */
export const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', ending: 'ndjson' },
  svg: { type: 'image/svg+xml; charset=utf-8', ending: 'svg' },
  png: { type: 'image/png', ending: 'png' },
  stix: { type: 'application/stix+json;version=2.1', ending: 'json' },
  zip: { type: 'application/zip', ending: 'zip' },
  slim: { type: 'application/json; charset=utf-8', ending: 'json' },
  layer: { type: 'application/json; charset=utf-8', ending: 'json' },
  misp: { type: 'application/json; charset=utf-8', ending: 'json' },
  raw: { type: 'application/json; charset=utf-8', ending: 'json' },
  mermaid: { type: 'text/plain; charset=utf-8', ending: 'mmd' },
  matrix: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  techniques: { type: 'text/csv; charset=utf-8', ending: 'csv' },
};
