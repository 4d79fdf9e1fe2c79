import type { Sentences } from '../sentences.ts'
import type { reasonText as english } from '../en/reasons.ts'

/** Sentences behind codes that the core writes into rows: why a task is late or stuck, what a contact was about, in Russian. */
export const reasonText: Sentences<typeof english> = {
  'cause.PLATFORM_SILENT': 'Платформа ещё не ответила.',
  'cause.PROFILE_REFUSED': 'Платформа данных не приняла профиль этой линии.',
  'contact.billQuestion': 'Вопрос о счёте',
  'contact.coverage': 'Вопрос о покрытии',
  'contact.planChange': 'Вопрос о другом тарифе',
  'contact.payment': 'Вопрос об оплате',
  'contact.fault': 'Сообщение о неисправности',
  'contact.addressChange': 'Новый адрес',
}
