import { describe, expect, test } from 'vitest';
import { readReports, type StructuredReport } from '../../../src/intake/index.ts';
import { attackIds, isRaw, rawsOf, textOf, type Raw } from '../../../src/stix/index.ts';
import { yamlText } from '../../../src/text/index.ts';
import { hasRealFiles, realBytes, realDocument } from '../../support/real-data.ts';

const ATTACK = 'attack/enterprise-attack-18.1.json.gz';
const PUBLISHED = ['reports/stix-apt1.json', 'reports/stix-poisonivy.json'];

/** A campaign of ATT&CK, and all that the release reports of it. */
interface Campaign {
  readonly campaign: Raw;
  readonly groups: readonly Raw[];
  readonly techniques: readonly Raw[];
  readonly software: readonly Raw[];
  readonly relationships: readonly Raw[];
}

function campaignsOf(objects: readonly Raw[]): readonly Campaign[] {
  const named = new Map(objects.map((object) => [textOf(object, 'id'), object]));
  const isLive = (raw: Raw): boolean => raw['revoked'] !== true && raw['x_mitre_deprecated'] !== true;
  return objects
    .filter(({ type }) => type === 'campaign')
    .filter(isLive)
    .map((campaign) => {
      const relationships = objects.filter((one) => one['source_ref'] === campaign['id'] && isLive(one));
      const targets = relationships
        .flatMap((one) => named.get(textOf(one, 'target_ref')) ?? [])
        .filter(isRaw);
      const ofType = (...types: readonly string[]): readonly Raw[] =>
        targets.filter((target) => types.includes(textOf(target, 'type')));
      return {
        campaign,
        groups: ofType('intrusion-set'),
        techniques: ofType('attack-pattern'),
        software: ofType('malware', 'tool'),
        relationships,
      };
    });
}

const idOf = (raw: Raw): string => attackIds(raw)[0] ?? '';

/** A campaign in each format that reports come in. */
const WRITTEN: Readonly<Record<string, (campaign: Campaign) => string>> = {
  STIX: ({ campaign, groups, techniques, software, relationships }) => {
    const things = [campaign, ...groups, ...techniques, ...software, ...relationships];
    const object_refs = things.map((thing) => textOf(thing, 'id'));
    const report = {
      type: 'report',
      id: 'report--00000000-0000-4000-8000-000000000001',
      name: 'Of it',
      object_refs,
    };
    return JSON.stringify({
      type: 'bundle',
      id: 'bundle--00000000-0000-4000-8000-000000000001',
      objects: [report, ...things],
    });
  },
  MISP: ({ campaign, groups, techniques, software }) => {
    const tag = (galaxy: string) => (raw: Raw) => ({
      name: `misp-galaxy:${galaxy}="${textOf(raw, 'name')} - ${idOf(raw)}"`,
    });
    const Tag = [
      tag('mitre-campaign')(campaign),
      ...groups.map(tag('mitre-intrusion-set')),
      ...techniques.map(tag('mitre-attack-pattern')),
      ...software.map((raw) => tag(`mitre-${textOf(raw, 'type')}`)(raw)),
    ];
    return JSON.stringify({ Event: { info: 'Of it', Tag } });
  },
  'DeTT&CT': ({ campaign, groups, techniques, software }) =>
    yamlText({
      version: 1.2,
      file_type: 'group-administration',
      groups: (groups.length === 0 ? [campaign] : groups).map((group) => ({
        group_name: group['type'] === 'campaign' ? 'Nobody' : `${textOf(group, 'name')} (${idOf(group)})`,
        campaign: `${textOf(campaign, 'name')} (${idOf(campaign)})`,
        technique_id: techniques.map(idOf),
        software_id: software.map(idOf),
      })),
    }),
};

function idsIn(reports: readonly StructuredReport[]): readonly string[] {
  return [...new Set(reports.flatMap(({ mentions }) => mentions.flatMap(({ id }) => id ?? [])))].toSorted();
}

describe.skipIf(!hasRealFiles(ATTACK))('the campaigns of ATT&CK', () => {
  const { parsed } = realDocument(ATTACK);
  const campaigns = campaignsOf(isRaw(parsed) ? rawsOf(parsed, 'objects') : []);

  test.for(Object.entries(WRITTEN))(
    'as %s are read with every id that they name, and no other',
    ([, write]) => {
      expect(campaigns.length).toBeGreaterThan(50);
      for (const campaign of campaigns) {
        const { campaign: itself, groups, techniques, software } = campaign;
        const expected = new Set([itself, ...groups, ...techniques, ...software].map(idOf));
        const { reports = [], issues } = readReports(write(campaign), 'campaign') ?? {};
        expect(issues).toEqual([]);
        expect(idsIn(reports)).toEqual([...expected].toSorted());
      }
    },
  );

  test('as STIX have the group that they are put down to, and the sentence of each use', () => {
    for (const campaign of campaigns) {
      const [report] = readReports(WRITTEN['STIX']?.(campaign) ?? '', 'campaign')?.reports ?? [];
      const used = report?.mentions.filter(({ kind }) => kind === 'technique') ?? [];
      const behind = campaign.groups.length === 0 ? [idOf(campaign.campaign)] : campaign.groups.map(idOf);
      expect(new Set(used.map(({ group }) => group))).toEqual(new Set(used.length === 0 ? [] : behind));
      expect(used.filter(({ sentence }) => sentence === '')).toEqual([]);
    }
  });
});

test.skipIf(!hasRealFiles(...PUBLISHED)).for([
  [
    PUBLISHED[0] ?? '',
    "APT1: Exposing One of China's Cyber Espionage Units",
    undefined,
    '2013-02-19',
    { technique: 7, group: 6, software: 16 },
  ],
  [
    PUBLISHED[1] ?? '',
    'Poison Ivy: Assessing Damage and Extracting Intelligence',
    'FireEye, Inc.',
    '2013-08-21',
    { technique: 3, group: 0, software: 25, campaign: 3 },
  ],
] as const)('the report %s', ([file, title, publisher, date, kinds]) => {
  const { reports = [], issues } = readReports(realBytes(file).toString(), file) ?? {};
  expect(issues).toEqual([]);
  expect(reports.map((report) => [report.title, report.publisher, report.date])).toEqual([
    [title, publisher, date],
  ]);
  const named = new Map<string, Set<string>>();
  for (const { kind, name } of reports[0]?.mentions ?? [])
    named.set(kind, (named.get(kind) ?? new Set()).add(name));
  expect({ group: 0, ...Object.fromEntries([...named].map(([kind, names]) => [kind, names.size])) }).toEqual(
    kinds,
  );
});
