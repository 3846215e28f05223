import { expect, test } from 'vitest';
import { readEvent } from '../../src/sigma/index.ts';

/** What is known of an event: its log, and its fields. */
function readOf(json: unknown) {
  const event = readEvent(json);
  return event === undefined ? undefined : { source: event.source, fields: event.flat() };
}

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';

test('an event of Windows as evtx_dump writes it', () => {
  expect(
    readOf({
      Event: {
        '#attributes': { xmlns: 'x' },
        System: {
          Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon', Guid: 'G' } },
          EventID: { '#text': 1, '#attributes': { Qualifiers: 16384 } },
          Channel: SYSMON,
          Correlation: null,
        },
        EventData: { Image: String.raw`C:\gull.exe`, ProcessId: 7 },
      },
    }),
  ).toMatchInlineSnapshot(`
    {
      "fields": {
        "Channel": "Microsoft-Windows-Sysmon/Operational",
        "Correlation": null,
        "EventID": 1,
        "EventID_Qualifiers": 16384,
        "Image": "C:\\gull.exe",
        "ProcessId": 7,
        "Provider_Guid": "G",
        "Provider_Name": "Microsoft-Windows-Sysmon",
      },
      "source": {
        "categories": [
          "process_creation",
        ],
        "product": "windows",
        "services": [
          "sysmon",
        ],
      },
    }
  `);
});

test('data as a list of names and texts, also without names, and what stands in UserData', () => {
  const system = { Channel: 'Windows PowerShell', EventID: 400 };
  expect(
    readOf({
      Event: {
        System: system,
        EventData: { Data: [{ '@Name': 'Image', '#text': 'a' }, 'x', { '#text': ['y', 'z'] }] },
      },
    }),
  ).toMatchInlineSnapshot(`
    {
      "fields": {
        "Channel": "Windows PowerShell",
        "Data": [
          "x",
          "y",
          "z",
        ],
        "EventID": 400,
        "Image": "a",
      },
      "source": {
        "categories": [
          "ps_classic_start",
        ],
        "product": "windows",
        "services": [
          "powershell-classic",
        ],
      },
    }
  `);
  expect(readOf({ Event: { System: system, UserData: { EventXML: { User: 'gull' } } } })?.fields)
    .toMatchInlineSnapshot(`
    {
      "Channel": "Windows PowerShell",
      "EventID": 400,
      "User": "gull",
    }
  `);
});

test('the Security log by the names of Sysmon', () => {
  const fields = { NewProcessName: 'a.exe', ParentProcessName: 'b.exe', SubjectUserName: 'gull' };
  expect(readOf({ Channel: 'Security', EventID: '4688', ...fields })).toMatchInlineSnapshot(`
    {
      "fields": {
        "Channel": "Security",
        "EventID": "4688",
        "Image": "a.exe",
        "NewProcessName": "a.exe",
        "ParentImage": "b.exe",
        "ParentProcessName": "b.exe",
        "SubjectUserName": "gull",
        "User": "gull",
      },
      "source": {
        "categories": [
          "process_creation",
        ],
        "product": "windows",
        "services": [
          "security",
        ],
      },
    }
  `);
});

test('what Winlogbeat writes, in a hit of Elasticsearch', () => {
  expect(
    readOf({
      _source: {
        event: { code: '1' },
        winlog: {
          channel: SYSMON,
          provider_name: 'P',
          computer_name: 'host',
          event_data: { Image: 'a.exe' },
        },
        process: { command_line: 'a.exe -x', executable: 'other.exe' },
      },
    }),
  ).toMatchInlineSnapshot(`
    {
      "fields": {
        "Channel": "Microsoft-Windows-Sysmon/Operational",
        "CommandLine": "a.exe -x",
        "Computer": "host",
        "EventID": "1",
        "Image": "a.exe",
        "Provider_Name": "P",
      },
      "source": {
        "categories": [
          "process_creation",
        ],
        "product": "windows",
        "services": [
          "sysmon",
        ],
      },
    }
  `);
});

test('other events of ECS, with paths or with objects', () => {
  expect(
    readOf({
      'event.category': ['process'],
      'event.type': 'start',
      'host.os.type': 'linux',
      process: { executable: '/bin/gull', parent: { executable: '/bin/sh' } },
    }),
  ).toMatchInlineSnapshot(`
    {
      "fields": {
        "Image": "/bin/gull",
        "ParentImage": "/bin/sh",
        "event.category": [
          "process",
        ],
        "event.type": "start",
        "host.os.type": "linux",
        "process": {
          "executable": "/bin/gull",
          "parent": {
            "executable": "/bin/sh",
          },
        },
      },
      "source": {
        "categories": [
          "process_creation",
        ],
        "product": "linux",
      },
    }
  `);
});

test('Sysmon on Linux, a log that the event states, and one of which nothing is known', () => {
  expect(readOf({ Channel: 'Linux-Sysmon/Operational', EventID: 1 })?.source).toEqual({
    product: 'linux',
    services: ['sysmon'],
    categories: ['process_creation'],
  });
  expect(readOf({ logsource: { product: 'Linux', service: 'auditd' }, a0: 'x' })?.source).toEqual({
    product: 'linux',
    services: ['auditd'],
    categories: undefined,
  });
  expect(readOf({ a0: 'x' })?.source).toEqual({ product: undefined, categories: undefined });
  expect(['text', 7, null, ['a']].map(readOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test('fields within others are named by their path, through lists', () => {
  const event = readEvent({ actor: { id: 'gull' }, targets: [{ id: 'a' }, { id: 'b' }], 'dotted.name': 1 });
  const texts = (name: string) => event?.field(name).texts.map(({ text }) => text);
  expect(['actor.id', 'targets.id', 'dotted.name', 'actor', 'actor.none', 'constructor'].map(texts)).toEqual([
    ['gull'],
    ['a', 'b'],
    ['1'],
    [],
    [],
    [],
  ]);
  expect(event?.field('actor').isThere).toBe(true);
  expect(event?.field('toString').isThere).toBe(false);
});
