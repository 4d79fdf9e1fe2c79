import { join } from 'node:path'
import Database from 'better-sqlite3'
import { codeOf, storageProblem } from '../storage-problem.ts'

/**
 * Takes a desk's folder for this program: two programs on one profile would give numbers twice. The lock is the
 * system's own on a file (`desk.lock`, an empty SQLite file), so that it is gone with the program, however that ends.
 * Throws IN_USE while another program has it. The answer gives it back.
 */
export function lockFolder(folder: string): () => void {
  const database = new Database(join(folder, 'desk.lock'), { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    const code = codeOf(error) ?? ''
    throw code.startsWith('SQLITE_BUSY') ? storageProblem('IN_USE', 'another program uses this folder') : error
  }
  return () => {
    if (database.open) database.close()
  }
}
