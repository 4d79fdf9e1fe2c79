import type { Sentences } from '../sentences.ts'
import type { overrideText as english } from '../en/override.ts'

/** Sentences of a credit override, in Russian. */
export const overrideText: Sentences<typeof english> = {
  'credit.reason.OVERRIDDEN': 'Супервайзер решил иначе',
  'override.title': 'Другое решение',
  'override.reason': 'Почему следует решить иначе',
  'override.reason.help': 'Это прочтёт супервайзер, и это останется в записи',
  'override.reasonOff': 'Укажите причину',
  'override.ask': 'Запросить супервайзера',
  'override.decide': 'Решить иначе',
  'override.decideHelp': 'Ваша роль это позволяет; кто решил и почему, останется в записи',
  'override.asked': 'Запрошено в {at:time}. Супервайзер решит в разделе «Ждёт вас»; корзина остаётся как есть.',
  'override.asked.say': 'Я спросил коллегу, который может это решить. Это займёт несколько минут.',
  'override.refused': 'Супервайзер не одобрил исключение. Класс и его лимиты остаются.',
  'override.given': 'Иначе решает {name}: {reason}',
  'override.limit': 'Лимит этого класса исчерпан. Супервайзер может расширить его с указанием причины.',
  'needs.title.OVERRIDE_NEEDS_SUPERVISOR': 'Исключение',
  'needs.sentence.OVERRIDE_NEEDS_SUPERVISOR':
    '{by} просит в {at:time} другого кредитного решения; клиент: {name}. Пока ничего не изменилось.',
  'needs.override': 'Просить исключения',
  'needs.override.follows1': 'Откроется шаг «Кредитный класс»; укажите там причину.',
  'needs.override.follows2': 'Когда разрешат, откройте шаг снова и отправьте заказ.',
  'error.OVERRIDE_NEEDS_SUPERVISOR':
    'Запрошено исключение; супервайзер решит в разделе «Ждёт вас». До тех пор класс и лимиты остаются.',
  'error.OVERRIDE_NOT_NEEDED': 'Ни класс, ни лимит не мешают, исключение не нужно. Продолжайте продажу.',
  'error.OVERRIDE_ASKED': 'Исключение уже запрошено; дождитесь решения супервайзера.',
  'command.credit.overrideDecision': 'Кредитное исключение',
}
