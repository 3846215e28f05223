/** Where a Sigma rule looks: its `logsource` (github.com/SigmaHQ/sigma-specification, appendix taxonomy). */
export interface RuleLogSource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** Platforms of ATT&CK by product, and where that is needed by service, of Sigma's `logsource`. */
const PLATFORMS: readonly (readonly [product: string, service: RegExp, platforms: readonly string[]])[] = [
  ['windows', /^/u, ['Windows']],
  ['linux', /^/u, ['Linux']],
  ['macos', /^/u, ['macOS']],
  ['aws', /^/u, ['IaaS']],
  ['azure', /^(?:signinlogs|auditlogs|riskdetection|pim)$/u, ['Identity Provider']],
  ['azure', /^/u, ['IaaS']],
  ['gcp', /^google_workspace/u, ['Office Suite', 'SaaS']],
  ['gcp', /^/u, ['IaaS']],
  ['m365', /^/u, ['Office Suite', 'SaaS']],
  ['okta', /^/u, ['Identity Provider']],
  ['onelogin', /^/u, ['Identity Provider']],
  ['github', /^/u, ['SaaS']],
  ['bitbucket', /^/u, ['SaaS']],
  ['kubernetes', /^/u, ['Containers']],
  ['vmware', /^/u, ['ESXi']],
  ['cisco', /^duo$/u, ['Identity Provider']],
  ['cisco', /^/u, ['Network Devices']],
  ['fortigate', /^/u, ['Network Devices']],
  ['fortios', /^/u, ['Network Devices']],
  ['huawei', /^/u, ['Network Devices']],
  ['juniper', /^/u, ['Network Devices']],
  ['paloalto', /^/u, ['Network Devices']],
];

/** Platforms that a rule with this `logsource` sees; undefined where it may be any: proxies, web servers, sensors in the network. */
export function platformsOfRule({
  product = '',
  service = '',
}: RuleLogSource): readonly string[] | undefined {
  const row = PLATFORMS.find(
    ([name, pattern]) => name === product.toLowerCase() && pattern.test(service.toLowerCase()),
  );
  return row?.[2];
}

/** Sysmon's event ids as Sigma names them (sigma-specification, taxonomy: Windows folder). */
const SYSMON: Readonly<Record<string, readonly string[]>> = {
  '1': ['process_creation'],
  '2': ['file_change'],
  '3': ['network_connection'],
  '5': ['process_termination'],
  '6': ['driver_load'],
  '7': ['image_load'],
  '8': ['create_remote_thread'],
  '9': ['raw_access_thread'],
  '10': ['process_access'],
  '11': ['file_event'],
  '12': ['registry_event', 'registry_add', 'registry_delete'],
  '13': ['registry_event', 'registry_set'],
  '14': ['registry_event', 'registry_rename'],
  '15': ['create_stream_hash'],
  '17': ['pipe_created'],
  '18': ['pipe_created'],
  '19': ['wmi_event'],
  '20': ['wmi_event'],
  '21': ['wmi_event'],
  '22': ['dns_query'],
  '23': ['file_delete'],
  '25': ['process_tampering'],
  '26': ['file_delete'],
  '29': ['file_executable_detected'],
};

const POWERSHELL: Readonly<Record<string, readonly string[]>> = {
  '400': ['ps_classic_start'],
  '600': ['ps_classic_provider_start'],
  '4103': ['ps_module'],
  '4104': ['ps_script'],
};

/** Where rules look for what a log source of ATT&CK's analytics has: by its name, and what its channel holds. */
interface Row {
  readonly name: RegExp;
  readonly channel?: RegExp;
  readonly read: readonly RuleLogSource[];
}

const categories = (product: string, names: readonly string[]): readonly RuleLogSource[] =>
  names.map((category) => ({ product, category }));
const service = (product: string, name: string): readonly RuleLogSource[] => [{ product, service: name }];

