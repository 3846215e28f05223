import { addTo, lazily, plainSpelling } from '../../text/index.ts';

/** A sector of the economy or of society that is attacked. */
export interface Sector {
  /** Name as in STIX 2.1 `industry-sector-ov` where it has one, otherwise ours in the same style. */
  readonly name: string;
  /** What a sentence calls it. */
  readonly label: string;
  /** True where `industry-sector-ov` lists it. */
  readonly stix: boolean;
  /** Wider sector that it is a part of. */
  readonly within?: string;
  /** NACE Rev. 2 sections or divisions that it covers, e.g. `K` or `H49`; empty where NACE has no counterpart. */
  readonly nace: readonly string[];
  /** NAICS 2022 sectors (two digits) that it falls into; empty where NAICS has no counterpart. */
  readonly naics: readonly string[];
  /** What else sources call it, compared by {@link plainSpelling}. */
  readonly spellings: readonly string[];
}

interface Row {
  readonly within?: string;
  readonly nace?: string;
  readonly naics?: string;
  /** Separated by `|`. */
  readonly spellings?: string;
}

const sector = (name: string, label: string, stix: boolean, row: Row): Sector => ({
  name,
  label,
  stix,
  ...(row.within === undefined ? {} : { within: row.within }),
  nace: row.nace?.split(' ') ?? [],
  naics: row.naics?.split(' ') ?? [],
  spellings: row.spellings?.split('|') ?? [],
});

/**
 * One vocabulary of sectors: STIX 2.1 `industry-sector-ov`, and a few that threat intelligence distinguishes and
 * STIX does not. The spellings are those found in MISP galaxies, Tidal's groups and the wild; a spelling that
 * names two sectors (`Telecoms and media`) stands in both. Reviewed by hand: extend it when a source says it otherwise.
 */
