import type { Sentences } from '../sentences.ts'
import type { takeOverText as english } from '../en/take-over.ts'

/** Sentences of a case that changes hands: who has it, taking it over, and what stays on one desk only, in Russian. */
export const takeOverText: Sentences<typeof english> = {
  'writer.elsewhere': 'Открыто: {deskName}, {name}, с {since:time}. Здесь только чтение.',
  'writer.takenOver':
    '{name}: обращение принято, {deskName}, {since:time}. Здесь только чтение: продолжайте там или примите снова.',
  'writer.takeOver': 'Принять',
  'writer.off': 'Обращение у другого места',
  'onlyHere.title': 'Только на этом месте',
  'onlyHere.hint': 'Введено здесь и больше нигде. Скопируйте, что ещё нужно.',
  'onlyHere.step': '{step}, введено в {at:time}',
  'onlyHere.copy': 'Копировать',
  'onlyHere.copied': 'В буфере обмена.',
  'onlyHere.notCopied': 'Выделите текст и скопируйте вручную.',
  'field.givenNames': 'Имена',
  'field.familyName': 'Фамилия',
  'field.contactNumber': 'Контактный номер',
  'field.email': 'E-mail',
  'field.wish': 'Желаемые цифры',
  'field.msisdn': 'Номер телефона',
  'field.line1': 'Первая строка документа',
  'field.line2': 'Вторая строка документа',
  'field.line3': 'Третья строка документа',
  'field.addressIssuedOn': 'Дата подтверждения',
  'field.street': 'Улица и дом',
  'field.postalCode': 'Индекс',
  'field.town': 'Город',
  'field.income': 'Доход в месяц',
  'field.tendered': 'Получено наличными',
  'field.terminalReference': 'Номер терминала',
  'number.own': 'держится для этого места',
  'needs.takeBack': 'Вернуть обращение',
  'needs.takeBack.follows1': 'Здесь снова можно писать; там только чтение.',
  'needs.takeBack.follows2': 'Введённое вами стоит в шагах. Сравните и завершите их снова.',
}
