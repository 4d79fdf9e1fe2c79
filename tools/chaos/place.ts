import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Where a run's files lie: in memory where the machine has such a place, as thousands of fsyncs are made. */
export const runPlace = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
