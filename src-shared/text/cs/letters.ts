/** Letters about disputes and credits: what is granted, what is left, why, and where to turn next. */
export const letterTexts = {
  'letter.subject.dispute': 'vaše reklamace {reference}',
  'letter.subject.credit': 'dobropis k vyúčtování {number}',
  'letter.subject.charge': 'poplatek v příštím vyúčtování',
  'letter.subject.reversed': 'zrušený dobropis',
  'letter.subject.chargeOff': 'zrušený poplatek',
  'letter.filed':
    'Přijali jsme vaši reklamaci {reference} k vyúčtování {number}. Týká se částky {claimedMinor:money} {currency}.',
  'letter.held': 'Než o ní rozhodneme, nemusíte z tohoto vyúčtování platit {heldMinor:money} {currency}.',
  'letter.stillDue': 'Částka {dueMinor:money} {currency} reklamovaná není, její splatnost zůstává {due:date}.',
  'letter.answer': 'Odpověď dostanete nejpozději {answerBy:date}.',
  'letter.granted':
    'Prověřili jsme vaši reklamaci {reference} k vyúčtování {number} a uznáváme ji: {grantedMinor:money} {currency}.',
  'letter.inPart':
    'Prověřili jsme vaši reklamaci {reference} k vyúčtování {number} a uznáváme ji zčásti: {grantedMinor:money} {currency} z {claimedMinor:money} {currency}.',
  'letter.rejected':
    'Prověřili jsme vaši reklamaci {reference} k vyúčtování {number}. Částka {claimedMinor:money} {currency} byla vyúčtována správně a reklamaci nemůžeme uznat.',
  'letter.rest': 'Zbývá uhradit {restMinor:money} {currency}, nová splatnost je {due:date}.',
  'letter.nextBill':
    'Z toho jste už zaplatili {creditMinor:money} {currency}: o tuto částku bude nižší příští vyúčtování.',
  'letter.reason': 'Důvod: {note}',
  'letter.appeal': 'Pokud nesouhlasíte, můžete se odvolat do {appealUntil:date}. Obrátit se můžete také sem: {turnTo}.',
  'letter.turnTo': 'Pokud nesouhlasíte, můžete se obrátit sem: {turnTo}.',
  'letter.credit': 'K vyúčtování {number} vám dáváme dobropis {amountMinor:money} {currency}.',
  'letter.noCredit': 'Prověřili jsme dobropis k vyúčtování {number}, o kterém jsme mluvili. Nemůžeme ho dát.',
  'letter.reversed':
    'Rušíme dobropis {amountMinor:money} {currency} k vyúčtování {number}. Částka bude v příštím vyúčtování.',
  'letter.chargeOff': 'Rušíme poplatek {amountMinor:money} {currency}. V příštím vyúčtování nebude.',
  'letter.charge': 'V příštím vyúčtování bude poplatek {amountMinor:money} {currency}: {what}.',
  'letter.disagree': 'Pokud nesouhlasíte, můžete tuto položku reklamovat, jakmile vyúčtování dostanete.',
  'letter.filedTopUp':
    'Přijali jsme vaši reklamaci {reference} k dobití. Týká se částky {claimedMinor:money} {currency}.',
  'letter.grantedTopUp':
    'Prověřili jsme vaši reklamaci {reference} k dobití a uznáváme ji: {grantedMinor:money} {currency}.',
  'letter.inPartTopUp':
    'Prověřili jsme vaši reklamaci {reference} k dobití a uznáváme ji zčásti: {grantedMinor:money} {currency} z {claimedMinor:money} {currency}.',
  'letter.rejectedTopUp':
    'Prověřili jsme vaši reklamaci {reference} k dobití. Bylo zaúčtováno správně a částku {claimedMinor:money} {currency} nemůžeme uznat.',
  'letter.toTheGood': 'Částku máte jako kredit na účtu.',
  'message.template.disputeFiled': 'Reklamace přijata',
  'message.template.disputeDecided': 'Rozhodnutí o reklamaci',
  'message.template.creditDecided': 'Dobropis nebo poplatek',
} as const
