/** Sentences the core writes on a terminal: what it does, and why it cannot start. */
export const coreText = {
  'core.listening': 'The core listens on {address}.',
  'core.seeding': 'Seeding: {done:number} of {of:number} customers.',
  'core.seeded': 'The demonstration market is there, with {of:number} customers.',
  'core.restored':
    'The database at {place} counts as restored. Desks load everything anew, and send again what they kept of the last 35 days.',
  'core.deviceRevoked': 'The desk is revoked. At its next contact it seals what it has not sent and drops its keys.',
  'core.userRevoked':
    'The person is revoked and signed out everywhere. What they had not sent waits for a supervisor when it comes.',
  'core.imported':
    'Taken in: {held:number} wait for a supervisor, {known:number} were on record before, {wrong:number} were not of this desk and were left out.',
  'core.usageImported':
    'Usage taken in: {stored:number} records, {late:number} of them late and for the next bill. Known before: {known:number}. Put aside with their reason: {rejected:number}.',
  'core.rejectsRetried':
    'Taken in of what was put aside: {stored:number} records, {late:number} of them late and for the next bill. Known before: {known:number}. Still put aside: {left:number}.',
  'core.rejectSettled': 'Line {line} of {file} is marked as dealt with.',
  'core.rejectsWritten': 'Written to {out}: {lines:number} lines that were put aside, each with its reason.',
  'core.billRun':
    'Bills up to {date}: {bills:number} made, with {lines:number} lines and {records:number} usage records.',
  'core.unpriced':
    'Without a price and waiting: {records:number} usage records. Add their zones to the rate plans, then run the bills again.',
  'core.mixedCurrencies':
    'Not billed, because their currency is not that of their payer: {lines:number} lines. Give them a payer of their own, then run the bills again.',
  'core.rebilled':
    'Bill {number} is taken back by {note}. Its period is billed anew: {again}, {before} became {after}.',
  'core.rebilled.nothing': 'Bill {number} is taken back by {note}. Nothing of its period is left to bill.',
  'core.rerated.more':
    'Usage records of bill {number} priced anew: {records:number}; the next bill charges {amount} for them.',
  'core.rerated.more.net':
    'Usage records of bill {number} priced anew: {records:number}; the next bill charges {amount} before tax for them.',
  'core.rerated.less':
    'Usage records of bill {number} priced anew: {records:number}; the next bill gives {amount} back.',
  'core.rerated.less.net':
    'Usage records of bill {number} priced anew: {records:number}; the next bill gives {amount} before tax back.',
  'core.rerated.same':
    'Usage records of bill {number} priced anew: {records:number}; in sum nothing changes on the next bill.',
  'core.rerated.nothing': 'Every usage record of bill {number} has its price already: nothing new for the next bill.',
  'core.auditWhole': 'The audit is whole: {rows:number} rows, each on the one before. The head is {head}.',
  'core.auditBroken.hash':
    'The audit is broken at row {sequence} ({id}): the row is not what was written. Keep this database as it is, and compare it with a backup.',
  'core.auditBroken.previous':
    'The audit is broken at row {sequence} ({id}): it does not follow the row before it. Keep this database as it is, and compare it with a backup.',
  'core.auditBroken.gap':
    'The audit is broken at row {sequence}: no row stands there, the next one is {id}. Keep this database as it is, and compare it with a backup.',
  'core.auditBroken.head':
    'The audit is broken at row {sequence} ({id}): the chain does not end where its head says. Keep this database as it is, and compare it with a backup.',
  'core.cycleSet': 'Customer {customer} is billed by another cycle from now on. The next bill is made on {on}.',
  'core.cycleSet.new': 'Customer {customer} will be billed by this cycle once they have a line that is.',
  'core.balanced': 'The ledger adds up to nothing, over {accounts:number} accounts.',
  'core.ublExported':
    'Written to {out}: {bills:number} bills and {notes:number} credit notes as UBL. Each keeps the rules of EN 16931.',
  'core.billPdf': 'Written to {out}: {number}, {bytes:number} bytes.',
  'core.problem.SELLER_MISSING':
    'The market does not say who sells: no bill can be put on paper. Give its policy a seller (name, address, register and tax number, account), then try again.',
  'core.problem.NUMBER_UNKNOWN':
    'The core knows no bill {number}. Nothing was written. Look its number up at a desk or on the paper.',
  'core.problem.RULES_BROKEN':
    '{number} breaks rules of EN 16931: {rules}. It was not written. Report this line; the documents before it stand.',
  'core.problem.OUT_UNWRITABLE': '{out} cannot be written. Check the path and its rights, then try again.',
  'core.problem.REBILL_REFUSED': 'Bill {number} was not made anew. Nothing was changed. {reason}',
  'core.problem.RERATE_REFUSED': 'The usage of bill {number} was not priced anew. Nothing was changed. {reason}',
  'core.problem.CYCLE_REFUSED': 'The cycle of customer {customer} was not changed. {reason}',
  'core.problem.USAGE_UNREADABLE':
    'The usage file {file} cannot be read. Nothing was changed. Check its path and its rights.',
  'core.problem.REJECT_UNKNOWN':
    'Of {file}, not exactly one line {line} is put aside. Nothing was marked. List them with usage-rejects, and name the file by its fileId.',
  'core.problem.MARKET_MISSING':
    'The database at {place} holds no market yet. Nothing was changed. Seed it first, or choose another with --db.',
  'core.problem.PLAN_WRONG': 'No bill was made, because a rate plan is wrong. {reason}',
  'core.problem.BALANCE_OFF':
    'The ledger does not add up: {what}. Make no further bills, and have these postings looked at.',
  'core.problem.REVOKE_UNKNOWN':
    'The core knows no {who}. Nothing was changed. Look its desks and people up, then say the id of a desk or the login of a person.',
  'core.problem.IMPORT_UNREADABLE':
    'The file {file} cannot be read. Nothing was changed. Check its path and its rights.',
  'core.problem.IMPORT_REFUSED':
    'The file {file} was not taken in ({reason}). Nothing was changed. Check that it is whole, and that it was sealed for this very core.',
  'core.problem.PORT_TAKEN':
    'Port {port} is taken by another program. End that program, or choose another port with --port.',
  'core.problem.FOLDER_READ_ONLY':
    'The core may not write to {place}. Have the rights of the folder put right, or choose another file with --db.',
  'core.problem.DISK_FULL': 'The disk with {place} is full. Nothing was lost. Make room, then start the core again.',
  'core.problem.KEY_LOST':
    'The key does not open {place}, or the file is damaged. Nothing was changed. Start the core with the key of this file in LINEDESK_CORE_KEY, or put the file back from a backup.',
  'core.problem.STORAGE_FAILED':
    'The database at {place} does not answer. Nothing was changed. See that it runs and may be reached, then start the core again.',
  'core.problem.SCHEMA_NEWER':
    'The database at {place} was written by a newer Linedesk. Nothing was changed. Start that version of the core.',
  'core.problem.MARKET_EXISTS':
    'The database at {place} already holds a market. Nothing was changed. Seed an empty database: choose another with --db.',
  'core.problem.ARGUMENT_WRONG':
    '{argument} is not understood. The core takes: [revoke --device ID | revoke --user LOGIN | import-outbox FILE | seed --customers N --seed S | restored | usage-import --file F | usage-rejects [--out F, --retry, --file F --line N] | bill-run --date D | rebill --bill N | rerate --bill N | billing-cycle --customer N --frequency F --day D --month M | trial-balance | ubl-export --out DIR | bill-pdf --bill N --out F] --db sqlite:FILE or postgres://..., --port N, --host ADDRESS, --clock manual, --demo.',
  'core.problem.INTERNAL':
    'The core made a mistake and stopped: {reason}. What was saved is kept. Start it again, and report this line if it happens again.',
} as const
