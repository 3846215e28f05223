import { isMapping } from '../../text/index.ts';
import { ECS_CATEGORIES, ECS_FIELDS } from './ecs-fields.ts';
import { LogEvent, type EventSource } from './log-event.ts';
import { LINUX_SYSMON, SECURITY_FIELDS, WINDOWS_CATEGORIES, WINDOWS_SERVICES } from './windows-logs.ts';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Reads an event from parsed JSON: an event of Windows as `evtx_dump` writes it (`Event.System`, `Event.EventData`), as Winlogbeat
 * does (`winlog`), or flat with `Channel` and `EventID`; other events of the Elastic Common Schema; and any other object, whose
 * fields are taken as they are. What Elasticsearch puts around (`_source`) is taken off.
 *
 * @returns undefined where it is no object
 */
export function readEvent(json: unknown): LogEvent | undefined {
  const whole = isMapping(json) && isMapping(json['_source']) ? json['_source'] : json;
  if (!isMapping(whole)) return undefined;
  const event = isMapping(whole['Event']) ? whole['Event'] : whole;
  if (isMapping(event['System'])) return windowsEvent(fromXml(event['System'], event), whole);
  if (isMapping(whole['winlog'])) return windowsEvent(fromWinlogbeat(whole, whole['winlog']), whole);
  const fields = new Map<string, unknown>(Object.entries(whole));
  const stated = whole['logsource'];
  if (isMapping(stated)) return new LogEvent(fields, statedSource(stated), whole);
  if (typeof whole['Channel'] === 'string') return windowsEvent(fields, whole);
  addEcs(fields, whole);
  return new LogEvent(fields, ecsSource(whole), whole);
}

/** An event may say of what log it is: `"logsource": {"product": "linux", "service": "auditd"}`. */
function statedSource(stated: Mapping): EventSource {
  const named = (key: string): string | undefined => {
    const value = stated[key];
    return typeof value === 'string' ? value.toLowerCase() : undefined;
  };
  const [service, category] = [named('service'), named('category')];
  return {
    product: named('product'),
    services: service === undefined ? undefined : [service],
    categories: category === undefined ? undefined : [category],
  };
}

function windowsEvent(fields: Map<string, unknown>, whole: Mapping): LogEvent {
  const [channel = ''] = textsOf(fields.get('Channel'));
  const number = Number(fields.get('EventID') ?? Number.NaN);
  const isLinux = channel === LINUX_SYSMON;
  const services = isLinux ? ['sysmon'] : (SERVICES_OF.get(channel) ?? []);
  const categories = services.flatMap((service) => CATEGORIES_OF.get(`${service} ${String(number)}`) ?? []);
  if (services.includes('security'))
    for (const [theirs, ours] of Object.entries(SECURITY_FIELDS[number] ?? {}))
      if (!fields.has(ours) && fields.has(theirs)) fields.set(ours, fields.get(theirs));
  return new LogEvent(fields, { product: isLinux ? 'linux' : 'windows', services, categories }, whole);
}

/** What the XML of an event is in JSON. Attributes are joined to the name of their element: `Provider_Name`. */
function fromXml(system: Mapping, event: Mapping): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(system)) {
    const text = textOf(value);
    if (text !== undefined) fields.set(name, text);
    if (isMapping(value))
      for (const [attribute, one] of Object.entries(
        isMapping(value['#attributes']) ? value['#attributes'] : value,
      ))
        if (!attribute.startsWith('#')) fields.set(`${name}_${attribute.replace(/^@/u, '')}`, one);
  }
  addData(fields, event['EventData']);
  const { UserData: user } = event;
  for (const inner of isMapping(user) ? Object.values(user) : []) addData(fields, inner);
  return fields;
}

/** `{Image: …}`, or `{Data: [{"@Name": "Image", "#text": …}]}`; what has no name is `Data`. */
function addData(fields: Map<string, unknown>, data: unknown): void {
  if (!isMapping(data)) return;
  const unnamed: unknown[] = [];
  for (const [name, value] of Object.entries(data)) {
    if (name === '#attributes') continue;
    if (name !== 'Data') fields.set(name, textOf(value));
    else
      for (const one of Array.isArray(value) ? value : [value]) {
        const attributes = isMapping(one) && isMapping(one['#attributes']) ? one['#attributes'] : one;
        const called = isMapping(attributes) ? (attributes['@Name'] ?? attributes['Name']) : undefined;
        if (typeof called === 'string') fields.set(called, textOf(one) ?? null);
        else unnamed.push(textOf(one));
      }
  }
  if (unnamed.length > 0) fields.set('Data', unnamed.flat());
}

/** The value of an element, which may stand beside its attributes. */
function textOf(value: unknown): unknown {
  if (!isMapping(value)) return value;
  return value['#text'] ?? value['text'] ?? value['content'];
}

function fromWinlogbeat(whole: Mapping, winlog: Mapping): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const { event } = whole;
  const named: Readonly<Record<string, unknown>> = {
    Channel: winlog['channel'],
    EventID: winlog['event_id'] ?? (isMapping(event) ? event['code'] : undefined),
    Provider_Name: winlog['provider_name'],
    Computer: winlog['computer_name'],
  };
  for (const [name, value] of Object.entries(named)) if (value !== undefined) fields.set(name, value);
  addData(fields, winlog['event_data']);
  addData(fields, winlog['user_data']);
  addEcs(fields, whole);
  return fields;
}

function addEcs(fields: Map<string, unknown>, whole: Mapping): void {
  for (const [ecs, sigma] of ECS_FIELDS)
    if (!fields.has(sigma)) {
      const value = ecsValue(whole, ecs);
      if (value !== undefined) fields.set(sigma, value);
    }
}

/** A field of ECS, whether it is written as a path or as objects in each other. */
function ecsValue(whole: Mapping, path: string): unknown {
  if (Object.hasOwn(whole, path)) return whole[path];
  let value: unknown = whole;
  for (const key of path.split('.'))
    value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function ecsSource(whole: Mapping): EventSource {
  const [categories, types] = [
    textsOf(ecsValue(whole, 'event.category')),
    textsOf(ecsValue(whole, 'event.type')),
  ];
  const [product] = textsOf(ecsValue(whole, 'host.os.type'));
  const found = ECS_CATEGORIES.filter(
    ([category, type]) => categories.includes(category) && types.includes(type),
  );
  return { product, categories: categories.length === 0 ? undefined : found.map(([, , sigma]) => sigma) };
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string').map((one) => one.toLowerCase());
}

const SERVICES_OF = inverted(Object.entries(WINDOWS_SERVICES));
const CATEGORIES_OF = inverted(
  Object.entries(WINDOWS_CATEGORIES).flatMap(([service, categories]) =>
    Object.entries(categories).map(([category, numbers]): [string, readonly string[]] => [
      category,
      numbers.map((number) => `${service} ${String(number)}`),
    ]),
  ),
);

function inverted(
  rows: readonly (readonly [name: string, of: readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [name, of] of rows) for (const one of of) names.set(one, [...(names.get(one) ?? []), name]);
  return names;
}
