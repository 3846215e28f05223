/** How running text names a sector. Compared by `plainSpelling`; a plural needs no row of its own. */
export interface SectorWords {
  /** Name in `SECTORS`. */
  readonly sector: string;
  /** Words that name it wherever somebody is said to be a victim: `banks`, `embassies`. */
  readonly alone: readonly string[];
  /** Words that name it only beside a word of {@link SECTOR_HEADS}: `energy, oil and gas companies`. */
  readonly beside: readonly string[];
}

/** Separated by `|`. */
const row = (sector: string, alone: string, beside = ''): SectorWords => ({
  sector,
  alone: split(alone),
  beside: split(beside),
});

const split = (text: string): readonly string[] => (text === '' ? [] : text.split('|'));

/**
 * The words of prose, stricter than the spellings of `SECTORS`, which are the labels of sources that list nothing but
 * sectors: there `power` is the sector, in a sentence it hardly ever is. Reviewed by hand against ATT&CK's and MISP's texts.
 */
export const SECTOR_WORDS: readonly SectorWords[] = [
  row(
    'agriculture',
    'agriculture|agricultural|food and beverage|food production|food supply',
    'food|farming',
  ),
  row(
    'aerospace',
    'aerospace|aerospace and defense|satellite communications|satellite operator|aeronautic|aeronautical',
    'space|satellite',
  ),
  row('automotive', 'automotive|car manufacturer|automaker|automobile', 'car'),
  row('chemical', 'chemical|petrochemical|industrial chemistry'),
  row(
    'commercial',
    'commercial organization|commercial entity|commercial sector|commercial company|call center',
  ),
  row(
    'private-sector',
    'private sector|private company|private companies|private business|private industry|business entity|business person|businesses',
    '',
  ),
  row(
    'professional-services',
    'professional services|business services|consulting|consultancy|accounting firm|accountant|business process outsourcing|bpo|audit firm',
  ),
  row('legal', 'law firm|legal services|legal firm|lawyer|attorney|law and investment firm', 'legal|law'),
  row(
    'communications',
    'communications company|communications companies|communications sector|communications provider|communications industry',
    'communications',
  ),
  row(
    'telecommunications',
    'telecommunications|telecommunication|telecom|telco|telecomm|internet service provider|isp|mobile carrier|mobile operator|mobile network operator',
  ),
  row(
    'media',
    'news media|media|journalist|reporter|broadcaster|broadcasting|newspaper|publisher|correspondent|news organization|news outlet|television station',
    'publishing|press|news',
  ),
  row('construction', 'construction|real estate|civil engineering|architecture firm', 'engineering'),
  row(
    'defense',
    'military|defense industrial base|defence industrial base|defense contractor|defence contractor|defense industry|defense sector|armed forces|army|navy|air force|ministry of defense|ministry of defence|ministries of defense|department of defense|defense ministry|defense and aerospace|aerospace and defense|weapons industry|arms manufacturer|soldier',
    'defense|defence|weapons',
  ),
  row(
    'education',
    'education|educational|higher education|academia|academic|university|universities|school|college|student',
    '',
  ),
  row(
    'research',
    'think tank|research institute|research institution|research organization|research center|research centre|research entity|research entities|research laboratory|research company|scientific research|researchers in|scientific institution|research sector|life science',
    'research|scientific|biotech',
  ),
  row(
    'energy',
    'oil and gas|oil and natural gas|electric utility|electric utilities|power grid|power plant|power company|power companies|power utility|power utilities|power generation|power sector|electricity generation|electricity provider|electrical company|electrical companies|energy sector|energy company|energy companies|energy industry|petroleum|petrochemical|district heating|power supplier|electric power|energy and utilities',
    'energy|oil|gas|natural gas|electric|electricity|electrical|power|fuel',
  ),
  row(
    'entertainment',
    'entertainment|video game|media and entertainment|gaming industry|gaming company|gaming companies|gaming sector|sport|sporting|sports|game developer|game company|game companies|film industry|movie studio|anti doping|olympic',
    'gaming|arts|cultural',
  ),
  row('gambling', 'gambling|casino|betting|igaming'),
  row(
    'financial-services',
    'bank|financial services|financial institution|financial organization|financial company|financial companies|financial sector|financial industry|financial entity|financial firm|banking sector|banking institution|banking industry|credit union|investment firm|hedge fund|stock exchange|brokerage|fintech|atm|automated teller machine|payment processor|payment system|remote banking|online banking|trading company|trading companies|trading firm|venture capital|payment service|payment provider|investment company|investment companies|private equity',
    'financial|finance|banking|investment|payment',
  ),
  row(
    'cryptocurrency',
    'cryptocurrency|cryptocurrencies|crypto exchange|blockchain|digital asset|decentralized finance|defi|web3',
    'crypto',
  ),
  row(
    'government',
    'government|governmental|public sector|public administration|state institution|state agency|state agencies|ministry|ministries|public institution|civil servant|state organization|state body|parliament|government agency',
    '',
  ),
  row(
    'diplomacy',
    'diplomatic|diplomat|embassy|embassies|consulate|foreign ministry|foreign ministries|ministry of foreign affairs|ministries of foreign affairs|foreign affairs ministry|diplomacy|foreign affairs',
    '',
  ),
  row(
    'security-services',
    'law enforcement|police|intelligence service|intelligence services|intelligence agency|intelligence agencies|security service|judiciary|ministry of justice|security agency|security agencies|prosecutor|border guard',
    'justice|intelligence',
  ),
  row('emergency-services', 'emergency services|fire department'),
  row(
    'government-local',
    'local government|municipality|municipalities|municipal government|city government|municipal',
    '',
  ),
  row('government-national', 'national government|federal government|federal agency|federal agencies', ''),
  row('government-public-services', 'public services', ''),
  row('government-regional', 'regional government|state government', ''),
  row(
    'political-parties',
    'political party|political parties|political organization|political figure|political entity|political entities|political campaign|politician|election|political group|political target|political institution|presidential campaign|political leader',
    'political',
  ),
  row(
    'civil-society',
    'civil society|activist|dissident|human rights|opposition|humanitarian|civil rights|religious institution|religious organization|religious group|religious movement|religious leader|separatist|minority group|ethnic minority|ethnic minorities|blogger|pro democracy|protester',
    'religious',
  ),
  row(
    'non-profit',
    'non profit|nonprofit|ngo|non governmental|nongovernmental|non government|charity|charities|aid organization|humanitarian aid',
  ),
  row(
    'healthcare',
    'healthcare|health care|health sector|hospital|public health|medical|health organization|health service|covid 19 research',
    'health',
  ),
  row('pharmaceuticals', 'pharmaceutical|pharma|biopharma|biotechnology|vaccine maker|vaccine research', ''),
  row(
    'hospitality-leisure',
    'hospitality|hotel|restaurant|tourism|travel agency|travel agencies|travel company|travel companies|travel industry|travel sector|leisure',
    'travel',
  ),
  row(
    'infrastructure',
    'critical infrastructure|critical national infrastructure|critical information infrastructure|critical sector',
    '',
  ),
  row('dams', 'dams', ''),
  row(
    'nuclear',
    'nuclear power plant|nuclear facility|nuclear facilities|nuclear energy|nuclear power|nuclear scientist|nuclear plant',
    'nuclear',
  ),
  row(
    'water',
    'water utility|water utilities|wastewater|water treatment|water supply|water and wastewater|water system|water sector|water facility|water facilities|water company|water companies',
    'water',
  ),
  row('insurance', 'insurance|insurer', ''),
  row(
    'manufacturing',
    'manufacturing|manufacturer|industrial company|industrial companies|industrial sector|industrial organization|industrial enterprise|heavy industry|metallurgical|metallurgy',
    'industrial|steel|machinery|metal',
  ),
  row(
    'electronics',
    'semiconductor|electronics|electronics manufacturing|chip maker|chipmaker',
    'electronic',
  ),
  row('mining', 'mining company|mining companies|mining industry|mining sector|mining firm', 'mining'),
  row('retail', 'retail|retailer|e commerce|ecommerce|consumer goods|online store|online shop', ''),
  row(
    'technology',
    'technology sector|technology company|technology companies|technology organization|technology firm|technology industry|high tech|high technology|tech company|tech companies|tech sector|information technology|it company|it companies|it service|it sector|it provider|it firm|managed service provider|managed it service provider|msp|software developer|software company|software companies|software development|software vendor|cybersecurity company|cybersecurity companies|cybersecurity firm|security vendor|security company|security companies|cloud service provider|hosting provider|crm provider|crm vendor|customer relationship management|digital certificate issuer|dns provider|domain registrar|registrar|certificate authority|certificate authorities|technology and telecommunication|technology provider',
    'technology|software|cybersecurity|tech|it|cloud services',
  ),
  row(
    'transportation',
    'transportation|logistics|maritime|shipping|aviation|airline|airport|railway|freight|seaport|shipbuilding|public transport|transport sector|transport company|transport companies',
    'transport|rail|naval',
  ),
  row('utilities', 'utilities|utility company|utility companies|utility sector|utility provider', 'utility'),
];

