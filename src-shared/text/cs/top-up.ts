import type { Sentences } from '../sentences.ts'
import type { topUpText as english } from '../en/top-up.ts'

/** Disputed top-ups, in Czech. */
export const topUpText: Sentences<typeof english> = {
  'dispute.title.topUp': 'Reklamace, dobití {at:day}',
  'dispute.topUp': 'Dobití',
  'dispute.topUp.open': 'Otevřít reklamaci',
  'dispute.topUp.cash': 'Hotově',
  'dispute.topUp.terminal': 'Kartou, {reference}',
  'dispute.topUp.line': 'Dobití {at:day}, {at:time}',
  'dispute.topUp.amount': 'Reklamováno z dobití',
  'dispute.topUp.tooLate': 'Toto dobití šlo reklamovat do {last:date}. Řekněte zákazníkovi, kam se může obrátit dál.',
  'dispute.topUp.notReady': 'Napište částku, která z dobití zbývá.',
  'dispute.topUp.tell.open':
    'Odpověď máte do {on:date}. Je-li to tak, {amountMinor:money} vám připíšeme jako kredit na účet.',
  'dispute.topUp.tell.part':
    'Vracíme {amountMinor:money} z {claimedMinor:money}. Můžete se odvolat, další místo: {name:name}.',
  'dispute.topUp.tell.rejected':
    'Nevracíme nic: dobití bylo zaúčtováno správně. Můžete se odvolat, další místo: {name:name}.',
  'dispute.topUp.tell.withdrawn': 'Reklamace je uzavřena, jak jste si přáli. Dobití zůstává, jak bylo zaúčtováno.',
  'decision.because.topUp': 'Platba na tomto pracovišti není. Zkuste to online.',
  'decision.topUp': 'Dobití',
  'decision.topUp.card': 'Kartou',
  'decision.topUp.by': '{way}, {name}',
  'decision.topUp.like.reference': '{way}, stejné číslo',
  'decision.topUp.like.sum': '{way}, stejná částka',
  'decision.topUp.col.reference': 'Číslo',
  'decision.topUp.col.paid': 'Zaplaceno',
  'decision.topUp.col.topUp': 'Dobito',
  'decision.topUp.after': 'Po připsání {amountMinor:money}',
  'decision.topUp.row.credit': 'Kredit',
  'decision.topUp.row.left': 'Dobití',
  'decision.topUp.leftOf': 'nevráceno {leftMinor:money} z {topUpMinor:money}',
  'decision.topUp.toTheGood': '{amountMinor:money} k dobru',
  'decision.why.topUp.reference': 'Číslo {reference} je zaúčtováno podruhé, {at:day} v {at:time}.',
  'decision.why.topUp.sum': '{amountMinor:money} je zaúčtováno podruhé do deseti minut, {at:day} v {at:time}.',
  'decision.why.topUp.gone': 'Všechno už bylo vráceno.',
  'decision.why.topUp.settled': 'Je zaúčtováno dvakrát a platba {at:day}, {at:time} už byla vrácena.',
  'decision.why.topUp.notArrived': 'Je zaúčtováno jednou. Chybí zůstatek linky z toho dne.',
  'decision.why.topUp.bookedTwice':
    'Pod stejným číslem ani ve stejné výši do deseti minut nic není. Chybí výpis s oběma platbami.',
  'decision.why.topUp.otherSum': 'Je zaúčtováno jednou. Chybí doklad nebo výpis s druhou částkou.',
  'decision.why.topUp.other': 'Je zaúčtováno jednou a nic na tomto pracovišti nemluví proti.',
  'decision.why.topUp.shown': 'Co zákazník ukazuje, je vpravo k posouzení.',
}
