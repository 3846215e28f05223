/** Adjectives of a country, and what else prose calls it or its people. */
export interface Demonym {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly adjectives: readonly string[];
}

/** Adjectives of a region of `REGIONS`. */
export interface RegionAdjective {
  readonly region: string;
  readonly adjectives: readonly string[];
}

const COUNTRY_ADJECTIVES = `
AE Emirati|AF Afghan|Afghani|AL Albanian|AM Armenian|AO Angolan|AR Argentine|Argentinian|AT Austrian|AU Australian
AZ Azerbaijani|Azeri|BA Bosnian|BD Bangladeshi|BE Belgian|BG Bulgarian|BH Bahraini|BN Bruneian|BO Bolivian|BR Brazilian
BT Bhutanese|BW Botswanan|BY Belarusian|Belorussian|Byelorussian|CA Canadian|CH Swiss|CL Chilean|CM Cameroonian|CN Chinese
CO Colombian|CR Costa Rican|CU Cuban|CY Cypriot|CZ Czech|DE German|DK Danish|DO Dominican|DZ Algerian|EC Ecuadorian
EE Estonian|EG Egyptian|ES Spanish|ET Ethiopian|FI Finnish|FR French|GB British|GE Georgian|GH Ghanaian|GR Greek
GT Guatemalan|HK Hong Konger|HN Honduran|HR Croatian|HT Haitian|HU Hungarian|ID Indonesian|IE Irish|IL Israeli
IN Indian|IQ Iraqi|IR Iranian|IS Icelandic|IT Italian|JM Jamaican|JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz|Kyrgyzstani
KH Cambodian|KP North Korean|DPRK|KR South Korean|KW Kuwaiti|KZ Kazakh|Kazakhstani|LA Laotian|LB Lebanese|LK Sri Lankan
LT Lithuanian|LU Luxembourgish|LV Latvian|LY Libyan|MA Moroccan|MD Moldovan|ME Montenegrin|MK Macedonian|North Macedonian
MM Burmese|MN Mongolian|MT Maltese|MV Maldivian|MX Mexican|MY Malaysian|MZ Mozambican|NA Namibian|NG Nigerian
NI Nicaraguan|NL Dutch|NO Norwegian|NP Nepalese|Nepali|NZ New Zealander|OM Omani|PA Panamanian|PE Peruvian
PH Philippine|Filipino|PK Pakistani|PL Polish|PS Palestinian|PT Portuguese|PY Paraguayan|QA Qatari|RO Romanian|RS Serbian
RU Russian|RW Rwandan|SA Saudi|Saudi Arabian|SD Sudanese|SE Swedish|SG Singaporean|SI Slovenian|Slovene|SK Slovak
SN Senegalese|SO Somali|SV Salvadoran|SY Syrian|TH Thai|TJ Tajik|TM Turkmen|TN Tunisian|TR Turkish|TW Taiwanese
TZ Tanzanian|UA Ukrainian|UG Ugandan|US American|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese
XK Kosovar|YE Yemeni|ZA South African|ZM Zambian|ZW Zimbabwean`;

/**
 * What prose calls countries by: adjectives. `Korean` may be of either Korea, so it is not here. Reviewed by hand; the names
 * of countries themselves are in `COUNTRIES`.
 */
export const DEMONYMS: readonly Demonym[] = rowsOf(COUNTRY_ADJECTIVES);

function rowsOf(text: string): readonly Demonym[] {
  const rows: { code: string; adjectives: string[] }[] = [];
  for (const cell of text.trim().split(/[|\n]/)) {
    const [, code, first] = /^([A-Z]{2}) (.+)$/.exec(cell) ?? [];
    if (code !== undefined && first !== undefined) rows.push({ code, adjectives: [first] });
    else rows.at(-1)?.adjectives.push(cell);
  }
  return rows;
}

/** What prose calls regions by. */
export const REGION_ADJECTIVES: readonly RegionAdjective[] = [
  { region: 'africa', adjectives: ['African'] },
  { region: 'eastern-africa', adjectives: ['East African'] },
  { region: 'northern-africa', adjectives: ['North African'] },
  { region: 'western-africa', adjectives: ['West African'] },
  { region: 'americas', adjectives: ['Americas'] },
  { region: 'latin-america-caribbean', adjectives: ['Latin American'] },
  { region: 'central-america', adjectives: ['Central American'] },
  { region: 'south-america', adjectives: ['South American'] },
  { region: 'northern-america', adjectives: ['North American'] },
  { region: 'asia', adjectives: ['Asian'] },
  { region: 'central-asia', adjectives: ['Central Asian'] },
  { region: 'eastern-asia', adjectives: ['East Asian'] },
  { region: 'southern-asia', adjectives: ['South Asian'] },
  { region: 'south-eastern-asia', adjectives: ['Southeast Asian', 'South East Asia', 'South East Asian'] },
  { region: 'europe', adjectives: ['European'] },
  { region: 'eastern-europe', adjectives: ['East European', 'Eastern European'] },
  { region: 'northern-europe', adjectives: ['Northern European', 'Nordic', 'Scandinavia', 'Scandinavian'] },
  { region: 'southern-europe', adjectives: ['Southern European'] },
  { region: 'western-europe', adjectives: ['West European', 'Western European'] },
  { region: 'middle-east', adjectives: ['Middle Eastern', 'Mideastern'] },
  { region: 'asia-pacific', adjectives: ['Asia Pacific', 'APJ', 'Asia Pacific Japan'] },
  { region: 'european-union', adjectives: ['European Union'] },
  { region: 'gulf-states', adjectives: ['Persian Gulf', 'Gulf region', 'Gulf countries', 'Arabian Gulf'] },
];
