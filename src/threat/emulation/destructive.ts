/** What makes a test destructive: it may destroy data, stop services or lock people out, and cannot be undone by a clean-up. */
export interface DestructiveRule {
  /** Why, as plans say it. */
  readonly reason: string;
  /** Techniques, with all under them. */
  readonly techniques?: readonly string[];
  /** Tactics by their short names. */
  readonly tactics?: readonly string[];
  /** What stands in a command of it. */
  readonly command?: RegExp;
}

/**
 * When a test counts as destructive. Tactics and techniques are those of the release in view; patterns are looked for in the command
 * and in what fetches its dependencies, not in the clean-up, which undoes. They err on the side of caution, and none has repetition
 * within repetition: commands are text of others.
 */
export const DESTRUCTIVE: readonly DestructiveRule[] = [
  { reason: 'its tactic is Impact', tactics: ['impact'] },
  {
    reason: 'its technique destroys, encrypts, wipes, stops or locks out',
    techniques: [
      'T1485',
      'T1486',
      'T1489',
      'T1490',
      'T1491',
      'T1495',
      'T1498',
      'T1499',
      'T1529',
      'T1531',
      'T1561',
      'T1565',
    ],
  },
  {
    reason: 'it deletes shadow copies or backups',
    command:
      /(?:vssadmin|wbadmin|diskshadow)\S* +(?:delete|resize)|shadowcopy +delete|win32_shadowcopy[^\n]{0,300}(?:delete|remove)/iu,
  },
  {
    reason: 'it turns recovery off',
    command: /bcdedit[^\n]{0,200}(?:recoveryenabled|bootstatuspolicy|safeboot)|reagentc\S* +\/disable/iu,
  },
  {
    reason: 'it formats, wipes or overwrites a disk',
    command:
      /\bformat(?:\.com)? +[a-z]:|format-volume|clear-disk|\bdiskpart\b|\bmkfs|\bdd +[^\n]{0,200}of=\/dev\/(?:sd|hd|vd|xvd|nvme|disk)|\bcipher(?:\.exe)? +\/w|\bsdelete|\bshred\b/iu,
  },
  {
    reason: 'it removes a whole tree',
    command:
      /\brm +(?:-\S+ +)*(?:--no-preserve-root|\/ *$|\/\*|~ *$|~\/ *$|\$home\/? *$)|remove-item[^\n]{0,200} ["']?(?:[a-z]:|\$env:systemdrive)\\["']?(?: |$)|\brd +\/s[^\n]{0,40} [a-z]:\\ *$/imu,
  },
  {
    reason: 'it shuts down or restarts the system',
    command:
      /\bshutdown(?:\.exe)? +[-/]|\breboot\b|\bpoweroff\b|\bhalt\b|\binit +[06]\b|(?:stop|restart)-computer/iu,
  },
  {
    reason: 'it clears event logs or the journal',
    command: /wevtutil(?:\.exe)? +(?:cl|clear-log)\b|clear-eventlog|usn +deletejournal/iu,
  },
  {
    reason: 'it removes or locks accounts',
    command:
      /\buserdel\b|remove-(?:aduser|localuser|mguser|azureaduser|msoluser)|disable-(?:adaccount|localuser)|\bnet1? +user +\S+ +\/(?:delete|active:no)|dscl[^\n]{0,80} -delete/iu,
  },
  {
    reason: 'it deletes or stops what runs in a cloud or cluster',
    command:
      /\baws +\S+ +(?:delete|terminate|stop)-|\baz +[^\n]{0,80} delete\b|\bgcloud +[^\n]{0,80} delete\b|\bkubectl +delete\b|remove-az\w+/iu,
  },
  {
    reason: 'it encrypts files in place',
    command: /\bransom|\bgpg +[^\n]{0,200}(?:-c|--symmetric)\b[^\n]{0,200}\*|manage-bde(?:\.exe)? +-on/iu,
  },
];

/** A test, as rules look at it. */
export interface DestructiveSubject {
  /** ATT&CK id. */
  readonly technique: string;
  /** Short names of its tactics. */
  readonly tactics: readonly string[];
  readonly commands: readonly string[];
}

/** Why a test counts as destructive; empty where it does not. */
export function destructiveReasons({ technique, tactics, commands }: DestructiveSubject): readonly string[] {
  const [parent = ''] = technique.split('.');
  return DESTRUCTIVE.filter(
    (rule) =>
      rule.tactics?.some((tactic) => tactics.includes(tactic)) === true ||
      rule.techniques?.some((each) => each === technique || each === parent) === true ||
      commands.some((command) => rule.command?.test(command) === true),
  ).map(({ reason }) => reason);
}
