/** Gives the reader a file made of what the page holds. */
export function offerFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** RFC 4180, with a mark by which spreadsheets know that it is UTF-8. A text that a spreadsheet would run is quoted by an apostrophe. */
export function csvOf({ columns, rows }: Table): string {
  const cell = (value: string | number | null) => {
    const text =
      value === null ? '' : typeof value === 'string' && /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\ufeff${[columns, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

export const jsonOf = ({ columns, rows }: Table): string =>
  `${JSON.stringify(
    rows.map(row => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
    null,
    2,
  )}\n`

/** A picture on the page as a file of its own: colours and fonts are written into it. */
export function svgOf(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const { width, height } = picture.viewBox.baseVal
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const shown = [picture, ...picture.querySelectorAll('*')]
  const copied = [copy, ...copy.querySelectorAll('*')]
  for (const [at, element] of shown.entries()) {
    const style = getComputedStyle(element)
    const target = copied[at]
    for (const name of written) target?.setAttribute(name, style.getPropertyValue(name))
    target?.removeAttribute('style')
    target?.removeAttribute('class')
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  copy.prepend(ground)
  return new XMLSerializer().serializeToString(copy)
}

const written = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'visibility',
  'display',
]

/** The same as pixels, twice as fine as on the page. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const { width, height } = picture.viewBox.baseVal
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture')))),
  )
}
