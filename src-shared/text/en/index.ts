import { caseText } from './case.ts'
import { contractText } from './contract.ts'
import { deskText } from './desk.ts'
import { errorText } from './errors.ts'

/** Every sentence in English, by key. Another language is another such record. */
export const en = { ...deskText, ...caseText, ...contractText, ...errorText } as const
