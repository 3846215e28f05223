import { issueTable } from '../facts/index.ts';

/** What can be wrong with sightings and the engines that hold them. */
export const SIGHTINGS_ISSUES = issueTable({
  wordNotAskable: {
    code: 'S901',
    meaning:
      'A word has characters that not every engine writes alike: quotes, backslashes or control characters.',
    remedy: 'Leave them out, as an import does: it keeps names without them.',
  },
  noEngine: {
    code: 'S902',
    meaning:
      'Sightings on this machine are read and written by DuckDB, which is not installed, or does not run here: optional packages were left out, or there is none for this platform.',
    remedy:
      'Install it beside Foeprint: `npm install @duckdb/node-api@1.5.6-r.1` (70 MB; with `-g` where Foeprint was installed so).',
  },
  engineRefused: {
    code: 'S903',
    meaning: 'The engine that holds sightings could not do what it was asked.',
    remedy: 'See what it says; where memory ran out, ask for less at once, or for fewer columns.',
  },
  notStored: {
    code: 'S904',
    meaning: 'Sightings could not be written. What was stored before is as it was.',
    remedy: 'Check permissions and free space, then do the same again.',
  },
  manifestBroken: {
    code: 'S905',
    meaning: 'A manifest, which names the files of a store of sightings, is not legible.',
    remedy:
      'Put it back from a copy. Without it, what was imported before it is still there: move the file away, and import again what is missing.',
  },
  changedMeanwhile: {
    code: 'S906',
    meaning: 'Another process changed the store of sightings in the same moment. Nothing was stored.',
    remedy: 'Do the same again.',
  },
  fileDamaged: {
    code: 'S907',
    meaning:
      'A file of sightings is missing, or is not as it was written. Nothing is answered from the others, since totals would be wrong.',
    remedy: 'Put it back from a copy, or remove the batches named and import them again.',
  },
  unknownBatch: {
    code: 'S908',
    meaning: 'No batch of sightings is called so, or several are.',
    remedy: 'See `foeprint sightings list` for what was imported.',
  },
  notPublishable: {
    code: 'S909',
    meaning: 'Sightings cannot be published at this place: something else is there.',
    remedy: 'Name a folder that is not there yet, or one that was published before.',
  },
  noClient: {
    code: 'S960',
    meaning:
      'Sightings are kept in a cluster of ClickHouse, and the package that speaks with it is not installed.',
    remedy:
      'Install it beside Foeprint: `npm install @clickhouse/client@1.23.1` (2 MB; with `-g` where Foeprint was installed so).',
  },
  addressUnclear: {
    code: 'S961',
    meaning: 'The address of a cluster of ClickHouse is not written as one.',
    remedy:
      'Write `clickhouse://user@host:8123,other:8123/database?cluster=name` (`clickhouses://` for TLS), and the password into the environment variable FOEPRINT_CLICKHOUSE_PASSWORD.',
  },
  notReachable: {
    code: 'S962',
    meaning: 'A server of ClickHouse does not answer.',
    remedy: 'Check that it runs, that the address is right, and that nothing lies between.',
  },
  shardLost: {
    code: 'S963',
    meaning:
      'A part of the cluster does not answer, and no server has a copy of it. There is no answer, rather than a total without that part.',
    remedy: 'Start the servers that are down; `system.clusters` lists them.',
  },
  replicaBehind: {
    code: 'S964',
    meaning:
      'A server of the cluster does not have all sightings yet, or cannot say whether it has. There is no answer, rather than one that may lack some.',
    remedy: 'Ask again when it has caught up (`system.replicas`), and see that ZooKeeper or Keeper runs.',
  },
  noCluster: {
    code: 'S965',
    meaning: 'The servers know no cluster of that name, or not what Foeprint needs to know of it.',
    remedy: 'Compare the name with `SELECT DISTINCT cluster FROM system.clusters`; see the page on clusters.',
  },
  noTables: {
    code: 'S966',
    meaning: 'The cluster has no tables for sightings.',
    remedy: 'Make them with `foeprint sightings init-cluster`.',
  },
  notAdmitted: {
    code: 'S967',
    meaning: 'ClickHouse does not admit this user, or not to do this.',
    remedy:
      'Set the password in FOEPRINT_CLICKHOUSE_PASSWORD, the user in the address, and grant what the page on clusters lists.',
  },
  keeperLost: {
    code: 'S968',
    meaning: 'ClickHouse cannot reach ZooKeeper or Keeper, without which nothing can be written.',
    remedy: 'Start it, then do the same again: nothing was stored in part.',
  },
  clusterRefused: {
    code: 'S969',
    meaning: 'ClickHouse could not do what it was asked.',
    remedy: 'See what it says; where memory or time ran out, ask for less at once.',
  },
  importUnderWay: {
    code: 'S970',
    meaning:
      'Somebody else is changing the sightings of the cluster. Two who write at once could store the same sightings twice.',
    remedy:
      'Do the same again when they have finished. What broke off is no longer waited for after an hour.',
  },
  rowsMissing: {
    code: 'S971',
    meaning: 'Not all rows of a batch arrived in the cluster. Nothing of it was stored.',
    remedy: 'Import it again.',
  },
  replicaNotNamed: {
    code: 'S972',
    meaning: 'The address does not name all servers that the cluster has.',
    remedy: 'Name the HTTP interface of every server, separated by commas.',
  },
  ledgerUnclear: {
    code: 'S973',
    meaning: 'The ledger of the cluster, which says what was imported, has an entry that is not legible.',
    remedy: 'A newer Foeprint may have written it: update. Else restore `sightings_ledger` from a copy.',
  },
  timeNotKept: {
    code: 'S974',
    meaning: 'ClickHouse keeps days from 1970 to 2105, and a sighting is of another.',
    remedy: 'Correct its time, and import it again.',
  },
  tablesOfOthers: {
    code: 'S977',
    meaning: 'A database in which the cluster is to keep sightings holds those of another store.',
    remedy:
      'Name the database and the cluster that it was made with; or give every shard another database, with `default_database` in another cluster of the servers’ configuration.',
  },
  rowsLost: {
    code: 'S978',
    meaning:
      'The cluster does not have as many sightings as its ledger says: some were lost, or written by others.',
    remedy:
      'See whether servers set parts aside (`system.detached_parts`) or lost them; else remove the batches named and import them again.',
  },
  clusterOfProject: {
    code: 'S975',
    meaning:
      'The address of a cluster stands in the configuration of the folder that the command is run in, or of a home that was found there, which may be somebody else’s: it would be sent the password.',
    remedy:
      'Write it into `config.yaml` of a home that is named with `--home` or FOEPRINT_HOME, or name the file with `--config`.',
  },
});
