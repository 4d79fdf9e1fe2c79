import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { isPlanted } from '#shared/node/crash-points.ts'

/** Writes all bytes at a place of an open file; the system may take them in parts. */
export function writeAll(file: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, position + written)
}

/** Makes what was written to an open file last through a power cut. */
export function syncFile(file: number): void {
  if (isPlanted('noFsync')) return
  fsyncSync(file)
}

/** The same for bytes of a file and its length, not for when it was written: nobody asks that of a journal. */
export function syncRecord(file: number): void {
  if (isPlanted('noFsync')) return
  fdatasyncSync(file)
}

/** Makes names created, renamed or removed in a folder last through a power cut. Not possible, and not needed, on Windows. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    syncFile(handle)
  } finally {
    closeSync(handle)
  }
}
