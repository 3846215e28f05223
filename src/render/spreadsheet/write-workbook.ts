import { strToU8, zipSync } from 'fflate';
import { cellStyles } from './cell-styles.ts';
import { linksOf, sheetXml, type SheetLink } from './sheet-xml.ts';
import { sheetNames, type Sheet, type Workbook } from './workbook.ts';
import { element, xmlPart, xmlText } from '../../text/index.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook as an Excel file (.xlsx: ECMA-376, SpreadsheetML in a zip). The same workbook gives the same
 * bytes: entries in a fixed order, all dated 1980-01-01.
 *
 * Text is written as text, never as a formula; where it begins like one (`=`, `+`, `-`, `@`), it is also
 * marked as quoted, so that it stays text when somebody edits the cell.
 */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const { marking } = workbook;
  const styles = cellStyles();
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const links = workbook.sheets.map(linksOf);
  const sheets = workbook.sheets.map((sheet, index) =>
    sheetXml(sheet, styles, index === 0, links[index] ?? [], marking),
  );
  const parts = {
    '[Content_Types].xml': contentTypes(sheets.length, marking !== undefined),
    '_rels/.rels': packageRelationships(marking !== undefined),
    ...(marking === undefined ? {} : { [PROPERTIES]: propertiesXml(marking) }),
    'xl/workbook.xml': workbookXml(names, workbook.sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles.toXml(),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet])),
    ...Object.fromEntries(links.flatMap(linkRelationships)),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xmlPart(xml))] as const);
  // The earliest day that a zip can hold; made from local fields, because that is how it is written.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Where a file says what it is. */
const PROPERTIES = 'docProps/core.xml';
const CORE = `${PACKAGE}/metadata/core-properties`;

/** Keywords and description are what file managers and Excel show of a file. */
function propertiesXml(marking: string): string {
  return element(
    'cp:coreProperties',
    { 'xmlns:cp': CORE, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:description', {}, xmlText(marking)) + element('cp:keywords', {}, xmlText(marking)),
  );
}

function packageRelationships(hasProperties: boolean): string {
  const office = relationship(1, `${OFFICE}/officeDocument`, 'xl/workbook.xml');
  const properties = hasProperties
    ? relationship(2, `${PACKAGE}/relationships/metadata/core-properties`, PROPERTIES)
    : '';
  return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, office + properties);
}

function relationship(number: number, type: string, target: string, mode?: 'External'): string {
  return element('Relationship', { Id: `rId${number}`, Type: type, Target: target, TargetMode: mode });
}

/** The part with the links of a sheet, where it has any. */
function linkRelationships(
  links: readonly SheetLink[],
  sheet: number,
): readonly (readonly [name: string, xml: string])[] {
  if (links.length === 0) return [];
  const list = links.map(({ address }, index) =>
    relationship(index + 1, `${OFFICE}/hyperlink`, address, 'External'),
  );
  const xml = element('Relationships', { xmlns: `${PACKAGE}/relationships` }, list.join(''));
  return [[`xl/worksheets/_rels/sheet${sheet + 1}.xml.rels`, xml]];
}

function workbookXml(names: readonly string[], all: readonly Sheet[]): string {
  const sheets = names.map((name, index) =>
    element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  );
  const repeated = all.flatMap((sheet, index) => repeatedRows(sheet, names[index] ?? '', index));
  return element(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': OFFICE },
    element('sheets', {}, sheets.join('')) +
      (repeated.length === 0 ? '' : element('definedNames', {}, repeated.join(''))),
  );
}

/** The rows that stand on every printed page. */
function repeatedRows({ isPrinted, frozen }: Sheet, name: string, index: number): readonly string[] {
  if (isPrinted !== true || frozen === undefined || frozen.rows === 0) return [];
  const rows = `'${name.replaceAll("'", "''")}'!$1:$${frozen.rows}`;
  return [element('definedName', { name: '_xlnm.Print_Titles', localSheetId: index }, xmlText(rows))];
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(([kind, target], index) => relationship(index + 1, `${OFFICE}/${kind}`, target));
  return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, list.join(''));
}

function contentTypes(sheets: number, hasProperties: boolean): string {
  const list = [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...(hasProperties
      ? [
          element('Override', {
            PartName: `/${PROPERTIES}`,
            ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
          }),
        ]
      : []),
    ...Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')),
  ];
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, list.join(''));
}

function part(name: string, kind: string): string {
  return element('Override', { PartName: `/xl/${name}.xml`, ContentType: `${TYPE}.${kind}+xml` });
}
