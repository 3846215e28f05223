import { expect, test } from 'vitest';
import { isClusterAddress, readClusterAddress } from '../../src/sightings/index.ts';

test.for([
  [
    'clickhouse://watch@pier:8123,quay:8124/harbour?cluster=tide',
    {
      hosts: ['pier:8123', 'quay:8124'],
      isEncrypted: false,
      user: 'watch',
      database: 'harbour',
      cluster: 'tide',
    },
  ],
  [
    'clickhouses://pier,[::1]/harbour?cluster=tide-2',
    {
      hosts: ['pier:8443', '[::1]:8443'],
      isEncrypted: true,
      user: 'default',
      database: 'harbour',
      cluster: 'tide-2',
    },
  ],
] as const)('%s', ([text, read]) => {
  expect(isClusterAddress(text)).toBe(true);
  expect(readClusterAddress(text)).toEqual(read);
});

test.for([
  'clickhouse://watch:low-tide@pier/harbour?cluster=tide',
  'clickhouse://pier/harbour',
  'clickhouse://pier?cluster=tide',
  "clickhouse://pier/harbour'; DROP TABLE x?cluster=tide",
  "clickhouse://pier/harbour?cluster=tide'",
  'clickhouse://pier:8123:9/harbour?cluster=tide',
  'clickhouse:///harbour?cluster=tide',
  'http://pier:8123',
])('%s is none', (text) => {
  let refusal = '';
  try {
    readClusterAddress(text);
  } catch (error) {
    refusal = String(error);
  }
  expect(refusal).toContain('S961');
  // There may be a password in it.
  expect(refusal).not.toContain('low-tide');
});
