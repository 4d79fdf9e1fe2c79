import { caseText } from './case.ts'
import { contractText } from './contract.ts'
import { coreText } from './core.ts'
import { deskText } from './desk.ts'
import { errorText } from './errors.ts'
import { reasonText } from './reasons.ts'
import { shellText } from './shell.ts'
import { workText } from './work.ts'

/** Every sentence in English, by key. Another language is another such record. */
export const en = {
  ...deskText,
  ...caseText,
  ...contractText,
  ...coreText,
  ...errorText,
  ...reasonText,
  ...shellText,
  ...workText,
} as const
