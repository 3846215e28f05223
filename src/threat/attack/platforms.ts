import { spellingIndex, plainSpelling } from '../../text/index.ts';

/** What techniques work on, in the words of ATT&CK. */
export interface Platform {
  /** As the newest releases of ATT&CK spell it. */
  readonly name: string;
  /** What earlier releases called it, or parts of it. */
  readonly former: readonly string[];
  /** Major release of its domain that first has it, by whatever name; 1 where it was there from the start. */
  readonly since: number;
  /** What else people call it, compared by {@link plainSpelling}. */
  readonly spellings: readonly string[];
}

const platform = (name: string, former = '', spellings = '', since = 1): Platform => ({
  name,
  since,
  former: former === '' ? [] : former.split('|'),
  spellings: spellings === '' ? [] : spellings.split('|'),
});

/** The platforms of techniques, software and assets in ATT&CK, Enterprise up to 19, Mobile and ICS up to 18.1. A test compares with the releases; what a later one adds is taken as it says. */
export const PLATFORMS: readonly Platform[] = [
  platform('Windows', '', 'Microsoft Windows|Windows Server|Windows 10|Windows 11|Win'),
  platform('macOS', '', 'Mac|Mac OS|OS X|Mac OS X|Apple'),
  platform('Linux', '', 'GNU Linux|Unix|Debian|Ubuntu|Red Hat|RHEL'),
  platform('ESXi', '', 'VMware|VMware ESXi|VMware ESX|vSphere|hypervisors', 17),
  platform('Containers', '', 'Container|Docker|Kubernetes|K8s|OpenShift', 9),
  platform(
    'IaaS',
    'AWS|Azure|GCP',
    'cloud|infrastructure as a service|Amazon Web Services|Microsoft Azure|Google Cloud|Google Cloud Platform',
    6,
  ),
  platform('SaaS', '', 'software as a service|Salesforce|cloud applications', 6),
  platform(
    'Office Suite',
    'Office 365|Google Workspace',
    'Office Suites|O365|M365|Microsoft 365|G Suite|Microsoft Office 365',
    6,
  ),
  platform(
    'Identity Provider',
    'Azure AD',
    'Identity Providers|IdP|Entra|Entra ID|Microsoft Entra ID|Azure Active Directory|Okta|single sign on',
    6,
  ),
  platform(
    'Network Devices',
    'Network',
    'Network Device|Networks|Network Equipment|Routers|Switches|Firewalls|Network Appliances',
    8,
  ),
  // What happens before an intruder is in: nobody runs it, layers and ATT&CK name it.
  platform('PRE', '', 'PRE ATT&CK|preparation', 8),
  platform('Android', '', 'Android phones'),
  platform('iOS', '', 'iPhone|iPhones|iPad|iPads|iPadOS'),
  platform('Embedded', '', 'Embedded Devices|Embedded Systems'),
  platform('Control Server', '', 'Control Servers|SCADA Server'),
  platform('Data Historian', '', 'Historian|Historians'),
  platform('Engineering Workstation', '', 'Engineering Workstations'),
  platform(
    'Field Controller/RTU/PLC/IED',
    '',
    'Field Controller|Field Controllers|RTU|RTUs|PLC|PLCs|IED|IEDs|remote terminal unit|programmable logic controller',
  ),
  platform('Human-Machine Interface', '', 'HMI|HMIs'),
  platform('Input/Output Server', '', 'IO Server|I/O Server'),
  platform(
    'Safety Instrumented System/Protection Relay',
    '',
    'Safety Instrumented System|SIS|Protection Relay|Protection Relays',
  ),
];

const BY_SPELLING = spellingIndex(PLATFORMS, ({ name, former, spellings }) => [
  name,
  ...former,
  ...spellings,
]);

/** The platform that a text names; undefined where ATT&CK has none of the name. */
export function platformNamed(text: string): Platform | undefined {
  return BY_SPELLING.get(plainSpelling(text));
}

/** The platform that ATT&CK gives what adversaries do before they are in: no organisation is without it. */
const BEFORE_ACCESS = 'PRE';

/** Names that mean one of these platforms in any release, and what happens before access. */
export function platformSpellings(names: readonly string[]): ReadonlySet<string> {
  return new Set([BEFORE_ACCESS, ...names.flatMap((name) => [name, ...(platformNamed(name)?.former ?? [])])]);
}
