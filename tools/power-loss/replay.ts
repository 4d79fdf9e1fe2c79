import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A recorded call; paths begin with `/` below the recorded folder, whose own path is ''. */
export type Op =
  | { readonly op: 'name'; readonly id: number; readonly path: string }
  | { readonly op: 'write'; readonly id: number; readonly offset: number; readonly data: Buffer }
  | { readonly op: 'sync'; readonly id: number }
  | { readonly op: 'truncate'; readonly id: number; readonly length: number }
  | { readonly op: 'rename'; readonly path: string; readonly to: string }
  | { readonly op: 'unlink'; readonly path: string }
  | { readonly op: 'mkdir'; readonly path: string }
  | { readonly op: 'syncFolder'; readonly path: string }
  | { readonly op: 'mark'; readonly text: string }

const headBytes = 21

/** Reads what recorder.c wrote. A last entry cut off by a kill is left out. */
export function readRecord(file: string): readonly Op[] {
  const bytes = readFileSync(file)
  const ops: Op[] = []
  for (let at = 0; at + headBytes <= bytes.length; ) {
    const first = at + headBytes
    const second = first + bytes.readUInt32LE(at + 13)
    const end = second + bytes.readUInt32LE(at + 17)
    if (end > bytes.length) break
    const id = bytes.readUInt32LE(at + 1)
    const offset = Number(bytes.readBigUInt64LE(at + 5))
    ops.push(opOf(bytes.readUInt8(at), id, offset, bytes.subarray(first, second), bytes.subarray(second, end)))
    at = end
  }
  return ops
}

function opOf(code: number, id: number, offset: number, first: Buffer, second: Buffer): Op {
  const path = (): string => first.toString()
  switch (code) {
    case 1:
      return { op: 'name', id, path: path() }
    case 2:
      return { op: 'write', id, offset, data: first }
    case 3:
      return { op: 'sync', id }
    case 4:
      return { op: 'truncate', id, length: offset }
    case 5:
      return { op: 'rename', path: path(), to: second.toString() }
    case 6:
      return { op: 'unlink', path: path() }
    case 7:
      return { op: 'mkdir', path: path() }
    case 8:
      return { op: 'syncFolder', path: path() }
    case 9:
      return { op: 'mark', text: path() }
    default:
      throw new Error(`unknown call ${code} in the record`)
  }
}

/**
 * What of unsynced work survives. `lost`: nothing, the worst a correct disk may do. `kept`: all, as after SIGKILL.
 * `torn`: some of it by chance, sector by sector and in no order, names in the order they were given.
 */
export type Loss = 'lost' | 'kept' | 'torn'

export interface Disk {
  readonly apply: (op: Op) => void
  /** Writes the files into a folder as a power cut right now leaves them; `chance` gives numbers from 0 to below 1. */
  readonly write: (folder: string, loss: Loss, chance: () => number) => void
}

interface File {
  durable: Buffer
  pending: Change[]
}
type Change = Extract<Op, { op: 'write' | 'truncate' }>
type NameChange = Extract<Op, { op: 'name' | 'rename' | 'unlink' | 'mkdir' }>

const sector = 512

/** A disk that knows for each file what was synced and what only written, and for names what their folder synced. */
export function createDisk(): Disk {
  const files = new Map<number, File>()
  const names = new Map<string, number>()
  let pendingNames: NameChange[] = []

  return {
    apply: (op) => {
      switch (op.op) {
        case 'write':
        case 'truncate':
          return void fileOf(files, op.id).pending.push(op)
        case 'sync': {
          const file = fileOf(files, op.id)
          file.durable = file.pending.reduce(changed, file.durable)
          file.pending = []
          return
        }
        case 'syncFolder':
          // what was named in this folder lasts; what was named in others still waits
          for (const one of pendingNames.filter((each) => isIn(op.path, each))) rename(names, one)
          pendingNames = pendingNames.filter((each) => !isIn(op.path, each))
          return
        case 'mark':
          return
        default:
          pendingNames.push(op)
      }
    },
    write: (folder, loss, chance) => {
      const last = new Map(names)
      const kept = loss === 'lost' ? 0 : loss === 'kept' ? pendingNames.length : chance() * (pendingNames.length + 1)
      for (const one of pendingNames.slice(0, Math.floor(kept))) rename(last, one)
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const [path, id] of last) {
        if (id === folderId) {
          mkdirSync(join(folder, path), { recursive: true })
          continue
        }
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        const { durable, pending } = fileOf(files, id)
        const survives = loss === 'lost' ? [] : loss === 'kept' ? pending : pending.flatMap((one) => torn(one, chance))
        writeFileSync(join(folder, path), survives.reduce(changed, durable))
      }
    },
  }
}

const folderId = -1

function fileOf(files: Map<number, File>, id: number): File {
  const known = files.get(id)
  if (known) return known
  const made = { durable: Buffer.alloc(0), pending: [] }
  files.set(id, made)
  return made
}

function changed(content: Buffer, change: Change): Buffer {
  if (change.op === 'truncate') return resized(content, change.length)
  const end = change.offset + change.data.length
  // a copy: what was synced before may be written out again for another loss
  const next = Buffer.from(end > content.length ? resized(content, end) : content)
  change.data.copy(next, change.offset)
  return next
}

function resized(content: Buffer, length: number): Buffer {
  if (length <= content.length) return content.subarray(0, length)
  return Buffer.concat([content, Buffer.alloc(length - content.length)])
}

/** Some sectors of a write, by chance; a truncation wholly or not at all. */
function torn(change: Change, chance: () => number): readonly Change[] {
  if (change.op === 'truncate') return chance() < 0.5 ? [change] : []
  const parts: Change[] = []
  for (let from = change.offset; from < change.offset + change.data.length; ) {
    const to = Math.min((Math.floor(from / sector) + 1) * sector, change.offset + change.data.length)
    if (chance() < 0.5) {
      const data = change.data.subarray(from - change.offset, to - change.offset)
      parts.push({ op: 'write', id: change.id, offset: from, data })
    }
    from = to
  }
  return parts
}

function isIn(folder: string, change: NameChange): boolean {
  const path = change.op === 'rename' ? change.to : change.path
  return dirname(path) === (folder === '' ? '/' : folder)
}

function rename(names: Map<string, number>, change: NameChange): void {
  if (change.op === 'name') names.set(change.path, change.id)
  else if (change.op === 'mkdir') names.set(change.path, folderId)
  else if (change.op === 'unlink') names.delete(change.path)
  else {
    const id = names.get(change.path)
    if (id === undefined) return
    names.delete(change.path)
    names.set(change.to, id)
  }
}
