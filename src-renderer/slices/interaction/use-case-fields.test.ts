// @vitest-environment happy-dom
import '#renderer/test-setup.ts'
import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import { caseViewOf } from './case-view-builder.ts'
import { useTypingStore } from './typing.store.ts'
import { useCaseFields } from './use-case-fields.ts'

test('what a panel changes after waiting for the desk keeps what was saved meanwhile', () => {
  const before = caseViewOf()
  const { result, rerender } = renderHook((view) => useCaseFields(view.caseId, view), { initialProps: before })
  const changeOfThen = result.current.change
  changeOfThen('offer', { planId: 'mobile-m', wish: '7777' })
  const key = `${before.caseId}:offer`
  const typed = useTypingStore.getState().typed[key]
  useTypingStore.getState().saved(key, typed?.fields ?? {}, 5)
  // the desk shows it back: nothing of it is held on the page any longer
  const offer = { ...emptyFields.offer, planId: 'mobile-m', wish: '7777' }
  rerender(caseViewOf({ fields: { ...emptyFields, offer }, fieldsSavedAt: 5 }))
  expect(useTypingStore.getState().typed[key]).toBeUndefined()
  // the number picker had waited for the hold all this time
  changeOfThen('offer', { msisdn: '+33639987777' })
  expect(useTypingStore.getState().typed[key]?.fields).toEqual({ ...offer, msisdn: '+33639987777' })
})
