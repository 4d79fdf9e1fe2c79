import type { OutputOf } from '#shared/contract/procedures.ts'

export type StuckTask = OutputOf<'provisioning.stuckTasks'>['tasks'][number]
export type PortIn = OutputOf<'number.portIns'>['portIns'][number]
export type Referral = OutputOf<'identity.referrals'>['referrals'][number]
