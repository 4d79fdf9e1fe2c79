import type { Page } from '@playwright/test'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'

/**
 * Sells to so many strangers up to their credit class, by the page's own door and without its screens: what stands behind
 * is the same service, with the same rules. Throws at the first refusal.
 */
export async function askClassesFor(page: Page, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const letter = String.fromCharCode(65 + at)
    const person = { surname: `Stranger${letter}`, givenNames: 'Nora', documentNumber: `T80000${10 + at}` }
    const [line1, line2] = writeTd3({
      ...icaoSpecimen,
      ...person,
      birthDate: `1980-03-${10 + at}`,
      expiryDate: '2032-04-15',
    })
    await page.evaluate(
      async ({ line1, line2, surname, contactNumber }) => {
        const ask = async (name: string, input: unknown): Promise<Record<string, unknown>> => {
          const reply = await window.linedesk?.call(name, input)
          if (reply?.ok !== true) throw new Error(`${name}: ${JSON.stringify(reply)}`)
          // as: the procedures' own answers
          return reply.value as Record<string, unknown>
        }
        const { caseId } = await ask('interaction.startCase', { channel: 'walkIn', customerId: null })
        const { numbers } = await ask('number.freeNumbers', { wish: '', limit: 1 })
        const steps: readonly (readonly [string, string, Record<string, unknown>])[] = [
          [
            'reason',
            'customer.finishReason',
            { givenNames: 'Nora', familyName: surname, contactNumber, language: 'en', bureau: true },
          ],
          [
            'offer',
            'catalogue.finishOffer',
            {
              ...{ segment: 'mobile', billing: 'postPaid', planId: 'mobile-m', addOnIds: [], sim: 'esim' },
              msisdn: (numbers as readonly string[])[0],
            },
          ],
          [
            'identity',
            'identity.finishIdentity',
            {
              ...{ documentKind: 'passport', line1, line2, nameConfirmed: true, street: '12 rue des Glacis' },
              ...{
                addressKind: 'utilityBill',
                addressIssuedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
              },
              ...{ postalCode: '54000', town: 'Nancy' },
            },
          ],
          ['credit', 'credit.finishCredit', { income: '' }],
        ]
        for (const [step, finish, fields] of steps) {
          await ask('interaction.saveDraft', { caseId, step, fields })
          await ask(finish, { caseId })
        }
      },
      { line1, line2, surname: person.surname, contactNumber: `+33 6 39 98 65 ${10 + at}` },
    )
  }
}