export const SECTORS: readonly Sector[] = [
  sector('agriculture', 'agriculture and food', true, {
    nace: 'A C10 C11',
    naics: '11',
    spellings: 'agriculture|food|food and agriculture|food production|farming|veterinary',
  }),
  sector('aerospace', 'aerospace', true, {
    nace: 'C30',
    naics: '33',
    spellings:
      'aerospace|space|satellite|satellite navigation|aviation industry|aerospace and defense|aeronautics',
  }),
  sector('automotive', 'automotive', true, {
    nace: 'C29',
    naics: '33',
    spellings: 'automotive|automobile|car manufacturers',
  }),
  sector('chemical', 'chemical industry', true, {
    nace: 'C20',
    naics: '32',
    spellings: 'chemical|chemicals|petrochemical',
  }),
  sector('commercial', 'commerce', true, {
    nace: 'G N',
    naics: '42 56',
    spellings: 'commercial|services|trade|marketing|advertising|employment|online marketplace',
  }),
  // Any business at all: too wide to be held for commerce.
  sector('private-sector', 'private sector', false, { spellings: 'private sector|business|businesses' }),
  sector('professional-services', 'professional services', false, {
    within: 'commercial',
    nace: 'M',
    naics: '54',
    spellings: 'professional services|consulting|accounting|tax firm',
  }),
  sector('legal', 'legal services', false, {
    within: 'commercial',
    nace: 'M69',
    naics: '54',
    spellings: 'legal|lawyers|law firms|legal services',
  }),
  sector('communications', 'communications', true, {
    nace: 'J',
    naics: '51',
    spellings: 'communications|communication|communication equipment|social networks',
  }),
  sector('telecommunications', 'telecommunications', true, {
    within: 'communications',
    nace: 'J61',
    naics: '51',
    spellings:
      'telecommunications|telecommunication|telecoms|telecom|telecomms|it isp|isp|internet service providers',
  }),
  sector('media', 'news and media', false, {
    within: 'communications',
    nace: 'J58 J60',
    naics: '51',
    spellings:
      'media|news media|journalist|journalists|television broadcast|publishing industry|press|broadcast|media and entertainment',
  }),
  sector('construction', 'construction', true, {
    nace: 'F',
    naics: '23',
    spellings: 'construction|civil engineering|engineering|real estate',
  }),
  sector('defense', 'defense', true, {
    nace: 'O84',
    naics: '92',
    spellings:
      'defense|defence|military|defense contractor|defense contractors|defense industrial base|aerospace and defense',
  }),
  sector('education', 'education', true, {
    nace: 'P',
    naics: '61',
    spellings: 'education|higher education|academia university|academia|universities|university|schools',
  }),
  sector('research', 'research', false, {
    nace: 'M72',
    naics: '54',
    spellings:
      'research innovation|research|scientific research|think tanks|think tank|life science|covid 19 research organizations',
  }),
  sector('energy', 'energy', true, {
    nace: 'D B06',
    naics: '21 22',
    spellings:
      'energy|energy company|oil|gas|oil and gas|petroleum|petrochemical|electric|electric utility|electric utilities|electric utility sector|turbine|smart meter|power',
  }),
  sector('entertainment', 'entertainment', true, {
    nace: 'R',
    naics: '71',
    spellings:
      'entertainment|media and entertainment|arts|culture|sport|sports|streaming service|video sharing|game|gaming|video games|movies',
  }),
  sector('gambling', 'gambling', false, {
    within: 'entertainment',
    nace: 'R92',
    naics: '71',
    spellings: 'gambling|casino|casinos|casinos gambling|gambling companies|gambling websites',
  }),
  sector('financial-services', 'financial services', true, {
    nace: 'K',
    naics: '52',
    spellings:
      'financial services|financial|financials|finance|bank|banks|banking|credit unions|payment|investment|financial institutions|fintech',
  }),
  sector('cryptocurrency', 'cryptocurrency', false, {
    within: 'financial-services',
    nace: 'K',
    naics: '52',
    spellings: 'cryptocurrency|cryptocurrencies|crypto|blockchain|cryptocurrency exchanges',
  }),
  sector('government', 'government', true, {
    nace: 'O',
    naics: '92',
    spellings:
      'government|government administration|administration|public administration|public sector|government agencies and services|government institutions|country|immigration|intergovernmental|governments',
  }),
  sector('diplomacy', 'diplomacy', false, {
    within: 'government',
    nace: 'O84',
    naics: '92',
    spellings: 'diplomacy|diplomatic|embassies|foreign affairs',
  }),
  sector('security-services', 'police, justice and intelligence services', false, {
    within: 'government',
    nace: 'O84',
    naics: '92',
    spellings:
      'intelligence|security service|security services|police law enforcement|law enforcement|police|justice',
  }),
  sector('emergency-services', 'emergency services', true, {
    within: 'government',
    nace: 'O84',
    naics: '92',
    spellings: 'emergency services',
  }),
  sector('government-local', 'local government', true, {
    within: 'government',
    nace: 'O',
    naics: '92',
    spellings: 'local government|municipalities',
  }),
  sector('government-national', 'national government', true, {
    within: 'government',
    nace: 'O',
    naics: '92',
    spellings: 'national government',
  }),
  sector('government-public-services', 'public services', true, {
    within: 'government',
    nace: 'O',
    naics: '92',
    spellings: 'public services',
  }),
  sector('government-regional', 'regional government', true, {
    within: 'government',
    nace: 'O',
    naics: '92',
    spellings: 'regional government|state government',
  }),
  sector('political-parties', 'political parties and elections', false, {
    nace: 'S94',
    naics: '81',
    spellings: 'political party|political parties|politics|elections|political',
  }),
  sector('civil-society', 'civil society', false, {
    nace: 'S94',
    naics: '81',
    spellings:
      'civil society|activists|dissidents|dissident|opposition|separatists|human rights|citizens|individuals|islamic organisation|islamic forums|religious organization|religious organizations|pro democracy and human rights political organizations',
  }),
  sector('non-profit', 'non-profit organisations', true, {
    nace: 'S94',
    naics: '81',
    spellings:
      'non profit|nonprofit|non profit organisation|ngo|ngos|development|non governmental organizations',
  }),
  sector('healthcare', 'healthcare', true, {
    nace: 'Q86',
    naics: '62',
    spellings: 'healthcare|health care|health|medical|hospitals|biomedical',
  }),
  sector('pharmaceuticals', 'pharmaceuticals', true, {
    nace: 'C21',
    naics: '32',
    spellings: 'pharmaceuticals|pharmaceutical|pharmacy|biotechnology',
  }),
  sector('hospitality-leisure', 'hospitality and leisure', true, {
    nace: 'I N79',
    naics: '72',
    spellings: 'hospitality leisure|hospitality|hotels|restaurant|restaurants|tourism|travel|travel services',
  }),
  sector('infrastructure', 'infrastructure', true, {
    spellings: 'infrastructure|critical infrastructure',
  }),
  sector('dams', 'dams', true, { within: 'infrastructure', spellings: 'dams' }),
  sector('nuclear', 'nuclear', true, {
    within: 'infrastructure',
    nace: 'D35',
    naics: '22',
    spellings: 'nuclear|nuclear energy',
  }),
  sector('water', 'water', true, {
    within: 'infrastructure',
    nace: 'E36',
    naics: '22',
    spellings: 'water|water supply|wastewater',
  }),
  sector('insurance', 'insurance', true, { nace: 'K65', naics: '52', spellings: 'insurance' }),
  sector('manufacturing', 'manufacturing', true, {
    nace: 'C',
    naics: '31 32 33',
    spellings: 'manufacturing|critical manufacturing|industrial|steel|metal|machinery',
  }),
  sector('electronics', 'electronics and semiconductors', false, {
    within: 'manufacturing',
    nace: 'C26',
    naics: '33',
    spellings:
      'electronics|electronic|electronics manufacturers|semi conductors|semiconductors|semiconductor|semiconductor industry',
  }),
  sector('mining', 'mining', true, { nace: 'B', naics: '21', spellings: 'mining' }),
  sector('retail', 'retail', true, { nace: 'G47', naics: '44 45', spellings: 'retail|ecommerce|e commerce' }),
  sector('technology', 'technology', true, {
    nace: 'J62 J63',
    naics: '51 54',
    spellings:
      'technology|high tech|information technology|it|it hacker|it security|cybersecurity|security systems|security actors|programming|software|digital services|digital infrastructure|managed services provider|dns service provider|data broker',
  }),
  sector('transportation', 'transportation', true, {
    nace: 'H',
    naics: '48 49',
    spellings:
      'transportation|transport|transportation systems|logistic|logistics|rail|railway|shipping|maritime|aviation|civil aviation|airlines',
  }),
  sector('utilities', 'utilities', true, {
    nace: 'D E',
    naics: '22',
    spellings: 'utilities|utility|environment',
  }),
];

/** Made when first asked: every command loads the vocabularies, and most ask nothing of them. */
const bySpelling = lazily(indexSectors);

/** The sectors that a text names, in the order of {@link SECTORS}; none where the vocabulary has no such spelling. */
export function sectorsNamed(text: string): readonly Sector[] {
  return bySpelling().get(plainSpelling(text)) ?? [];
}

function indexSectors(): ReadonlyMap<string, readonly Sector[]> {
  const index = new Map<string, Sector[]>();
  for (const row of SECTORS)
    for (const spelling of new Set([row.name, row.label, ...row.spellings].map(plainSpelling)))
      addTo(index, spelling, row);
  return index;
}