/** Nouns that make a word of {@link SectorWords.beside} a sector. */
export const SECTOR_HEADS: readonly string[] = [
  'sector',
  'industry',
  'industries',
  'company',
  'companies',
  'organization',
  'organisation',
  'entity',
  'entities',
  'agency',
  'agencies',
  'institution',
  'institute',
  'firm',
  'provider',
  'operator',
  'vertical',
  'business',
  'businesses',
  'corporation',
  'enterprise',
  'contractor',
  'manufacturer',
  'supplier',
  'facility',
  'facilities',
  'vendor',
  'department',
  'professional',
  'conglomerate',
  'developer',
  'producer',
];

/** Phrases with words of the vocabulary that name neither a sector nor a place. They are longer, so they win. */
export const NO_SECTOR_OR_PLACE: readonly string[] = [
  'financial gain|financial profit|financial motivation|financial data|financial information|financial theft|financial crime|financial fraud|financial motives|financial cyber|financial reasons|financial records|financial purposes|financial credentials|financial transactions|financial assets|financial losses|financial impact',
  'banking trojan|banking malware|banking credential|banking information|banking data|bank account|bank card|bank detail|bank customer|bank credential|banking app',
  'payment card|payment data|payment information|ransom payment|investment scam|investment fraud',
  'social media|removable media|storage media|media file|media player|usb media',
  'social engineering|reverse engineering|detection engineering',
  'research and development|security research|security researcher|vulnerability research|threat research',
  'defense evasion|network defense|security defense|cyber defense|endpoint defense|defense mechanism',
  'technology theft|information technology infrastructure|operational technology|software supply chain|software update|security software|software vulnerability|legitimate software',
  'intelligence collection|intelligence gathering|threat intelligence|artificial intelligence|open source intelligence|intelligence requirement|intelligence interest|intelligence objective|intelligence information|intelligence purposes',
  'political gain|political interest|political motive|political motivation|political espionage|political purposes|political reasons|political intelligence|political unrest|political agenda|political goal',
  'industrial espionage|industrial control system|industrial safety',
  'cryptocurrency mining|crypto mining|cryptocurrency miner|cryptocurrency wallet|crypto wallet|cryptocurrency theft|cryptocurrency payment|cryptocurrency stealing|bitcoin mining',
  'chemical weapon|chemical weapons|military grade|military unit|military style|retail price|student loan|public cloud',
  'government themed|government issued|government controlled|government backed|government sponsored|government linked|government attributed|government affiliated|government owned server|state sponsored',
  'medical record|medical data|health record|medical information|health information',
  'marketing campaign|power shell|power tool|water hole|watering hole|energy drink',
  'military intelligence operation|law enforcement action|law enforcement operation|law enforcement scrutiny|law enforcement takedown|law enforcement disruption|law enforcement effort',
  'school hours|business email compromise|business email|business email account|business hours|business operations|game client|game cheat|gaming platform|video game cheat|legal threat|legal action|cloud environment|it environment|it system|it network|it infrastructure|it staff|it helpdesk|it help desk|it administrator|it support|it personnel|it admin',
  'communications channel|communications protocol|command and control communications|telecommunications protocol|email communications',
  'ministry of intelligence|ministry of state security|china chopper|new jersey|new mexico|georgia tech|state of georgia|us georgia|atlanta georgia|georgia usa|american airlines|us dollar|gulf of thailand|gulf of mexico|gulf of oman|gulf of tonkin|south china sea|east china sea|indian ocean|korean peninsula|cloud provider china|pacific|panama papers|swiss army knife|french press|russian roulette|guinea pig|chinese wall|turkish lira|american express card|british columbia|french guiana|indian country|operation china|hong kong dollar|russian speaker|mercy bank|data bank|power bank|river bank|school of thought',
]
  .join('|')
  .split('|');
