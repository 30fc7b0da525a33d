import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'

/** A folder that an export writes its files to. */
export class OutFolder {
  readonly #files: OutFile[] = []

  constructor(readonly path: string) {}

  /** Creates a file in the folder; `name` may contain folders. */
  async create(name: string): Promise<OutFile> {
    const path = join(this.path, name)
    await mkdir(dirname(path), { recursive: true })
    const file = new OutFile(path)
    this.#files.push(file)
    return file
  }

  /** Closes the open files. */
  async close(): Promise<void> {
    for (const file of this.#files) await file.close()
  }
}

/** A file that is written sequentially. */
export class OutFile {
  readonly #stream: WriteStream
  #failure: Error | undefined

  constructor(path: string) {
    this.#stream = createWriteStream(path)
    this.#stream.on('error', failure => {
      this.#failure = failure
    })
  }

  /** Waits if the disk is slower than the writer. */
  async write(content: string | Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure
    if (!this.#stream.write(content)) await new Promise<void>((done, failed) => this.#onDrain(done, failed))
  }

  async close(): Promise<void> {
    if (this.#stream.closed || this.#stream.writableEnded) return
    this.#stream.end()
    await finished(this.#stream)
  }

  #onDrain(done: () => void, failed: (failure: Error) => void): void {
    const resolvePersistedDocument = (settled: () => void) => {
      this.#stream.off('drain', drained)
      this.#stream.off('error', broken)
      settled()
    }
    const drained = () => resolvePersistedDocument(done)
    const broken = (failure: Error) => resolvePersistedDocument(() => failed(failure))
    this.#stream.on('drain', drained)
    this.#stream.on('error', broken)
  }
}
