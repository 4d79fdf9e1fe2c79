import { z } from 'zod'
import { samePersonInput, samePersonOutput, searchInput, searchOutput } from '#shared/domain/customer/contract.ts'
import {
  caseViewSchema,
  colleaguesOutput,
  handOverInput,
  homeSchema,
  openWorkSchema,
  saveDraftInput,
  saveNoteInput,
  startCaseInput,
  teamCasesInput,
  teamCasesOutput,
} from '#shared/domain/interaction/contract.ts'
import { trailInput, trailOutput } from '#shared/domain/interaction/trail.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'

const oneCase = z.strictObject({ caseId: idSchema })

/** Cases: finding a customer, opening, keeping and passing on a case, and what somebody has to decide in one. */
export const caseProcedures = {
  'customer.search': query(searchInput, searchOutput),
  'customer.samePerson': query(samePersonInput, samePersonOutput),

  'interaction.home': query(nothing, homeSchema),
  /** Open cases of colleagues, by customer's name or case reference: to look at, or to take over. */
  'interaction.teamCases': query(teamCasesInput, teamCasesOutput),
  'interaction.openWork': query(nothing, openWorkSchema),
  'interaction.keepOpenWork': command(openWorkSchema, done),
  'interaction.startCase': command(startCaseInput, z.object({ caseId: idSchema })),
  'interaction.caseView': query(oneCase, caseViewSchema, ['CASE_UNKNOWN']),
  /** Who did what to a case, newest last. */
  'interaction.caseTrail': query(trailInput, trailOutput, ['CASE_UNKNOWN']),
  'interaction.saveDraft': command(saveDraftInput, z.object({ savedAt: z.int() }), ['CASE_UNKNOWN', 'CASE_CLOSED']),
  'interaction.saveNote': command(saveNoteInput, z.object({ savedAt: z.int() }), ['CASE_UNKNOWN', 'CASE_CLOSED']),
  'interaction.closeCase': command(oneCase, done, ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_SIGNED', 'CASE_TAKEN_OVER']),
  /** Leaves a case: what is typed and not finished travels, so that another desk can go on. */
  'interaction.parkCase': command(oneCase, done, ['CASE_UNKNOWN']),
  /** Goes on with a case another desk has; from then on that one only reads. */
  'interaction.takeOverCase': command(oneCase, done, ['CASE_UNKNOWN', 'CASE_CLOSED']),
  /** Gives a case with everything typed in it to a colleague; they find it among their own, on any desk. */
  'interaction.handOverCase': command(handOverInput, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'COLLEAGUE_UNKNOWN',
  ]),
  /** Who a case can be handed over to. */
  'interaction.colleagues': query(nothing, colleaguesOutput),
  /** Takes back a case another desk took over meanwhile; what was refused for that stands in its steps as typed. */
  'interaction.takeCaseBack': command(z.strictObject({ commandId: idSchema }), z.object({ caseId: idSchema }), [
    'NOTHING_TO_RESOLVE',
    'CASE_UNKNOWN',
    'CASE_CLOSED',
  ]),

  /** Puts a refused step back on the desk: its draft opens again with what was typed. */
  'interaction.reopenStep': command(z.strictObject({ commandId: idSchema }), z.object({ caseId: idSchema }), [
    'NOTHING_TO_RESOLVE',
  ]),
  /** Takes a matter of the team's queue, or keeps an own one; hands one up; leaves things as they are on record. */
  'interaction.takeDecision': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  'interaction.handOverDecision': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  'interaction.letStand': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  /** What was held for a supervisor takes effect now, or never. */
  'interaction.approveHeld': command(z.strictObject({ commandId: idSchema }), done, [
    'NOTHING_TO_RESOLVE',
    'APPROVAL_BY_SELF',
  ]),
  'interaction.rejectHeld': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
} as const
