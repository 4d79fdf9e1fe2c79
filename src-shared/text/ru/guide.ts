import type { Sentences } from '../sentences.ts'
import type { guideText as english } from '../en/guide.ts'

/** Sentences of the demonstration's guide: its stories, their steps, and beginning anew, in Russian. */
export const guideText: Sentences<typeof english> = {
  'guide.title': 'Путеводитель',
  'guide.done': 'Историй: {done} из {of}',
  'guide.close': 'Закрыть путеводитель',
  'guide.closeForGood': 'Больше не открывать самому',
  'guide.isDone': 'Готово',
  'guide.as': 'Эту историю играет {name}: Ctrl L, затем {name}.',
  'guide.show': 'Показать',
  'guide.reset': 'Начать демонстрацию заново',
  'guide.resetAsk':
    'Все обращения, договоры и заметки этой демонстрации будут выброшены, а рынок создан заново. Язык и тема останутся. Это займёт несколько секунд, отменить нельзя.',
  'guide.resetYes': 'Выбросить и начать заново',
  'guide.resetNo': 'Оставить как есть',
  'guide.resetBusy': 'Начинаем заново',
  'guide.story.specimen': 'Паспорт у стойки',
  'guide.step.specimen.begin':
    'Откройте обращение клавишами Alt N: Anna Maria Eriksson, номер 06 39 98 66 10. Отметьте «Запрос в бюро», затем Ctrl Enter.',
  'guide.step.specimen.plan': 'Выберите тариф и номер, затем Ctrl Enter.',
  'guide.step.specimen.passport':
    'На шаге «Личность» нажмите «Сканер» в последней строке: он прочтёт паспорт. Подтверждение адреса: не старше 90 дней.',
  'guide.step.specimen.sign': 'Запросите класс, подпишите мышью, Ctrl Enter.',
  'guide.step.specimen.works': 'Примите наличные, отправьте заказ и смотрите, как оживает линия.',
  'guide.story.cable': 'Продажа без кабеля',
  'guide.step.cable.pull': 'Выдерните кабель: кнопка в последней строке окна.',
  'guide.step.cable.plan':
    'Откройте обращение для Rosa Delmas, номер 06 39 98 66 12, отметьте «Запрос в бюро» и завершите «Предложение»: рядом будет «Сохранено здесь».',
  'guide.step.cable.sign':
    'Нажмите «Сканер»: он прочтёт её паспорт. Возьмите предварительный класс и подпишите: договор хранится здесь.',
  'guide.step.cable.plug': 'Загляните в «К отправке», верните кабель и смотрите, как всё подтверждается.',
  'guide.story.conflict': 'Один номер, два клиента',
  'guide.step.conflict.hold': 'В разделе «Ждёт вас» откройте номер, который достался другому, и придержите новый.',
  'guide.step.conflict.agree': 'Camille согласна: возьмите придержанный номер.',
  'guide.step.conflict.confirmed': 'Её заказ подтверждён с новым номером.',
  'guide.story.portIn': 'Номер, который держит прежний оператор',
  'guide.step.portIn.look': 'Откройте обращение Adaeze на шаге «Активация» и прочтите ей причину прежнего оператора.',
  'guide.step.portIn.again': 'Запросите прежнего оператора ещё раз, на другой день.',
  'guide.step.portIn.scheduled': 'Подождите несколько секунд: день согласован.',
  'guide.story.company': 'Пекарня с филиалами',
  'guide.step.company.branch': 'Найдите Boulangerie Martin, откройте филиал и начните для него обращение.',
  'guide.step.company.plan': 'Выберите тариф и номер: цены без налога, подписывает тот, кто уже известен.',
  'guide.step.company.sign':
    'На шаге «Кредитный класс» отметьте «Запрос в бюро» и узнайте класс. На шаге «Подпись» отправьте сводку, выберите «Зачитать» и введите любой номер записи.',
  'guide.step.company.order': 'На шаге «Оплата» выберите «Следующий счёт» и отправьте заказ.',
  'guide.story.yesterday': 'Начато вчера коллегой',
  'guide.step.yesterday.look': 'Нажмите Ctrl K и наберите Perrin: вчерашнее обращение Mathilde там.',
  'guide.step.yesterday.takeOver': 'Примите обращение: в нём всё, что набрала Irina.',
  'guide.step.yesterday.offer': 'Она берёт 40 ГБ: завершите «Предложение».',
  'palette.knowledge': 'Знания',
  'knowledge.close': 'Закрыть',
  'knowledge.at': 'Рядом с шагом {step}',
}
