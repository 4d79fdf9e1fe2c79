import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** Writes all bytes at a place of an open file; the system may take them in parts. */
export function writeAll(file: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, position + written)
}

/** Makes names created, renamed or removed in a folder last through a power cut. Not possible, and not needed, on Windows. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
