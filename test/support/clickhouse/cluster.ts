import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serverConfig, userConfig, type Ports } from './server-config.ts';

/** What a cluster needs, from Debian's packages of these names. */
const NEEDED = {
  'clickhouse-server': '/usr/sbin/clickhouse-server',
  zookeeper: '/usr/share/java/zookeeper.jar',
};

/** Whether a cluster can be started here; says so where it cannot, because tests are then skipped. */
export const hasClickHouse: boolean = (() => {
  const missing = Object.entries(NEEDED).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  if (missing.length > 0)
    console.warn(`Skipping tests on a cluster of ClickHouse: no ${missing.join(', ')} (packages of Debian).`);
  return missing.length === 0;
})();

/** Name that the servers give the cluster, and the user whom tests ask as. */
export const CLUSTER = 'pier';
export const PASSWORD = 'low-tide';

/**
 * Two servers of ClickHouse on loopback, on ports that are free, that keep two shards twice, and ZooKeeper: shard 1 is database `shard_1`
 * on both, shard 2 `shard_2`.
 */
export class Cluster {
  readonly #folder = mkdtempSync(join(tmpdir(), 'foeprint-cluster-'));
  readonly #running = new Map<string, ChildProcess>();
  readonly #keeper: number;
  readonly #servers: readonly Ports[];
  readonly #isReplicated: boolean;

  private constructor(keeper: number, servers: readonly Ports[], isReplicated: boolean) {
    this.#keeper = keeper;
    this.#servers = servers;
    this.#isReplicated = isReplicated;
  }

  /** @param isReplicated whether each shard is kept twice; else each server keeps one */
  static async start({ isReplicated = true } = {}): Promise<Cluster> {
    const [keeper = 0, ...ports] = await freePorts(7);
    const servers = [0, 3].map((at) => {
      const [http = 0, tcp = 0, interserver = 0] = ports.slice(at, at + 3);
      return { http, tcp, interserver };
    });
    const cluster = new Cluster(keeper, servers, isReplicated);
    try {
      await cluster.startKeeper();
      await Promise.all(servers.map((_, index) => cluster.startServer(index)));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** The setting by which Foeprint finds it. */
  get address(): string {
    return this.addressOf(0, 1);
  }

  /** The setting that names only some of the servers, in this order. */
  addressOf(...servers: readonly number[]): string {
    const hosts = servers.map((server) => `127.0.0.1:${this.#servers[server]?.http}`);
    return `clickhouse://watch@${hosts.join(',')}/harbour?cluster=${CLUSTER}`;
  }

  /** Asks a server, past what is tested. @returns lines of fields */
  async sql(server: number, text: string): Promise<readonly (readonly string[])[]> {
    const address = `http://127.0.0.1:${this.#servers[server]?.http}/?user=watch&password=${PASSWORD}&wait_end_of_query=1`;
    const response = await fetch(address, { method: 'POST', body: text });
    const answer = await response.text();
    if (!response.ok) throw new Error(answer);
    return answer
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  }

  /** The databases by which servers say which shards they keep. */
  async makeDatabases(): Promise<void> {
    for (const server of this.#servers.keys())
      for (const shard of this.#isReplicated ? [1, 2] : [server + 1])
        await this.sql(server, `CREATE DATABASE IF NOT EXISTS shard_${shard}`);
  }

  /** Kills a server as a loss of power would. */
  async kill(server: number): Promise<void> {
    await this.#end(`server-${server}`);
  }

  async killKeeper(): Promise<void> {
    await this.#end('keeper');
  }

  async startServer(server: number): Promise<void> {
    const ports = this.#servers[server];
    if (ports === undefined) throw new RangeError(`there is no server ${server}`);
    const folder = join(this.#folder, `server-${server}`);
    for (const name of ['data', 'tmp', 'log', 'formats']) mkdirSync(join(folder, name), { recursive: true });
    const config = join(folder, 'config.xml');
    writeFileSync(join(folder, 'users.xml'), userConfig(PASSWORD));
    writeFileSync(
      config,
      serverConfig({
        folder,
        cluster: CLUSTER,
        keeper: this.#keeper,
        own: ports,
        servers: this.#servers,
        isReplicated: this.#isReplicated,
      }),
    );
    this.#start(`server-${server}`, NEEDED['clickhouse-server'], [`--config-file=${config}`]);
    await this.#answers(ports.http, ['GET /ping HTTP/1.0\r\n\r\n', 'Ok.'], `server-${server}`);
  }

  async startKeeper(): Promise<void> {
    const folder = join(this.#folder, 'keeper');
    mkdirSync(folder, { recursive: true });
    const config = join(folder, 'zoo.cfg');
    const settings = {
      tickTime: 500,
      dataDir: folder,
      clientPort: this.#keeper,
      clientPortAddress: '127.0.0.1',
      'admin.enableServer': false,
      maxClientCnxns: 0,
    };
    writeFileSync(
      config,
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain';
    this.#start('keeper', 'java', [
      '-Xmx96m',
      '-XX:+UseSerialGC',
      '-Dzookeeper.forceSync=no',
      '-cp',
      jars().join(':'),
      main,
      config,
    ]);
    // A server with replicated tables gives up where nothing listens yet.
    await this.#answers(this.#keeper, ['srvr', 'Mode: '], 'keeper');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((name) => this.#end(name)));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #start(name: string, command: string, options: readonly string[]): void {
    const process = spawn(command, options, { stdio: 'ignore', cwd: this.#folder });
    this.#running.set(name, process);
  }

  async #end(name: string): Promise<void> {
    const process = this.#running.get(name);
    this.#running.delete(name);
    if (process === undefined || process.exitCode !== null || process.signalCode !== null) return;
    const ended = once(process, 'exit');
    process.kill('SIGKILL');
    await ended;
  }

  async #answers(port: number, exchange: Exchange, name: string): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (await answers(port, exchange)) return;
      if (this.#running.get(name)?.exitCode != null) break;
      await wait(50);
    }
    throw new Error(`${name} does not answer\n${this.#log(name)}`);
  }

  #log(name: string): string {
    const log = join(this.#folder, name, 'log', 'errors.log');
    return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
  }
}

/** Debian keeps what ZooKeeper is made of in files of their own, which its own does not name. */
function jars(): readonly string[] {
  const folder = '/usr/share/java';
  return readdirSync(folder)
    .filter((name) => JARS.test(name))
    .map((name) => join(folder, name));
}

const JARS =
  /^(?:netty-[a-z-]+|zookeeper|zookeeper-jute|slf4j-api|slf4j-nop|metrics-core|snappy-java|commons-cli)\.jar$/;

/** Several at once, so that none is given twice. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** What is asked of what listens on a port, in its protocol, and what stands in the answer when it is ready. */
type Exchange = readonly [question: string, sign: string];

async function answers(port: number, [question, sign]: Exchange): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  return await new Promise<boolean>((resolve) => {
    socket.once('connect', () => socket.write(question));
    socket.on('data', (data) => {
      answer += String(data);
      if (answer.includes(sign)) resolve(true);
    });
    socket.setTimeout(1000, () => resolve(false));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  }).finally(() => socket.destroy());
}
