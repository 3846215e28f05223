import { lazily, plainSpelling } from '../text/index.ts';

/**
 * What people write who describe or look for something, and sources that are read do not, or mean less surely. They are understood in
 * questions and files of organisations alone: what sources report is read by the tables of the vocabularies.
 */
type Everyday = Readonly<Record<string, string>>;

/** Spellings of sectors, separated by `|`, by the name of the sector. */
const SECTOR_WORDS: Everyday = {
  agriculture: 'farms|farmers|agrifood|agribusiness',
  aerospace: 'satellites|space industry|aircraft manufacturers',
  automotive: 'cars|car industry|carmakers|auto industry',
  chemical: 'chemistry|chemical companies',
  construction: 'builders|building industry',
  cryptocurrency: 'bitcoin|crypto exchanges',
  defense: 'army|armies|navy|air force|armed forces|arms industry|defence industry|defense industry|weapons',
  diplomacy: 'embassy|diplomats|foreign ministry|foreign ministries',
  education: 'school|college|colleges',
  electronics: 'chips|chipmakers|chip manufacturers',
  energy: 'electricity|power grid|grid|power plants|power companies|energy companies|oil companies',
  'financial-services':
    'money|finserv|financial sector|investment banks|stock exchange|stock exchanges|payments|asset management|funds',
  gambling: 'betting',
  government: 'gov|govt|public administrations|ministries|ministry|authorities',
  'government-local': 'cities|city|towns|municipality|communes',
  healthcare: 'hospital|clinics|medicine|doctors',
  'hospitality-leisure': 'hotel|gastronomy|leisure',
  insurance: 'insurers|insurance companies|reinsurance',
  legal: 'law firm|law|lawyer|attorneys|notaries',
  manufacturing: 'factories|factory|manufacturers',
  media: 'news|newspapers|newspaper|television|tv|radio|publishers|broadcasters',
  mining: 'mines',
  'non-profit': 'charity|charities|nonprofits',
  pharmaceuticals: 'pharma|pharmaceutical companies|biotech|drug makers|life sciences',
  'political-parties': 'parties|election',
  'professional-services': 'consultants|consultancies|auditors',
  research: 'scientists|laboratories|research institutes',
  retail: 'shops|supermarkets|stores|online shops',
  'security-services': 'police forces|courts|judiciary|intelligence services',
  technology:
    'tech|it services|it companies|it providers|msp|msps|managed service providers|saas|cloud providers|software companies|hosting',
  telecommunications:
    'telco|telcos|telecoms operators|telecom operators|telecom operator|mobile operators|carriers|phone companies|isps',
  transportation: 'airline|airports|airport|trains|railways|ports|freight|shipping companies',
  water: 'drinking water|water utilities|waterworks',
};

/** Names of countries in their own and other languages, and of their parts, separated by `|`, by ISO code. */
const COUNTRY_WORDS: Everyday = {
  AE: 'dubai|abu dhabi',
  AT: 'österreich|autriche',
  BE: 'belgië|belgique|belgien',
  BR: 'brasil',
  CH: 'schweiz|suisse|svizzera',
  CN: '中国|chine',
  CZ: 'česko|tschechien',
  DE: 'deutschland|allemagne',
  DK: 'danmark|dänemark',
  EE: 'eesti',
  ES: 'españa|spanien|espagne',
  FI: 'suomi|finnland',
  FR: 'frankreich',
  GB: 'england|scotland|wales|northern ireland|grossbritannien|royaume uni',
  GR: 'hellas|griechenland|Ελλάδα',
  HR: 'hrvatska|kroatien',
  HU: 'magyarország|ungarn',
  IE: 'éire|irland',
  IS: 'ísland',
  IT: 'italia|italien|italie',
  JP: '日本|nippon',
  KR: '한국',
  LT: 'lietuva|litauen',
  LU: 'luxemburg|lëtzebuerg',
  LV: 'latvija|lettland',
  NL: 'nederland|niederlande|pays bas',
  NO: 'norge|norwegen',
  PL: 'polska|polen',
  RO: 'rumänien',
  RU: 'россия|russland|russie',
  SE: 'sverige|schweden',
  SI: 'slovenija|slowenien',
  SK: 'slovensko|slowakei',
  TR: 'türkei|turquie',
  UA: 'україна',
  US: 'états unis|vereinigte staaten|the us|the usa|the united states',
};

