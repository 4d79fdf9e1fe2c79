import { placeOf, settingsFrom } from './program/arguments.ts'
import type { Settings } from './program/arguments.ts'
import { checkAudit } from './program/audit.ts'
import { billRun, rebillOne, rerateOne, setBillingCycle, showTrialBalance, takeUsageIn } from './program/billing.ts'
import { exportUbl, writeBillPdf } from './program/documents.ts'
import { importFile, revoke } from './program/leave.ts'
import { tellParent } from './program/parent.ts'
import { problemOf } from './program/problem.ts'
import { markRestored } from './program/restored.ts'
import { seedMarket } from './program/seed-market.ts'
import { serve } from './program/serve.ts'
import { mendRejects } from './program/usage-rejects.ts'

/**
 * `npm run core`: serves a core, seeds one, says that one was restored from a copy, revokes a desk or a person, takes in
 * what a revoked desk had not sent, takes usage in or what was put aside of it, makes bills or one of them anew, prices one anew, puts them on paper, adds the ledger up, or proves the audit. Whatever keeps it from starting is one sentence and exit code 2.
 */
async function run(): Promise<void> {
  let place = ''
  try {
    const settings: Settings = settingsFrom(process.argv.slice(2), process.env)
    place = placeOf(settings.db)
    if (settings.task === 'seed') await seedMarket(settings)
    else if (settings.task === 'restored') await markRestored(settings)
    else if (settings.task === 'revoke') await revoke(settings)
    else if (settings.task === 'import-outbox') await importFile(settings)
    else if (settings.task === 'usage-import') await takeUsageIn(settings)
    else if (settings.task === 'usage-rejects') await mendRejects(settings)
    else if (settings.task === 'bill-run') await billRun(settings)
    else if (settings.task === 'rebill') await rebillOne(settings)
    else if (settings.task === 'rerate') await rerateOne(settings)
    else if (settings.task === 'billing-cycle') await setBillingCycle(settings)
    else if (settings.task === 'trial-balance') await showTrialBalance(settings)
    else if (settings.task === 'ubl-export') await exportUbl(settings)
    else if (settings.task === 'bill-pdf') await writeBillPdf(settings)
    else if (settings.task === 'audit') await checkAudit(settings)
    else await serve(settings)
  } catch (error) {
    const problem = problemOf(error, place)
    tellParent({ type: 'problem', code: problem.code, message: problem.message })
    process.stderr.write(`${problem.message}\n`)
    // the message to the starter travels by itself; ending at once would lose it
    setTimeout(() => process.exit(2), 100)
  }
}

void run()
