/** Names under which ATT&CK cites itself: today's, and those of the old Mobile, ICS and PRE matrices. They name its kill chains too. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'mitre-attack',
  'mitre-mobile-attack',
  'mitre-ics-attack',
  'mitre-pre-attack',
]);

/** Words that a name of ATT&CK may have beside `mitre` and `attack`; with any other it is the name of something else: MITRE ATLAS. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'the for org www https corp corporation id ids url stix cti version ' +
    'enterprise mobile ics pre framework matrix knowledge base kill ' +
    'chain technique techniques tactic tactics group groups software campaign campaigns mitigation mitigations'
  ).split(' '),
);

/** Longer names are citations of documents about ATT&CK. */
const LONGEST_NAME = 60;

/**
 * Whether a source means ATT&CK by a name, however it spells it: `mitre-attack`, `MITRE ATT&CK (Enterprise)`, `att&ck`,
 * `enterprise-attack`. Names of MITRE's other frameworks (`mitre-atlas`) and of documents (`MITRE Copernicus`) are not.
 */
export function namesAttack(name: string): boolean {
  return OWN_NAMES.has(name) || (mayName(name) && areWordsOfAttack(wordsOf(name)));
}

/** Every citation of every object is asked about: what is certainly none is ruled out first. */
function mayName(name: string): boolean {
  return name.length <= LONGEST_NAME && /mitre|att\W{0,5}(?:amp;)?a?ck/i.test(name);
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replaceAll(/att(?:&amp;|[^a-z0-9]{1,2})?ck/g, 'attack')
    .replaceAll(/(mitre|attack)/g, ' $1 ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function areWordsOfAttack(words: readonly string[]): boolean {
  return (
    words.some((word) => word === 'mitre' || word === 'attack') &&
    words.every(
      (word) => word === 'mitre' || word === 'attack' || COMMON_WORDS.has(word) || /^v?\d{1,4}$/.test(word),
    )
  );
}

/** ATT&CK's kill chain of each domain, as techniques name it; PRE was folded into Enterprise. */
const KILL_CHAINS: ReadonlyMap<string, string> = new Map([
  ['enterprise', 'mitre-attack'],
  ['mobile', 'mitre-mobile-attack'],
  ['ics', 'mitre-ics-attack'],
  ['pre', 'mitre-pre-attack'],
]);

/** ATT&CK's own name of the kill chain that a source means (`MITRE ATT&CK`, `ics-attack`); any other name as it is. */
export function killChainNamed(name: string): string {
  if (OWN_NAMES.has(name) || !namesAttack(name)) return name;
  const words = wordsOf(name);
  const domain = [...KILL_CHAINS.keys()].find((word) => words.includes(word)) ?? 'enterprise';
  return KILL_CHAINS.get(domain) ?? name;
}

/** Short name of a tactic as ATT&CK writes it: `Initial Access` and `initial_access` are `initial-access`. */
export function tacticShortName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}