/** Curated by us from the names and channels of ATT&CK 18.1; of several rows all hold. */
const ROWS: readonly Row[] = [
  ...Object.entries(SYSMON).map(([code, names]): Row => ({
    name: /^WinEventLog:Sysmon$/iu,
    channel: eventCode(code),
    read: categories('windows', names),
  })),
  { name: /^WinEventLog:Sysmon$/iu, read: service('windows', 'sysmon') },
  ...Object.entries(POWERSHELL).map(([code, names]): Row => ({
    name: /^WinEventLog:.*PowerShell/iu,
    channel: eventCode(code),
    read: categories('windows', names),
  })),
  { name: /^WinEventLog:.*PowerShell/iu, read: service('windows', 'powershell') },
  {
    name: /^WinEventLog:Security$/iu,
    channel: eventCode('4688'),
    read: categories('windows', ['process_creation']),
  },
  {
    name: /^WinEventLog:Security$/iu,
    channel: eventCode('4657'),
    read: categories('windows', ['registry_event']),
  },
  { name: /^WinEventLog:Security$/iu, read: service('windows', 'security') },
  { name: /^WinEventLog:System$/iu, read: service('windows', 'system') },
  { name: /^WinEventLog:Application$/iu, read: service('windows', 'application') },
  {
    name: /^WinEventLog:.*WMI/iu,
    read: [...service('windows', 'wmi'), ...categories('windows', ['wmi_event'])],
  },
  { name: /^WinEventLog:.*Task ?Scheduler/iu, read: service('windows', 'taskscheduler') },
  { name: /^WinEventLog:.*CodeIntegrity/iu, read: service('windows', 'codeintegrity-operational') },
  { name: /^WinEventLog:.*Defender/iu, read: service('windows', 'windefend') },
  { name: /^WinEventLog:.*Firewall/iu, read: service('windows', 'firewall-as') },
  { name: /^WinEventLog:.*AppLocker/iu, read: service('windows', 'applocker') },
  { name: /^WinEventLog:.*Bits-Client/iu, read: service('windows', 'bits-client') },
  { name: /^WinEventLog:.*DNS-Client/iu, read: service('windows', 'dns-client') },
  { name: /^WinEventLog:.*DNS.?Server/iu, read: service('windows', 'dns-server') },
  { name: /^WinEventLog:.*NTLM/iu, read: service('windows', 'ntlm') },
  { name: /^WinEventLog:.*CAPI2/iu, read: service('windows', 'capi2') },
  { name: /^WinEventLog:.*AppXDeployment/iu, read: service('windows', 'appxdeployment-server') },
  { name: /^WinEventLog:.*PrintService/iu, read: service('windows', 'printservice-operational') },
  { name: /^WinEventLog:.*IIS-Configuration/iu, read: service('windows', 'iis-configuration') },
  { name: /^WinEventLog:.*SMB/iu, read: service('windows', 'smbclient-connectivity') },
  {
    name: /^(?:etw|WinEventLog):Microsoft-Windows-Kernel-Process/iu,
    read: categories('windows', ['process_creation']),
  },
  {
    name: /^(?:ApplicationLog:IIS|.*httpd|.*nginx|.*apache|ALB:HTTPLogs|.*webserver.*)$/iu,
    read: [{ category: 'webserver' }],
  },
  { name: /^auditd:/iu, read: service('linux', 'auditd') },
  {
    name: /^(?:auditd:(?:SYSCALL|EXECVE|PROCTITLE)|ebpf:.*|linux:osquery)$/iu,
    channel: /execve|execveat|process_events|\bexec\b|clone|fork/iu,
    read: categories('linux', ['process_creation']),
  },
  {
    name: /^(?:auditd:(?:SYSCALL|PATH|FILE)|linux:osquery|fs:.*)$/iu,
    channel: /\b(?:open|openat|creat|write|rename|unlink|PATH)\b|file_events/iu,
    read: categories('linux', ['file_event']),
  },
  {
    name: /^(?:auditd:SYSCALL|linux:osquery)$/iu,
    channel: /\b(?:connect|socket|sendto)\b|socket_events/iu,
    read: categories('linux', ['network_connection']),
  },
  { name: /^linux:Sysmon$/iu, channel: eventCode('1'), read: categories('linux', ['process_creation']) },
  { name: /^linux:Sysmon$/iu, channel: eventCode('3'), read: categories('linux', ['network_connection']) },
  { name: /^linux:Sysmon$/iu, channel: eventCode('11'), read: categories('linux', ['file_event']) },
  { name: /^linux:cli$/iu, read: categories('linux', ['process_creation']) },
  { name: /^linux:syslog$/iu, read: [...service('linux', 'syslog'), ...service('linux', 'auth')] },
  { name: /^linux:syslog$/iu, channel: /sshd/iu, read: service('linux', 'sshd') },
  { name: /^linux:syslog$/iu, channel: /sudo/iu, read: service('linux', 'sudo') },
  { name: /^linux:auth/iu, read: [...service('linux', 'auth'), ...service('linux', 'sshd')] },
  { name: /^linux:cron$/iu, read: service('linux', 'cron') },
  {
    name: /^macos:(?:endpointsecurity|osquery|unifiedlog)$/iu,
    channel: /exec|process/iu,
    read: categories('macos', ['process_creation']),
  },
  {
    name: /^(?:macos:(?:endpointsecurity|osquery|unifiedlog)|fs:.*)$/iu,
    channel: /file|open|write|create|rename/iu,
    read: categories('macos', ['file_event']),
  },
  { name: /^(?:NSM|NSX|PF|iptables|Netfilter|networkdevice):.*firewall/iu, read: [{ category: 'firewall' }] },
  {
    name: /^(?:PF:Logs|iptables:LOG|Netfilter\/iptables|Firewall Audit Logs)$/iu,
    read: [{ category: 'firewall' }],
  },
  { name: /^NSM:/iu, channel: /http/iu, read: [{ product: 'zeek', service: 'http' }, { category: 'proxy' }] },
  {
    name: /^(?:NSM:|dns:)/iu,
    channel: /dns/iu,
    read: [{ product: 'zeek', service: 'dns' }, { category: 'dns' }],
  },
  { name: /^NSM:/iu, channel: /smb/iu, read: [{ product: 'zeek', service: 'smb_files' }] },
  { name: /^NSM:/iu, channel: /rdp/iu, read: [{ product: 'zeek', service: 'rdp' }] },
  { name: /^NSM:/iu, channel: /rpc/iu, read: [{ product: 'zeek', service: 'dce_rpc' }] },
  { name: /^NSM:/iu, channel: /ssl|tls|x509/iu, read: [{ product: 'zeek', service: 'x509' }] },
  { name: /^NSM:/iu, channel: /kerberos/iu, read: [{ product: 'zeek', service: 'kerberos' }] },
  {
    name: /^NSM:(?:Flow|Connections)$/iu,
    read: [{ product: 'zeek', service: 'conn' }, { category: 'firewall' }],
  },
  { name: /^AWS:CloudTrail$|^CloudTrail:/iu, read: service('aws', 'cloudtrail') },
  { name: /^(?:azure|m365):signinlogs$/iu, read: service('azure', 'signinlogs') },
  { name: /^azure:audit$/iu, read: service('azure', 'auditlogs') },
  { name: /^azure:activity$/iu, read: service('azure', 'activitylogs') },
  { name: /^azure:pim/iu, read: service('azure', 'pim') },
  { name: /^m365:(?:unified|office|sharepoint|purview)$/iu, read: service('m365', 'audit') },
  { name: /^m365:(?:exchange|messagetrace)$/iu, read: service('m365', 'exchange') },
  { name: /^m365:defender$/iu, read: service('m365', 'threat_detection') },
  { name: /^gcp:(?:audit|iam)$/iu, read: service('gcp', 'gcp.audit') },
  {
    name: /^(?:gcp:workspaceaudit|saas:googleworkspace|Google Admin Audit)$/iu,
    read: [...service('gcp', 'google_workspace.admin'), ...service('gcp', 'google_workspace.login')],
  },
  { name: /^(?:saas:okta|Okta:SystemLog)$/iu, read: service('okta', 'okta') },
  { name: /^saas:github$/iu, read: service('github', 'audit') },
  { name: /^kubernetes:(?:audit|apiserver)$/iu, read: service('kubernetes', 'audit') },
];

