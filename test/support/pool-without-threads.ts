import { SqliteConnection } from '../../src/store/sqlite/sqlite-connection.js'

/** What a thread receives at its start; each pool fills it before it loads its tasks. */
export const workerData: Record<string, unknown> = {}

interface Options {
  readonly filename: string
  readonly workerData: { readonly folder: string }
}

type Tasks = Readonly<Record<string, (task: unknown) => unknown>>

/**
 * Stands for the pools of threads of the embedded store, whose threads take longer to start and to wake than a random story
 * takes to tell. A pool has a module of tasks of its own, and so a connection of its own, as one thread has: tasks run one
 * after another, and what they are given and give is copied as on the way between threads.
 */
export class Piscina {
  readonly threads: Promise<unknown>[] = []
  #tasks: Tasks | undefined

  constructor(readonly options: Options) {}

  async run(task: unknown, { name }: { readonly name: string }): Promise<unknown> {
    const before = this.threads.at(-1)
    const running = (async () => {
      await before
      this.#tasks ??= await loadTasks(this.options)
      return structuredClone(await this.#tasks[name]?.(structuredClone(task)))
    })()
    this.threads.splice(
      0,
      1,
      running.catch(() => {}),
    )
    return await running
  }

  /** Closes what a thread that ends would leave closed. */
  async destroy(): Promise<void> {
    const { folder } = this.options.workerData
    for (const connection of opened.get(folder) ?? []) connection.close()
    opened.delete(folder)
  }
}

let pools = 0

async function loadTasks({ filename, workerData: data }: Options): Promise<Tasks> {
  noteConnections()
  pools += 1
  Object.assign(workerData, data)
  return await import(`${filename}?pool=${pools}`)
}

const opened = new Map<string, Set<SqliteConnection>>()
let isNoting = false

function noteConnections(): void {
  if (isNoting) return
  isNoting = true
  const { open } = SqliteConnection
  const { close } = SqliteConnection.prototype
  SqliteConnection.open = (folder, ...given) => {
    const connection = open.call(SqliteConnection, folder, ...given)
    if (connection) opened.set(folder, (opened.get(folder) ?? new Set()).add(connection))
    return connection
  }
  SqliteConnection.prototype.close = function () {
    for (const connections of opened.values()) connections.delete(this)
    close.call(this)
  }
}
