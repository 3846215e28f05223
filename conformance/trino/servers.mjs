// Trino on loopback: a coordinator and two workers, each a JVM of its own, over a folder of Parquet files.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from '../../scripts/cache-folder.mjs';

const VERSION = '476';
const ARCHIVE = join(
  homedir(),
  `.m2/repository/io/trino/trino-server/${VERSION}/trino-server-${VERSION}.tar.gz`,
);
const DOWNLOAD = `mvn dependency:get -Dtransitive=false -Dartifact=io.trino:trino-server:${VERSION}:tar.gz`;
/** All that is needed of 1.5 GB: the others take long to load. */
const PLUGINS = new Set(['hive']);

/** Where it is installed, and the Java that runs it. @returns {{ readonly trino: string, readonly java: string } | string} or why not */
export function findTrino() {
  if (process.argv.includes('--quick')) return '`npm run conformance` does, in minutes';
  const java = javaHome();
  if (java === undefined) return 'no Java 24 or newer is here (JAVA_HOME)';
  const trino = join(cacheFolder(), `trino-server-${VERSION}`);
  if (existsSync(trino)) return { trino, java };
  if (!existsSync(ARCHIVE)) return `\`${DOWNLOAD}\` (821 MB) was never run`;
  const unpacked = `${trino}-${process.pid}`;
  mkdirSync(unpacked);
  const { status } = spawnSync('tar', ['-xzf', ARCHIVE, '-C', unpacked, '--strip-components=1']);
  const isUnpacked = status === 0;
  const plugins = join(unpacked, 'plugin');
  // Plugins are links into each other: what is left keeps what it needs.
  for (const name of isUnpacked ? readdirSync(plugins) : [])
    if (!PLUGINS.has(name)) rmSync(join(plugins, name), { recursive: true });
  if (isUnpacked) renameSync(unpacked, trino);
  else rmSync(unpacked, { recursive: true, force: true });
  return isUnpacked ? { trino, java } : 'the archive cannot be unpacked';
}

function javaHome() {
  const installed = '/usr/lib/jvm';
  const places = [
    process.env['JAVA_HOME'] ?? '',
    ...(existsSync(installed) ? readdirSync(installed).map((name) => join(installed, name)) : []),
  ];
  return places.find((place) => {
    const said = place === '' ? undefined : spawnSync(join(place, 'bin/java'), ['-version']).stderr;
    return Number(/version "(\d+)/u.exec(String(said))?.[1] ?? 0) >= 24;
  });
}

/** Servers of Trino, while they run. */
export class Servers {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  #running = new Map();
  #folder;
  #port = 0;

  /** @param {string} folder of data, settings and logs */
  constructor(folder) {
    this.#folder = folder;
  }

  /** @param {{ readonly trino: string, readonly java: string }} found @returns {Promise<boolean>} whether all are ready in time */
  async start({ trino, java }) {
    const ports = await freePorts(3);
    this.#port = ports[0] ?? 0;
    for (const [index, name] of ['coordinator', 'one', 'other'].entries())
      this.#launch(name, ports[index] ?? 0, trino, java);
    for (let time = 0; time < 180; time++) {
      const ready = await this.ask('SELECT count(*) FROM system.runtime.nodes').catch(() => undefined);
      if (String(ready?.[0]?.[0]) === '3') return true;
      await wait(1000);
    }
    return false;
  }

  /** All rows of an answer. @param {string} sql @returns {Promise<readonly (readonly (string | number | null)[])[]>} */
  async ask(sql) {
    const headers = { 'X-Trino-User': 'foeprint', 'X-Trino-Catalog': 'lake', 'X-Trino-Schema': 'shore' };
    const address = `http://127.0.0.1:${this.#port}/v1/statement`;
    let answer = await (await fetch(address, { method: 'POST', body: sql, headers })).json();
    const rows = [];
    for (;;) {
      if (answer.error !== undefined) throw new Error(answer.error.message);
      for (const row of answer.data ?? []) rows.push(row);
      if (answer.nextUri === undefined) return rows;
      answer = await (await fetch(answer.nextUri, { headers })).json();
    }
  }

  /** @param {string} name */
  async kill(name) {
    const child = this.#running.get(name);
    this.#running.delete(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async stop() {
    await Promise.all([...this.#running.keys()].map(async (name) => await this.kill(name)));
  }

  /** @param {string} name @param {number} port @param {string} trino @param {string} java */
  #launch(name, port, trino, java) {
    const folder = join(this.#folder, name);
    const settings = join(folder, 'etc');
    mkdirSync(join(settings, 'catalog'), { recursive: true });
    const isCoordinator = name === 'coordinator';
    const write = (
      /** @type {string} */ file,
      /** @type {Record<string, string | boolean | number>} */ values,
    ) =>
      writeFileSync(
        join(settings, file),
        Object.entries(values)
          .map(([key, value]) => `${key}=${String(value)}\n`)
          .join(''),
      );
    write('node.properties', {
      'node.environment': 'check',
      'node.id': name,
      'node.data-dir': join(folder, 'data'),
      'node.internal-address': '127.0.0.1',
      'node.bind-ip': '127.0.0.1',
    });
    write('config.properties', {
      coordinator: isCoordinator,
      ...(isCoordinator ? { 'node-scheduler.include-coordinator': false } : {}),
      'http-server.http.port': port,
      'discovery.uri': `http://127.0.0.1:${this.#port}`,
      'query.max-memory-per-node': '200MB',
      'memory.heap-headroom-per-node': '150MB',
      // Else a question fails a minute after a worker that works on it was lost.
      'retry-policy': 'QUERY',
      'query.remote-task.max-error-duration': '5s',
      'exchange.max-error-duration': '5s',
    });
    write('catalog/lake.properties', {
      'connector.name': 'hive',
      'hive.metastore': 'file',
      'hive.metastore.catalog.dir': 'local:///metastore',
      'fs.native-local.enabled': true,
      'local.location': this.#folder,
      'hive.non-managed-table-writes-enabled': true,
    });
    write('log.properties', { 'io.trino': 'WARN' });
    writeFileSync(
      join(settings, 'jvm.config'),
      [
        '-server',
        '-Xmx600M',
        '-XX:+UseSerialGC',
        '-XX:ReservedCodeCacheSize=128M',
        '-Djdk.attach.allowAttachSelf=true',
        '-XX:+EnableDynamicAgentLoading',
        '--add-modules=jdk.incubator.vector',
        '',
      ].join('\n'),
    );
    const options = ['run', '--etc-dir', settings, '--launcher-log-file', join(folder, 'launcher.log')];
    const env = {
      ...process.env,
      JAVA_HOME: java,
      PATH: `${join(java, 'bin')}:${process.env['PATH'] ?? ''}`,
    };
    const child = spawn(join(trino, 'bin/launcher'), options, { stdio: 'ignore', env });
    this.#running.set(name, child);
  }
}

/** @param {number} count @returns {Promise<number[]>} */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map(
      (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined))),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
