import type { EarlierRun, SettingChange } from '../../answers/index.ts';
import type { Organisation } from '../../threat/index.ts';

/** What two runs were asked differently, in words. */
export function settingChanges(before: EarlierRun, after: EarlierRun): readonly SettingChange[] {
  return [
    ...different('day from which ages count', before.asOf, after.asOf),
    ...different('what is not used', sayValue(before.hidden), sayValue(after.hidden)),
    ...weightChanges(before, after),
    ...organisationChanges(before.organisation, after.organisation),
  ];
}

function weightChanges(before: EarlierRun, after: EarlierRun): readonly SettingChange[] {
  const [was, is] = [before, after].map(
    ({ factors }) => new Map(factors.map(({ name, weight }) => [name, weight])),
  );
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return names.flatMap((name) =>
    different(`weight of ${name}`, sayValue(was?.get(name) ?? 0), sayValue(is?.get(name) ?? 0)),
  );
}

function organisationChanges(before: Organisation, after: Organisation): readonly SettingChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [was, is] = [before, after].map((each) => new Map<string, unknown>(Object.entries(each)));
  return keys.flatMap((key) =>
    different(`${key} of the organisation`, sayValue(was?.get(key)), sayValue(is?.get(key))),
  );
}

function different(what: string, before: string, after: string): readonly SettingChange[] {
  return before === after ? [] : [{ what, before, after }];
}

/** A value in words; nothing is `none`. */
function sayValue(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((each: unknown) => sayValue(each)).join(', ');
  return JSON.stringify(value);
}
