import type { Sentences } from '../sentences.ts'
import type { contractText as english } from '../en/contract.ts'

/** Sentences on paper: contract, summary, conditions. What stands in [brackets] is printed bold, in Czech. */
export const contractText: Sentences<typeof english> = {
  'paper.title': 'Smlouva {reference}',
  'paper.page': '{reference}, strana {page} z {pages}',
  'paper.summary': 'Shrnutí vaší smlouvy',
  'paper.plan': 'Tarif',
  'paper.plan.value': '{plan}',
  'paper.plan.with': '{plan} a {addOns}',
  'paper.number': 'Telefonní číslo',
  'paper.sim': 'SIM',
  'paper.sim.card': 'Karta',
  'paper.sim.eSim': 'eSIM',
  'paper.monthly': 'Měsíčně',
  'paper.monthly.value': '[{amountMinor:money}] včetně daně',
  'paper.dueNow': 'K úhradě nyní',
  'paper.dueNow.none': 'Nic',
  'paper.dueNow.value': '[{amountMinor:money}]',
  'paper.dueNow.deposit': '[{amountMinor:money}], z toho kauce {depositMinor:money}',
  'paper.firstBill': 'První vyúčtování',
  'paper.firstBill.value': '[{amountMinor:money}] dne {on:date}',
  'paper.firstBill.part': '[{amountMinor:money}] dne {on:date}, {days} z {ofDays} dnů',
  'paper.firstBill.none': 'Žádné, linka je předplacená',
  'paper.commitment': 'Závazek',
  'paper.commitment.value': {
    one: '{months} měsíc, do {until:date}; celkem [{totalMinor:money}]',
    few: '{months} měsíce, do {until:date}; celkem [{totalMinor:money}]',
    other: '{months} měsíců, do {until:date}; celkem [{totalMinor:money}]',
  },
  'paper.commitment.none': 'Žádný, odejít můžete kdykoli',
  'paper.notice': 'Výpovědní doba',
  'paper.notice.value': 'Jeden měsíc, písemně nebo v kterékoli prodejně',
  'paper.notice.prePaid': 'Není třeba',
  'paper.leaving': 'Při předčasném odchodu',
  'paper.leaving.quarter': 'Čtvrtina zbývajících měsíčních plateb',
  'paper.leaving.percent': '{percent} % zbývajících měsíčních plateb',
  'paper.leaving.none': 'Nic',
  'paper.sums': 'Částky v {currency} včetně daně, podle ceníku {priceList}.',
  'paper.conditional': 'Podmíněno potvrzením.',
  'paper.conditional.text':
    'Ne vše bylo možné potvrdit hned. Číslo, SIM a bonitu potvrdíme do {at:day}, {at:time}. Pokud to nepůjde, tato smlouva končí bez nákladů a každá platba se vrací.',
  'paper.placeAndDay': '{place}, {on:date}',
  'paper.agent': '{agent}, za {operator}',
  'paper.signatureOf': 'Podpis: {name}',
  'paper.conditions': 'Podmínky',
  'paper.condition.1': 'Co kupujete',
  'paper.condition.1.text':
    '{operator} poskytuje službu uvedenou ve shrnutí ode dne, kdy je linka aktivní. Shrnutí je součástí této smlouvy; liší-li se od těchto podmínek, platí shrnutí.',
  'paper.condition.2': 'Ceny a vyúčtování',
  'paper.condition.2.text':
    'Ceny ve shrnutí platí po celou dobu závazku. Část měsíce se účtuje podle dnů k počtu dnů celého období. Každé vyúčtování uvádí den splatnosti, nejméně 14 dnů po odeslání.',
  'paper.condition.3': 'Kauce',
  'paper.condition.3.text':
    'Kauce zůstává vaše. Vrací se s konečným vyúčtováním, nebo dříve, pokud ji vaše bonitní třída už nevyžaduje. Do té doby se s ní nic nehradí.',
  'paper.condition.4': 'Vaše číslo',
  'paper.condition.4.text':
    'Číslo je vaše po celou dobu smlouvy a můžete si ho přenést k jinému operátorovi. Nelze-li vám ho přidělit, dohodneme s vámi jiné v podepsaném dodatku; cena se nemění.',
  'paper.condition.5': 'Opožděná platba',
  'paper.condition.5.text':
    'Než se jakákoli služba omezí, dostanete upomínku a výzvu, každou s datem. Co včas reklamujete, se nevymáhá, dokud není rozhodnuto. Tísňová volání fungují vždy.',
  'paper.condition.6': 'Ukončení smlouvy',
  'paper.condition.6.text':
    'Smlouvu můžete ukončit s výpovědní dobou uvedenou ve shrnutí, písemně nebo v kterékoli prodejně. Během závazku je splatná částka uvedená pod „Při předčasném odchodu“. Nic dalšího se za odchod neúčtuje.',
  'paper.condition.7': 'Změny',
  'paper.condition.7.text':
    'Změnu ceny nebo služby ve váš neprospěch vám oznámíme měsíc předem a do té doby můžete odejít bez nákladů. Nic se v této smlouvě nemění bez listiny, kterou přijmete.',
  'paper.condition.8': 'Vaše údaje',
  'paper.condition.8.text':
    'Uchováváme, co vyžaduje smlouva, zákon a vaše souhlasy. Z vašeho dokladu uchováváme, co prokazuje, kdo jste, nikdy jeho obraz. Každý souhlas lze kdykoli odvolat, stejně snadno, jako byl dán.',
  'paper.seal': 'Tento dokument se při podpisu pečetí svým SHA-256. Každá změna je vidět.',
  'paper.number.later': 'Přidělí se s objednávkou',
  'paper.number.none': 'Žádné',
  'paper.installation': 'Linka na adrese',
  'paper.device': 'Zařízení',
  'paper.device.once': '{device}, zaplaceno najednou',
  'paper.device.instalments': '{device}, na splátky v měsíční částce',
  'paper.monthly.net': '[{amountMinor:money}], bez DPH',
  'paper.monthly.first': '[{amountMinor:money}], prvních {months} měs. {firstMinor:money}; včetně DPH',
  'paper.monthly.firstNet': '[{amountMinor:money}], prvních {months} měs. {firstMinor:money}; bez DPH',
}
