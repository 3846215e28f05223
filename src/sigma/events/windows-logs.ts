/**
 * What the logs of Windows are in the words of Sigma, from its appendix on taxonomy (2.1.0) and what SigmaHQ’s rules use. Channels
 * are in lower case.
 */
export const WINDOWS_SERVICES: Readonly<Record<string, readonly string[]>> = {
  application: ['application'],
  'application-experience': [
    'microsoft-windows-application-experience/program-telemetry',
    'microsoft-windows-application-experience/program-compatibility-assistant',
  ],
  applocker: [
    'microsoft-windows-applocker/msi and script',
    'microsoft-windows-applocker/exe and dll',
    'microsoft-windows-applocker/packaged app-deployment',
    'microsoft-windows-applocker/packaged app-execution',
  ],
  'appmodel-runtime': ['microsoft-windows-appmodel-runtime/admin'],
  'appxdeployment-server': ['microsoft-windows-appxdeploymentserver/operational'],
  'appxpackaging-om': ['microsoft-windows-appxpackaging/operational'],
  bitlocker: ['microsoft-windows-bitlocker/bitlocker management'],
  'bits-client': ['microsoft-windows-bits-client/operational'],
  capi2: ['microsoft-windows-capi2/operational'],
  'certificateservicesclient-lifecycle-system': [
    'microsoft-windows-certificateservicesclient-lifecycle-system/operational',
  ],
  'codeintegrity-operational': ['microsoft-windows-codeintegrity/operational'],
  dhcp: ['microsoft-windows-dhcp-server/operational'],
  'diagnosis-scripted': ['microsoft-windows-diagnosis-scripted/operational'],
  'dns-client': [
    'microsoft-windows-dns client events/operational',
    'microsoft-windows-dns-client/operational',
  ],
  'dns-server': ['dns server'],
  'dns-server-analytic': ['microsoft-windows-dns-server/analytical'],
  'dns-server-audit': ['microsoft-windows-dns-server/audit'],
  'driver-framework': ['microsoft-windows-driverframeworks-usermode/operational'],
  'firewall-as': ['microsoft-windows-windows firewall with advanced security/firewall'],
  'hyper-v-worker': ['microsoft-windows-hyper-v-worker', 'microsoft-windows-hyper-v-worker-admin'],
  'iis-configuration': ['microsoft-iis-configuration/operational'],
  'kernel-event-tracing': [
    'microsoft-windows-kernel-eventtracing',
    'microsoft-windows-kernel-eventtracing/admin',
  ],
  'kernel-shimengine': [
    'microsoft-windows-kernel-shimengine/operational',
    'microsoft-windows-kernel-shimengine/diagnostic',
  ],
  ldap: ['microsoft-windows-ldap-client/debug'],
  'lsa-server': ['microsoft-windows-lsa/operational'],
  'microsoft-servicebus-client': [
    'microsoft-servicebus-client/operational',
    'microsoft-servicebus-client/admin',
  ],
  'msexchange-management': ['msexchange management'],
  ntfs: ['microsoft-windows-ntfs/operational'],
  ntlm: ['microsoft-windows-ntlm/operational'],
  openssh: ['openssh/operational'],
  powershell: ['microsoft-windows-powershell/operational', 'powershellcore/operational'],
  'powershell-classic': ['windows powershell'],
  'printservice-admin': ['microsoft-windows-printservice/admin'],
  'printservice-operational': ['microsoft-windows-printservice/operational'],
  security: ['security'],
  'security-mitigations': [
    'microsoft-windows-security-mitigations/kernel mode',
    'microsoft-windows-security-mitigations/user mode',
    'microsoft-windows-security-mitigations/kernelmode',
    'microsoft-windows-security-mitigations/usermode',
  ],
  sense: ['microsoft-windows-sense/operational'],
  'shell-core': ['microsoft-windows-shell-core/operational'],
  'smbclient-connectivity': ['microsoft-windows-smbclient/connectivity'],
  'smbclient-security': ['microsoft-windows-smbclient/security'],
  'smbserver-connectivity': ['microsoft-windows-smbserver/connectivity'],
  sysmon: ['microsoft-windows-sysmon/operational'],
  system: ['system'],
  taskscheduler: ['microsoft-windows-taskscheduler/operational'],
  'terminalservices-localsessionmanager': [
    'microsoft-windows-terminalservices-localsessionmanager/operational',
  ],
  vhdmp: ['microsoft-windows-vhdmp/operational'],
  windefend: ['microsoft-windows-windows defender/operational'],
  wmi: ['microsoft-windows-wmi-activity/operational'],
};

/** Which events of a service are which category, by their number. */
export const WINDOWS_CATEGORIES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  sysmon: {
    process_creation: [1],
    file_change: [2],
    network_connection: [3],
    sysmon_status: [4, 16],
    process_termination: [5],
    driver_load: [6],
    image_load: [7],
    create_remote_thread: [8],
    raw_access_thread: [9],
    process_access: [10],
    file_event: [11],
    registry_event: [12, 13, 14],
    registry_add: [12],
    registry_delete: [12],
    registry_set: [13],
    registry_rename: [14],
    create_stream_hash: [15],
    pipe_created: [17, 18],
    wmi_event: [19, 20, 21],
    dns_query: [22],
    file_delete: [23, 26],
    clipboard_capture: [24],
    process_tampering: [25],
    file_delete_detected: [26],
    file_block_executable: [27],
    file_block_shredding: [28],
    file_executable_detected: [29],
    sysmon_error: [255],
  },
  security: {
    process_creation: [4688],
    registry_event: [4657],
    registry_set: [4657],
    network_connection: [5156],
  },
  'powershell-classic': {
    ps_classic_start: [400],
    ps_classic_provider_start: [600],
    ps_classic_script: [800],
  },
  powershell: { ps_module: [4103], ps_script: [4104] },
};

/** The channel of Sysmon on Linux, whose events are numbered as those of Windows. */
export const LINUX_SYSMON = 'linux-sysmon/operational';

/** What fields of the Security log are called in rules of a category: theirs → Sysmon’s. A field that is there stays as it is. */
export const SECURITY_FIELDS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  4688: {
    NewProcessName: 'Image',
    ParentProcessName: 'ParentImage',
    NewProcessId: 'ProcessId',
    SubjectUserName: 'User',
    SubjectLogonId: 'LogonId',
    MandatoryLabel: 'IntegrityLevel',
  },
  4657: { ObjectName: 'TargetObject', NewValue: 'Details', ProcessName: 'Image', SubjectUserName: 'User' },
  5156: {
    Application: 'Image',
    SourceAddress: 'SourceIp',
    DestAddress: 'DestinationIp',
    DestPort: 'DestinationPort',
  },
};
