/** Where a server listens: for clients, for servers that ask, and for servers that fetch. */
export interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly interserver: number;
}

interface Server {
  readonly folder: string;
  readonly cluster: string;
  readonly keeper: number;
  readonly own: Ports;
  readonly servers: readonly Ports[];
  readonly isReplicated: boolean;
}

/** The configuration of one server; `yandex` is what the oldest version that is supported calls it. */
export function serverConfig({ folder, cluster, keeper, own, servers, isReplicated }: Server): string {
  const shards = servers.map((first, index) => {
    const others = isReplicated ? servers.filter((other) => other !== first) : [];
    const replicas = [first, ...others].map((ports) => replica(ports, `shard_${index + 1}`));
    return element('shard', `<internal_replication>true</internal_replication>${replicas.join('')}`);
  });
  return element(
    'yandex',
    [
      `<logger><level>warning</level><log>${folder}/log/server.log</log><errorlog>${folder}/log/errors.log</errorlog></logger>`,
      `<http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port>`,
      `<interserver_http_port>${own.interserver}</interserver_http_port>`,
      '<interserver_http_host>127.0.0.1</interserver_http_host><listen_host>127.0.0.1</listen_host>',
      `<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><format_schema_path>${folder}/formats/</format_schema_path>`,
      `<users_config>${folder}/users.xml</users_config>`,
      '<default_profile>default</default_profile><default_database>default</default_database>',
      '<mark_cache_size>67108864</mark_cache_size><uncompressed_cache_size>0</uncompressed_cache_size>',
      `<remote_servers>${element(cluster, shards.join(''))}</remote_servers>`,
      `<zookeeper><node><host>127.0.0.1</host><port>${keeper}</port></node><session_timeout_ms>4000</session_timeout_ms></zookeeper>`,
    ].join('\n'),
  );
}

function replica(ports: Ports, database: string): string {
  return element(
    'replica',
    `<host>127.0.0.1</host><port>${ports.tcp}</port><user>watch</user><password>low-tide</password><default_database>${database}</default_database>`,
  );
}

/** One user with a password. */
export function userConfig(password: string): string {
  const networks = '<networks><ip>127.0.0.1</ip></networks>';
  return element(
    'yandex',
    `<profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
<users><watch><password>${password}</password>${networks}<profile>default</profile><quota>default</quota></watch></users>
<quotas><default/></quotas>`,
  );
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}
