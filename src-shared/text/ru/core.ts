import type { Sentences } from '../sentences.ts'
import type { coreText as english } from '../en/core.ts'

/** Sentences the core writes on a terminal: what it does, and why it cannot start, in Russian. */
export const coreText: Sentences<typeof english> = {
  'core.listening': 'Центральная система слушает {address}.',
  'core.seeding': 'Создание: {done:number} из {of:number} клиентов.',
  'core.seeded': 'Демонстрационный рынок готов, клиентов: {of:number}.',
  'core.restored':
    'База {place} считается восстановленной. Рабочие места загрузят всё заново и снова отправят то, что хранят за последние 35 дней.',
  'core.deviceRevoked':
    'Рабочее место отозвано. При следующей связи оно запечатает неотправленное и удалит свои ключи.',
  'core.userRevoked':
    'Доступ человека отозван, все его сеансы закрыты. Неотправленное им по прибытии будет ждать супервайзера.',
  'core.imported':
    'Принято: ждут супервайзера {held:number}, уже известны {known:number}, не от этого рабочего места и пропущены {wrong:number}.',
  'core.usageImported':
    'Принято записей трафика: {stored:number}, из них поздних, для следующего счёта: {late:number}. Известны ранее: {known:number}. Отложены с причиной: {rejected:number}.',
  'core.rejectsRetried':
    'Принято из отложенного: {stored:number}, из них поздних, для следующего счёта: {late:number}. Известны ранее: {known:number}. Остаются отложенными: {left:number}.',
  'core.rejectSettled': 'Строка {line} файла {file} отмечена как обработанная.',
  'core.rejectsWritten': 'Записано в {out} отложенных строк, каждая с причиной: {lines:number}.',
  'core.billRun': 'Счета по {date}: выставлено {bills:number}, строк {lines:number}, записей трафика {records:number}.',
  'core.unpriced':
    'Записи трафика без цены, ждут: {records:number}. Добавьте их зоны в тарифы и запустите выставление счетов снова.',
  'core.mixedCurrencies':
    'Линии без счёта, потому что их валюта не совпадает с валютой плательщика: {lines:number}. Назначьте им отдельного плательщика и запустите выставление счетов снова.',
  'core.rebilled':
    'Счёт {number} отменён документом {note}. Его период выставлен заново: {again}, было {before}, стало {after}.',
  'core.rebilled.nothing': 'Счёт {number} отменён документом {note}. За его период выставлять больше нечего.',
  'core.rerated.more':
    'Пересчитано записей трафика по счёту {number}: {records:number}; в следующем счёте к оплате добавится {amount}.',
  'core.rerated.more.net':
    'Пересчитано записей трафика по счёту {number}: {records:number}; в следующем счёте к оплате добавится {amount} без налога.',
  'core.rerated.less':
    'Пересчитано записей трафика по счёту {number}: {records:number}; следующий счёт вернёт {amount}.',
  'core.rerated.less.net':
    'Пересчитано записей трафика по счёту {number}: {records:number}; следующий счёт вернёт {amount} без налога.',
  'core.rerated.same':
    'Пересчитано записей трафика по счёту {number}: {records:number}; сумма следующего счёта от этого не изменится.',
  'core.rerated.nothing':
    'Все записи трафика по счёту {number} уже с верной ценой: для следующего счёта ничего нового.',
  'core.auditWhole': 'Журнал аудита цел, записей: {rows:number}, каждая связана с предыдущей. Его вершина: {head}.',
  'core.auditBroken.hash':
    'Журнал аудита нарушен в записи {sequence} ({id}): она не та, что была внесена. Сохраните базу как есть и сравните её с резервной копией.',
  'core.auditBroken.previous':
    'Журнал аудита нарушен в записи {sequence} ({id}): она не продолжает предыдущую. Сохраните базу как есть и сравните её с резервной копией.',
  'core.auditBroken.gap':
    'Журнал аудита нарушен в записи {sequence}: её нет, следующая {id}. Сохраните базу как есть и сравните её с резервной копией.',
  'core.auditBroken.head':
    'Журнал аудита нарушен в записи {sequence} ({id}): цепочка кончается не там, где указывает её вершина. Сохраните базу как есть и сравните её с резервной копией.',
  'core.cycleSet': 'Клиенту {customer} счета теперь выставляются по этому циклу. Следующий счёт: {on}.',
  'core.cycleSet.new':
    'Клиенту {customer} счета будут выставляться по этому циклу, когда у него появится линия со счётом.',
  'core.balanced': 'Главная книга сходится, счетов учёта: {accounts:number}.',
  'core.ublExported':
    'Записано в {out}: счетов {bills:number}, кредит-нот {notes:number}, в UBL. Каждый документ соблюдает правила EN 16931.',
  'core.billPdf': 'Записано в {out}: {number}, байт: {bytes:number}.',
  'core.problem.SELLER_MISSING':
    'В правилах рынка не указан продавец: ни один счёт нельзя оформить. Добавьте продавца (название, адрес, регистрационный номер, номер НДС, счёт) и повторите.',
  'core.problem.NUMBER_UNKNOWN':
    'Центральная система не знает счёта {number}. Ничего не записано. Найдите его номер на рабочем месте или на бумаге.',
  'core.problem.RULES_BROKEN':
    '{number} нарушает правила EN 16931: {rules}. Документ не записан. Сообщите об этой строке; документы до него в силе.',
  'core.problem.OUT_UNWRITABLE': 'Записать в {out} не удаётся. Проверьте путь и права и повторите.',
  'core.problem.REBILL_REFUSED': 'Счёт {number} не выставлен заново. Ничего не изменено. {reason}',
  'core.problem.RERATE_REFUSED': 'Трафик по счёту {number} не пересчитан. Ничего не изменено. {reason}',
  'core.problem.CYCLE_REFUSED': 'Цикл клиента {customer} не изменён. {reason}',
  'core.problem.USAGE_UNREADABLE': 'Файл трафика {file} не читается. Ничего не изменено. Проверьте путь и права.',
  'core.problem.REJECT_UNKNOWN':
    'Отложенная строка {line} файла {file} не найдена или не одна. Ничего не отмечено. Выведите список командой usage-rejects и укажите файл по его fileId.',
  'core.problem.MARKET_MISSING':
    'В базе {place} ещё нет рынка. Ничего не изменено. Сначала создайте его или выберите другую базу через --db.',
  'core.problem.PLAN_WRONG': 'Счета не выставлены: в тарифе ошибка. {reason}',
  'core.problem.BALANCE_OFF':
    'Главная книга не сходится: {what}. Не выставляйте новых счетов и проверьте эти проводки.',
  'core.problem.REVOKE_UNKNOWN':
    'Центральная система не знает {who}. Ничего не изменено. Найдите её рабочие места и людей, затем укажите номер места или логин человека.',
  'core.problem.IMPORT_UNREADABLE': 'Файл {file} не читается. Ничего не изменено. Проверьте путь и права.',
  'core.problem.IMPORT_REFUSED':
    'Файл {file} не принят ({reason}). Ничего не изменено. Проверьте, что он цел и запечатан именно для этой центральной системы.',
  'core.problem.PORT_TAKEN': 'Порт {port} занят другой программой. Завершите её или выберите другой порт через --port.',
  'core.problem.FOLDER_READ_ONLY':
    'Центральная система не может писать в {place}. Исправьте права папки или выберите другой файл через --db.',
  'core.problem.DISK_FULL':
    'Диск с {place} заполнен. Ничего не потеряно. Освободите место и запустите центральную систему снова.',
  'core.problem.KEY_LOST':
    'Ключ не открывает {place}, или файл повреждён. Ничего не изменено. Запустите центральную систему с ключом этого файла в LINEDESK_CORE_KEY или верните файл из резервной копии.',
  'core.problem.STORAGE_FAILED':
    'База {place} не отвечает. Ничего не изменено. Проверьте, что она работает и доступна, и запустите центральную систему снова.',
  'core.problem.SCHEMA_NEWER':
    'База {place} записана более новым Linedesk. Ничего не изменено. Запустите центральную систему той версии.',
  'core.problem.MARKET_EXISTS':
    'В базе {place} уже есть рынок. Ничего не изменено. Нужна пустая база: выберите другую через --db.',
  'core.problem.ARGUMENT_WRONG':
    'Непонятно: {argument}. Центральная система принимает: [revoke --device ID | revoke --user LOGIN | import-outbox FILE | seed --customers N --seed S | restored | usage-import --file F | usage-rejects [--out F, --retry, --file F --line N] | bill-run --date D | rebill --bill N | rerate --bill N | billing-cycle --customer N --frequency F --day D --month M | trial-balance | ubl-export --out DIR | bill-pdf --bill N --out F] --db sqlite:FILE или postgres://..., --port N, --host ADDRESS, --clock manual, --demo.',
  'core.problem.INTERNAL':
    'Центральная система допустила ошибку и остановилась: {reason}. Сохранённое цело. Запустите её снова, а если повторится, сообщите эту строку.',
}