/** Motives in everyday words. */
const MOTIVE_WORDS: Everyday = {
  espionage: 'spying|spies|intelligence gathering|data theft',
  'financial gain': 'money|profit|extortion|ransom|ransomware|fraud|criminal|criminals|cybercriminals',
  destruction: 'wiper|wipers|destructive',
  disruption: 'ddos|dos|outage|disruptive',
  ideology: 'activism|political activism',
  influence: 'propaganda|fake news|election interference',
};

/** Regions by other names. */
const REGION_WORDS: Everyday = {
  'european-union': 'the eu|european states|eu member states|eu27',
  'latin-america-caribbean': 'lac',
  'asia-pacific': 'asia pacific region|apj',
  'northern-america': 'noram',
};

/** Several countries by one name: `LU` and the others are meant, no region that a source would name. */
const COUNTRY_GROUPINGS: Everyday = {
  'Benelux|Benelux Union': 'BE LU NL',
  'DACH|D A CH|German-speaking countries': 'AT CH DE',
  'Nordics|Nordic countries|Norden': 'DK FI IS NO SE',
  'Scandinavia|Scandinavian countries': 'DK NO SE',
  'Baltics|Baltic states|Baltic countries': 'EE LT LV',
  'Five Eyes|FVEY': 'AU CA GB NZ US',
  'G7|Group of Seven': 'CA DE FR GB IT JP US',
  'Visegrad|Visegrad group|V4': 'CZ HU PL SK',
  'Balkans|Western Balkans': 'AL BA HR ME MK RS SI XK',
  'Iberia|Iberian peninsula': 'ES PT',
  'British Isles': 'GB IE',
  'European Economic Area|EEA':
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK',
  'South Caucasus|Caucasus': 'AM AZ GE',
  Maghreb: 'DZ LY MA MR TN',
  Levant: 'IL JO LB PS SY',
};

/** Several regions by one name. */
const REGION_GROUPINGS: Everyday = {
  'EMEA|Europe, Middle East and Africa': 'europe middle-east africa',
  'AMER|the Americas region': 'americas',
};

/** What words mean in one vocabulary, beyond its own spellings. */
export interface EverydayWords {
  /** Names that a text means; none where it means none. */
  readonly understand: (text: string) => readonly string[];
  /** Words by each name: `telecommunications` → `telco`, `telcos` … Those for several names stand under their first word. */
  readonly spellingsOf: (name: string) => readonly string[];
  /** Words that mean several names at once, with the names. */
  readonly groupings: readonly { readonly words: readonly string[]; readonly names: readonly string[] }[];
}

function everyday(words: Everyday, groups: Everyday = {}): EverydayWords {
  const groupings = Object.entries(groups).map(([spellings, names]) => ({
    words: spellings.split('|'),
    names: names.split(' '),
  }));
  const index = lazily(
    () =>
      new Map<string, readonly string[]>([
        ...Object.entries(words).flatMap(([name, spellings]) =>
          spellings.split('|').map((word) => [plainSpelling(word), [name]] as const),
        ),
        ...groupings.flatMap(({ words: names, names: meant }) =>
          names.map((word) => [plainSpelling(word), meant] as const),
        ),
      ]),
  );
  return {
    understand: (text) => index().get(plainSpelling(text)) ?? [],
    spellingsOf: (name) => words[name]?.split('|') ?? [],
    groupings,
  };
}

/** By the name of the vocabulary. */
export const EVERYDAY_WORDS = {
  sectors: everyday(SECTOR_WORDS),
  countries: everyday(COUNTRY_WORDS, COUNTRY_GROUPINGS),
  regions: everyday(REGION_WORDS, REGION_GROUPINGS),
  platforms: everyday({}),
  motives: everyday(MOTIVE_WORDS),
} as const satisfies Readonly<Record<string, EverydayWords>>;
