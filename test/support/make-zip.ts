import { crc32, deflateRawSync } from 'node:zlib'

/** A file as a zip has it, with whatever a zip may say wrongly of it. */
export interface ZippedFile {
  readonly name: string | Buffer
  readonly content?: string | Buffer
  /** In the upper half the kind and rights of Unix. */
  readonly attributes?: number
  /** Bit 0: encrypted; bit 11: the name is UTF-8. */
  readonly flags?: number
  /** 0 stored, 8 deflated. */
  readonly method?: number
  /** How long it says that it is. */
  readonly saidSize?: number
  /** Points to the content of the first file, as zip bombs do. */
  readonly isFirst?: boolean
}

/** A zip of these files (APPNOTE 4.3), made by hand: no packer makes the bad ones. */
export function makeZip(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  let first: { readonly fields: Buffer; readonly offset: number } | undefined
  for (const { name, content = '', attributes = 0, flags = 0x800, method = 8, saidSize, isFirst } of files) {
    const bytes = Buffer.from(content)
    const packed = method === 8 ? deflateRawSync(bytes, { level: 9 }) : bytes
    const nameBytes = Buffer.from(name)
    const fields = fieldsOf(flags, method, crc32(bytes), packed.length, saidSize ?? bytes.length)
    const at = isFirst && first ? first : { fields, offset }
    if (at.offset === offset) {
      const local = Buffer.concat([
        Buffer.from('PK\x03\x04'),
        u16(20),
        fields,
        u16(nameBytes.length),
        u16(0),
        nameBytes,
      ])
      parts.push(local, packed)
      offset += local.length + packed.length
      first ??= at
    }
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        u16(0x0314),
        u16(20),
        at.fields,
        u16(nameBytes.length),
        Buffer.alloc(8),
        u32(attributes >>> 0),
        u32(at.offset),
        nameBytes,
      ]),
    )
  }
  const size = central.reduce((sum, { length }) => sum + length, 0)
  const counts = Buffer.concat([u16(files.length), u16(files.length), u32(size), u32(offset), u16(0)])
  return Buffer.concat([...parts, ...central, Buffer.from('PK\x05\x06'), u32(0), counts])
}

/** What stands in both headers of a file: flags, method, time, checksum and sizes. */
function fieldsOf(flags: number, method: number, crc: number, packed: number, size: number): Buffer {
  return Buffer.concat([u16(flags), u16(method), u32(0), u32(crc), u32(packed), u32(size)])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
