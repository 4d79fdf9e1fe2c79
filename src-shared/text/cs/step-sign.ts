import type { Sentences } from '../sentences.ts'
import type { signStepText as english } from '../en/step-sign.ts'

/** Sentences of the step Sign: the pad, what is confirmed, the slip, in Czech. */
export const signStepText: Sentences<typeof english> = {
  'sign.title': 'Podpis',
  'sign.language': 'Jazyk smlouvy',
  'sign.paper': 'První strana smlouvy',
  'sign.reference': 'C-{reference}, strana 1 ze 2',
  'sign.byUs': '{name}, za {operator}',
  'sign.signature': 'Podpis',
  'sign.pad': 'Podpisový tablet',
  'sign.here': 'Podepište se zde perem',
  'sign.hereMouse': 'Podepište se zde myší se stisknutým tlačítkem',
  'sign.mouse': 'Podepsat myší',
  'sign.clear': 'Smazat',
  'sign.signedAt': 'Podepsáno {at:time}',
  'sign.signed': 'Podepsáno',
  'sign.tooMuch': 'Tolik inkoustu podpis nemá. Smažte ho a podepište znovu.',
  'sign.proof': 'Co je potvrzeno',
  'sign.proof.offer': 'Cena a nabídka',
  'sign.proof.identity': 'Totožnost',
  'sign.proof.credit': 'Bonita, třída {class}',
  'sign.proof.credit.none': 'Bonita',
  'sign.proof.notNeeded': 'není třeba, předplaceno',
  'sign.proof.provisional': 'předběžná',
  'sign.proof.number': 'Číslo',
  'sign.proof.heldUntil': 'drží se do {at:time}',
  'sign.missing': {
    one: 'K podpisu smlouvy chybí {count} věc',
    few: 'K podpisu smlouvy chybí {count} věci',
    other: 'K podpisu smlouvy chybí {count} věcí',
  },
  'sign.slip': 'Lístek pro zákazníka',
  'sign.slip.heading': 'PODMÍNĚNO POTVRZENÍM',
  'sign.slip.due': 'K úhradě nyní {amountMinor:money}',
  'sign.slip.dueDeposit': 'K úhradě nyní {amountMinor:money}, z toho kauce {depositMinor:money}',
  'sign.slip.call': 'Pro potvrzení voláme {number:phone}',
  'sign.slip.case': 'Případ {reference}  {name}, {place}',
  'sign.conditional':
    'Naše prodejna je bez spojení. Číslo, SIM a bonitu potvrdíme do příštího pracovního dne. Pokud to nepůjde, tato smlouva končí bez nákladů a každá platba se vrací.',
  'sign.conditional.online':
    'Ne vše je už potvrzeno. Číslo, SIM a bonitu potvrdíme do příštího pracovního dne. Pokud to nepůjde, tato smlouva končí bez nákladů a každá platba se vrací.',
  'sign.notSealed': 'Podepsáno, nezapečetěno. Pečeť je její SHA-256; pak ji už nelze změnit.',
  'sign.done': 'Podepsáno {at:day}, {at:time}, a zapečetěno. Podpis je v zapečetěné smlouvě.',
  'sign.save': 'Uložit smlouvu (PDF)',
  'sign.saved': 'Uloženo jako {name}',
  'sign.hash': 'SHA-256 {hash}',
}
