import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/contract/wire.ts'
import { bodyHashOf, createDeviceKeys, createSigner, isCommandSigned } from './crypto.ts'

function aCommand(deviceSeq = 1): Omit<Command, 'signature'> {
  const body = { caseId: 'case', fields: { town: 'Nancy' } }
  return {
    id: '018f3c5e-0000-7000-8000-000000000001',
    deviceId: '018f3c5e-0000-7000-8000-000000000002',
    deviceSeq,
    type: 'interaction.saveCaseStep',
    version: 1,
    touches: ['case:case'],
    after: [],
    needs: [],
    base: {},
    body,
    bodyHash: bodyHashOf(body),
    actor: { userId: '018f3c5e-0000-7000-8000-000000000003', name: 'Luc', role: 'store', deskName: 'Shop Nancy' },
    capturedAt: 1_800_000_000_000,
    resolves: null,
    blobs: [],
  }
}

describe('a command signed by a desk', () => {
  const keys = createDeviceKeys()
  const sign = createSigner(keys.privateKey)

  it('is known as the desk’s own, however many it signs', () => {
    for (const deviceSeq of [1, 2, 3]) {
      const command = aCommand(deviceSeq)
      expect(isCommandSigned({ ...command, signature: sign(command) }, keys.publicKey)).toBe(true)
    }
  })

  it('is not its own once one field differs, under another desk’s key, or under no key at all', () => {
    const signed = { ...aCommand(), signature: sign(aCommand()) }
    expect(isCommandSigned({ ...signed, deviceSeq: 2 }, keys.publicKey)).toBe(false)
    expect(isCommandSigned(signed, createDeviceKeys().publicKey)).toBe(false)
    expect(isCommandSigned(signed, 'no key')).toBe(false)
    expect(isCommandSigned({ ...signed, signature: '' }, keys.publicKey)).toBe(false)
  })

  it('is told apart from others among more desks than keys are kept', () => {
    const desks = Array.from({ length: 300 }, () => createDeviceKeys())
    const signed = desks.map((desk) => ({ ...aCommand(), signature: createSigner(desk.privateKey)(aCommand()) }))
    const own = signed.map((command, index) => isCommandSigned(command, desks.at(index)?.publicKey ?? ''))
    const previous = signed.map((command, index) => isCommandSigned(command, desks.at(index - 1)?.publicKey ?? ''))
    expect([own.every(Boolean), previous.some(Boolean)]).toEqual([true, false])
  })
})
