import { argumentsIn, type DraftLog, type EmulationTest } from '../../../answers/index.ts';
import { literalValue } from '../../../sigma/index.ts';
import { defined } from '../../../text/index.ts';
import { OF_TESTS, programOf, VALUE, wordsOf, type Piece } from './commands.ts';
import { namedParameters } from './named-parameters.ts';
import { filled, type Trace } from './trace.ts';

/** A value of the registry that a command sets. */
interface RegistryWrite {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

/** What the registry calls the types that tests give by other names. */
const TYPES: Readonly<Record<string, string>> = {
  reg_dword: 'DWORD',
  dword: 'DWORD',
  reg_qword: 'QWORD',
  qword: 'QWORD',
};

/** How Sysmon names the hives; of users, the number of one. */
const HIVES: readonly (readonly [RegExp, string])[] = [
  [/^(?:HKEY_CURRENT_USER|HKCU)$/iu, 'HKU\\S-1-5-21-1004336348-1177238915-682003330-1001'],
  [/^(?:HKEY_LOCAL_MACHINE|HKLM)$/iu, 'HKLM'],
];

/** What the commands of a test would leave in a log of values that are set in the registry, as Sysmon writes it (event 13). */
export function registryTraces(test: EmulationTest, pieces: readonly Piece[]): readonly Trace[] {
  const log: DraftLog = { product: 'windows', category: 'registry_set' };
  return pieces.flatMap((piece): readonly Trace[] => {
    const write = writeOf(piece);
    const [, hive = '', path = ''] =
      /^(?:(?:Microsoft\.PowerShell\.Core\\)?Registry::)?(\w+):?\\+(.{3,400})$/iu.exec(write?.key ?? '') ??
      [];
    const root = HIVES.find(([pattern]) => pattern.test(hive))?.[1];
    if (write === undefined || root === undefined || /[$%]/u.test(path)) return [];
    const key = path.replace(/\\+$/u, '').replaceAll(/\\{2,}/gu, '\\');
    const details = detailsOf(test, write);
    const event = {
      logsource: log,
      EventType: 'SetValue',
      TargetObject: filled(test, `${root}\\${key}\\${write.name}`),
      Details: details ?? filled(test, write.data),
    };
    const place = placeOf(key, write.name);
    if (place === undefined) return [{ log, test, event }];
    const isGiven = hasValue(write.data);
    return [
      { log, test, event, selection: { ...place, ...defined({ Details: isGiven ? undefined : details }) } },
    ];
  });
}

/** Whether something of a text is given to a test. */
function hasValue(text: string): boolean {
  return argumentsIn(text).length > 0;
}

function writeOf(piece: Piece): RegistryWrite | undefined {
  const program = programOf(piece);
  if (program?.name === 'reg') return byReg(wordsOf(program.rest));
  const [command = '', ...words] = wordsOf(piece.text);
  if (!/^(?:New-ItemProperty|Set-ItemProperty|sp)$/iu.test(command)) return undefined;
  const { named, others } = namedParameters(words);
  const rest = [...others];
  const key = named.get('path') ?? named.get('literalpath') ?? rest.shift();
  const name = named.get('name') ?? rest.shift();
  const data = named.get('value') ?? rest.shift();
  const type = named.get('propertytype') ?? named.get('type') ?? '';
  return key === undefined || name === undefined || data === undefined
    ? undefined
    : { key, name, type, data };
}

function byReg(words: readonly string[]): RegistryWrite | undefined {
  const [verb = '', key, ...options] = words;
  if (!/^add$/iu.test(verb) || key === undefined) return undefined;
  const after = (option: string): string | undefined => {
    const at = options.findIndex((word) => word.toLowerCase() === option);
    return at === -1 ? undefined : options[at + 1];
  };
  const isDefault = options.some((word) => /^\/ve$/iu.test(word));
  const name = isDefault ? '(Default)' : after('/v');
  return name === undefined ? undefined : { key, name, type: after('/t') ?? '', data: after('/d') ?? '' };
}

/** Numbers, as Sysmon writes them; undefined of anything else. */
function detailsOf(test: EmulationTest, { type, data }: RegistryWrite): string | undefined {
  const kind = TYPES[type.toLowerCase()];
  const given = filled(test, data);
  if (kind === undefined || !/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/iu.test(given)) return undefined;
  const hex = Number(given)
    .toString(16)
    .padStart(kind === 'DWORD' ? 8 : 16, '0');
  return kind === 'DWORD' ? `DWORD (0x${hex})` : `QWORD (0x${hex.slice(0, 8)}-0x${hex.slice(8)})`;
}

/** Where the value stands, as far as it is not given: under which name, or else in which key. */
function placeOf(key: string, name: string): Record<string, string> | undefined {
  const parts = (key.split(VALUE)[0] ?? '').replace(/\\$/u, '').split('\\');
  const ofTests = parts.findIndex((part) => OF_TESTS.test(part));
  const kept = parts.slice(0, ofTests === -1 ? parts.length : ofTests);
  const depth = kept.length;
  const literal = kept.join('\\');
  const isWhole = literal === key;
  if (isWhole && !hasValue(name) && !OF_TESTS.test(name) && depth + name.length > 7)
    return { 'TargetObject|endswith': literalValue(`\\${key}\\${name}`) };
  // Below `Services` or `CurrentVersion` much is written all day.
  return depth < 4 ? undefined : { 'TargetObject|contains': literalValue(`\\${literal}\\`) };
}
