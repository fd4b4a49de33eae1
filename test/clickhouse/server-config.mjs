// Configuration of one server of a test cluster, in the words of the oldest version that runs here.

/** @typedef {{ http: number, tcp: number }} Ports */

export const CLUSTER = 'three';

/**
 * @param {string} folder where the server keeps everything
 * @param {Ports} ports its own
 * @param {Ports[]} all those of every server, each a shard
 */
export function serverConfig(folder, ports, all) {
  const shards = all
    .map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`)
    .join('\n      ');
  return `<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/error.log</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${ports.http}</http_port>
  <tcp_port>${ports.tcp}</tcp_port>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config>
  <mark_cache_size>67108864</mark_cache_size>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <timezone>UTC</timezone>
  <remote_servers>
    <${CLUSTER}>
      ${shards}
    </${CLUSTER}>
  </remote_servers>
</yandex>
`;
}

export const USERS = `<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage><max_threads>2</max_threads></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;
