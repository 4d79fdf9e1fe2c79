/** What the checker has seen so far in a run. */
export interface Memory {
  /** Commands that a screen has called saved, with the desk that did. */
  readonly shown: Map<string, string>
  /** `device/sequence` to the command that bore it. */
  readonly sequences: Map<string, string>
  /** What the core's ledger ever said of a command: also before it was put back to an earlier copy. */
  readonly decided: Set<string>
  /** `table:id` to the highest version seen under this epoch. */
  readonly versions: Map<string, number>
  /** `desk/file/epoch` to the highest cursor seen. */
  readonly cursors: Map<string, number>
  epoch: string
  /** Changes up to here were looked at for I3. */
  changesSeen: number
}

/** Nothing seen yet. */
export function openMemory(): Memory {
  return {
    shown: new Map(),
    sequences: new Map(),
    decided: new Set(),
    versions: new Map(),
    cursors: new Map(),
    epoch: '',
    changesSeen: 0,
  }
}
