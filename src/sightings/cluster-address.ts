import { errorOf } from '../facts/index.ts';
import { SIGHTINGS_ISSUES } from './issues.ts';

/** Where a cluster is, as the setting `sightings` says it; its password stands elsewhere. */
export interface ClusterAddress {
  /** `host:port` of the HTTP interface of each server. */
  readonly hosts: readonly string[];
  readonly isEncrypted: boolean;
  readonly user: string;
  readonly database: string;
  /** Name that the servers give the cluster. */
  readonly cluster: string;
}

const FORM = 'clickhouse://USER@HOST:PORT,HOST:PORT/DATABASE?cluster=NAME';

/** Names go into statements: letters, digits and `_` need no quotes. */
const PARTS =
  /^clickhouse(?<s>s?):\/\/(?:(?<user>[\w.-]+)@)?(?<hosts>[^/?@]+)\/(?<database>[A-Za-z_]\w*)\?cluster=(?<cluster>[A-Za-z_][\w-]*)$/u;

const HOST = /^(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d{1,5})?$/u;

/** Whether a setting is meant to be the address of a cluster. */
export function isClusterAddress(text: string): boolean {
  return /^clickhouses?:\/\//u.test(text);
}

/**
 * Reads `clickhouse://user@host:port,host:port/database?cluster=NAME`; `clickhouses://` where servers want TLS.
 *
 * @throws FoeprintError S961 where it is written otherwise
 */
export function readClusterAddress(text: string): ClusterAddress {
  const parts = PARTS.exec(text)?.groups;
  const hosts = (parts?.['hosts'] ?? '').split(',');
  if (parts === undefined || !hosts.every((host) => HOST.test(host)))
    // Not as it was given: there may be a password in it.
    throw errorOf(
      SIGHTINGS_ISSUES.addressUnclear,
      `The address of the cluster is not written as \`${FORM}\`.`,
    );
  const { s, user = 'default', database = '', cluster = '' } = parts;
  const isEncrypted = s === 's';
  return {
    hosts: hosts.map((host) => (/:\d+$/u.test(host) ? host : `${host}:${isEncrypted ? 8443 : 8123}`)),
    isEncrypted,
    user,
    database,
    cluster,
  };
}