/**
 * Where Sigma rules look for what a log source of ATT&CK's analytics has.
 *
 * @param name e.g. `WinEventLog:Sysmon`
 * @param channel e.g. `EventCode=3, 22`
 * @returns none where we know of none
 */
export function ruleLogSourcesFor(name: string, channel: string): readonly RuleLogSource[] {
  const [called, has] = [name.trim().slice(0, LONGEST), channel.slice(0, LONGEST)];
  return ROWS.filter((row) => row.name.test(called) && (row.channel?.test(has) ?? true)).flatMap(
    ({ read }) => read,
  );
}

/** No name or channel of ATT&CK is longer; whatever is longer is no reason to search it at length. */
const LONGEST = 400;

/** Whether rules with one `logsource` look where the other says: what the other leaves open may be anything. */
export function looksIn(rule: RuleLogSource, where: RuleLogSource): boolean {
  const isSame = (field: keyof RuleLogSource): boolean =>
    where[field] === undefined || rule[field]?.toLowerCase() === where[field];
  return isSame('product') && isSame('category') && isSame('service');
}

/** `EventCode=3, 22` has 22, and not 2. */
function eventCode(code: string): RegExp {
  return new RegExp(
    String.raw`(?:Event(?:Code|ID)|EID)s?\s*(?:=|:|in)?\s*[\d,;\s/orand()]*\b${code}\b`,
    'iu',
  );
}
