import { makeZip } from './make-zip.js'

/** A cell: a text, a number, a truth value, the serial number of a day, or nothing. */
export type XlsxCell = string | number | boolean | { readonly day: number } | undefined

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** An XLSX file (ECMA-376) with these sheets, made by hand: by row number from 1, so that rows can be missing. */
export function makeXlsx(sheets: Readonly<Record<string, Readonly<Record<number, readonly XlsxCell[]>>>>): Buffer {
  const entries = Object.entries(sheets)
  const relations = [
    ...entries.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relation('styles', 'styles', 'styles.xml'),
  ]
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${entries
        .map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relationships(relations) },
    {
      name: 'xl/styles.xml',
      content: `${xml}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...entries.map(([, rows], i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(rows) })),
  ])
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
}

function relationships(relations: readonly string[]): string {
  return `${xml}<Relationships xmlns="${packaged}/relationships">${relations.join('')}</Relationships>`
}

function sheetXml(rows: Readonly<Record<number, readonly XlsxCell[]>>): string {
  const written = Object.entries(rows).map(
    ([number, cells]) =>
      `<row r="${number}">${cells.map((cell, i) => cellXml(cell, `${letter(i)}${number}`)).join('')}</row>`,
  )
  return `${xml}<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData></worksheet>`
}

function cellXml(cell: XlsxCell, at: string): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.day}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${cell.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}
