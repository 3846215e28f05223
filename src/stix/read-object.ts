import { plainText } from '../text/index.ts';
import { markingRefsOf } from './marking-levels.ts';
import { rawsOf, textOf, type Raw } from './fields.ts';

/** A log that an analytic reads. */
export interface LogSource {
  /** Name of the log, e.g. `WinEventLog:Security`. */
  readonly name: string;
  /** What to look for in it, e.g. `EventCode=4688`; free text. */
  readonly channel: string;
  /** STIX id of the data component that it provides. */
  readonly component: string;
}

/** The description of an object as plain text; empty where it has none. */
export function descriptionOf(raw: Raw): string {
  return plainText(textOf(raw, 'description'));
}

/** Page of an object at its source: the address of its first reference that has one. */
export function pageOf(raw: Raw): string | undefined {
  return rawsOf(raw, 'external_references')
    .map((reference) => textOf(reference, 'url'))
    .find((url) => url !== '');
}

/** The logs that an ATT&CK analytic reads (`x_mitre_log_source_references`), in the order told. */
export function logSourcesOf(raw: Raw): readonly LogSource[] {
  return rawsOf(raw, 'x_mitre_log_source_references').map((reference) => ({
    name: textOf(reference, 'name'),
    channel: textOf(reference, 'channel'),
    component: textOf(reference, 'x_mitre_data_component_ref'),
  }));
}

/** Version of an object: when it was last modified, else created, else empty. */
export function versionOf(raw: Raw): string {
  return textOf(raw, 'modified') || textOf(raw, 'created');
}

/** STIX ids of the markings of an object and of its parts: TLP, copyright statements. */
export function markingsOf(raw: Raw): readonly string[] {
  return markingRefsOf(raw);
}

/** Names of the kill chains in whose phases an object stands, then of those that number it: where ATT&CK is cited, its domain. */
export function killChainsOf(raw: Raw): readonly string[] {
  return [
    ...rawsOf(raw, 'kill_chain_phases').map((phase) => textOf(phase, 'kill_chain_name')),
    ...rawsOf(raw, 'external_references').map((reference) => textOf(reference, 'source_name')),
  ];
}
