import { beforeEach, expect, test } from 'vitest'
import { useDeskStore } from './desk.store.ts'
import { useMatterStore } from './matter.store.ts'

beforeEach(() => useDeskStore.setState(useDeskStore.getInitialState(), true))

const openTabs = () => useDeskStore.getState().tabs.map((tab) => (tab.kind === 'case' ? tab.caseId : tab.kind))

test('opening a case twice shows the one tab it has', () => {
  const { openCase } = useDeskStore.getState()
  openCase('a')
  openCase('b')
  openCase('a', 'offer')
  expect(openTabs()).toEqual(['home', 'a', 'b'])
  expect(useDeskStore.getState()).toMatchObject({ activeTab: 'case:a', steps: { a: 'offer' } })
})

test('closing the shown tab shows the one beside it, and Home cannot be closed', () => {
  const { openCase, close } = useDeskStore.getState()
  openCase('a')
  openCase('b')
  close('case:b')
  expect(useDeskStore.getState().activeTab).toBe('case:a')
  close('case:a')
  close('home')
  expect(useDeskStore.getState()).toMatchObject({ activeTab: 'home', tabs: [{ kind: 'home' }] })
})

test('who signs in again finds the open work; another person finds Home alone', () => {
  const { sitDown, openCase } = useDeskStore.getState()
  sitDown('luc')
  openCase('a')
  sitDown('luc')
  expect(openTabs()).toEqual(['home', 'a'])
  sitDown('anna')
  expect(openTabs()).toEqual(['home'])
})

test('the form one person left open is not there for the next one', () => {
  const { sitDown } = useDeskStore.getState()
  sitDown('luc')
  useMatterStore.getState().show({ kind: 'dispute', disputeId: 'd' })
  sitDown('luc')
  expect(useMatterStore.getState().matter).not.toBeNull()
  sitDown('anna')
  expect(useMatterStore.getState().matter).toBeNull()
})
