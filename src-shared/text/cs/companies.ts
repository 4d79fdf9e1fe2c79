import type { Sentences } from '../sentences.ts'
import type { companiesText as english } from '../en/companies.ts'

/** Sentences of companies and households: their numbers, people who sign, branches, members, in Czech. */
export const companiesText: Sentences<typeof english> = {
  'reason.kind': 'Kdo kupuje',
  'reason.kind.individual': 'Osoba',
  'reason.kind.household': 'Domácnost',
  'reason.kind.company': 'Firma',
  'household.members': 'Kdo tam ještě bydlí',
  'household.members.help': 'Jména oddělená čárkami; smějí linky používat',
  'household.members.known': 'V domácnosti dále: {members}',
  'company.name': 'Firma',
  'company.register': 'Číslo v rejstříku',
  'company.register.help': 'Jako na výpisu z rejstříku',
  'company.vat': 'Daňové číslo',
  'company.vat.help': 'Jen pokud je má',
  'company.signatory': 'Podepisuje',
  'company.signatory.given': 'Kdo podepisuje: jména',
  'company.signatory.family': 'Kdo podepisuje: příjmení',
  'company.role': 'Funkce',
  'company.role.help': 'Jednatel, majitel, vedoucí kanceláře',
  'company.mandate': 'Podepisuje podle',
  'company.mandate.lawful': 'rejstříku',
  'company.mandate.powerOfAttorney': 'plné moci',
  'company.mandateReference': 'Značka plné moci',
  'company.parent': 'Pobočka firmy',
  'company.branchOf': 'Pobočka firmy {name}.',
  'company.noBranch': 'Není to pobočka',
  'company.newBranch': 'Nová pobočka',
  'company.asParent': 'Prázdné: jako firma',
  'company.bills': 'Vyúčtování dostane',
  'company.bills.own': 'pobočka',
  'company.bills.parent': 'firma',
  'company.purchaseOrder': 'Objednávka',
  'company.lineUser': 'Kdo linku používá',
  'company.lineUser.help': 'Prázdné: nikdo určitý',
  'wrong.BUSINESS_NUMBER_LENGTH': '{name}: znaků {has}, má jich být {of}. Porovnejte s výpisem z rejstříku.',
  'wrong.BUSINESS_NUMBER_FORM': '{name}: píše se jako {example}. Porovnejte s výpisem z rejstříku.',
  'wrong.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name}: kontrolní číslice nesedí, některá číslice je chybná nebo jsou dvě prohozené. Porovnejte s výpisem z rejstříku.',
  'wrong.VAT_OF_ANOTHER': 'Toto daňové číslo patří k jinému číslu v rejstříku. Porovnejte obě s výpisem.',
  'wrong.COMPANY_KNOWN': 'Toto číslo už je v evidenci: {name}. Vyberte ji níže, nebo založte její pobočku.',
  'wrong.PARENT_UNKNOWN': 'Toto pracoviště nezná firmu jako takovou, která má pobočky. Vyberte ji ze seznamu.',
  'wrong.MANDATE_MISSING': 'Plná moc má značku. Zadejte tu z listiny.',
  'wrong.TOO_MANY_MEMBERS': 'Domácnost má nejvýš {max} dalších osob. Vynechte, kdo linku nepoužívá.',
  'error.BUSINESS_NUMBER_LENGTH':
    '{name}: znaků {has}, má jich být {of}. Porovnejte s výpisem z rejstříku a odešlete znovu.',
  'error.BUSINESS_NUMBER_FORM': '{name}: píše se jako {example}. Porovnejte s výpisem z rejstříku a odešlete znovu.',
  'error.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name}: kontrolní číslice nesedí. Porovnejte s výpisem z rejstříku a odešlete znovu.',
  'error.VAT_OF_ANOTHER': 'Toto daňové číslo patří k jinému číslu v rejstříku. Porovnejte obě a odešlete znovu.',
  'error.COMPANY_KNOWN': 'Tato firma už je zákazníkem: {name}. Pokračujte s ní, nebo založte její pobočku.',
  'error.PARENT_UNKNOWN': 'Firma, jejíž pobočkou to má být, tak v evidenci není. Vyberte ji znovu.',
  'error.COMPANY_LIMIT_EXCEEDED':
    'Firma s pobočkami smí utratit {limitMinor:money} měsíčně a už utrácí {usedMinor:money}. Zvolte menší tarif, nebo požádejte vedoucího směny o zvýšení limitu.',
  'error.PAYER_UNKNOWN':
    'Ten, kdo má platit, za tohoto zákazníka neodpovídá. Vyberte v kroku Důvod, kdo dostane vyúčtování.',
}
