import type { Sentences } from '../sentences.ts'
import type { linesText as english } from '../en/lines.ts'

/** Sentences of lines from a file, in Czech. */
export const linesText: Sentences<typeof english> = {
  'lines.title': 'Linky ze souboru',
  'lines.hint': 'CSV se jménem a tarifem; případně číslo, SIM, objednávka. Nejvýš 500 řádků',
  'lines.choose': 'Vybrat soubor',
  'lines.list': 'Řádky souboru',
  'lines.line': 'Řádek',
  'lines.plan': 'Tarif',
  'lines.number': 'Číslo',
  'lines.anyNumber': 'libovolné volné',
  'lines.state': 'SIM, nebo co je špatně',
  'lines.order': {
    one: 'Objednat {count} linku, {monthly} měsíčně',
    few: 'Objednat {count} linky, {monthly} měsíčně',
    many: 'Objednat {count} linky, {monthly} měsíčně',
    other: 'Objednat {count} linek, {monthly} měsíčně',
  },
  'lines.ordering': 'Objednávka se ukládá',
  'lines.wrong': {
    one: '{count} řádek je špatně; dokud není opraven v souboru, nic se neobjedná',
    few: '{count} řádky jsou špatně; dokud nejsou opraveny v souboru, nic se neobjedná',
    many: '{count} řádku je špatně; dokud není opraveno v souboru, nic se neobjedná',
    other: '{count} řádků je špatně; dokud nejsou opraveny v souboru, nic se neobjedná',
  },
  'lines.missing': 'Chybí ještě něco; stojí nad seznamem',
  'lines.missing.identity': 'Kdo za firmu podepisuje, zatím nebyl ověřen. Nejdřív dokončete krok Totožnost.',
  'lines.missing.credit': 'Firma zatím nemá úvěrovou třídu. Vyberte tarif v kroku Nabídka a dokončete krok Bonita.',
  'lines.missing.purchaseOrder':
    'Některé řádky nemají objednávku. Zadejte nahoře jednu pro všechny, nebo každému jeho vlastní v souboru.',
  'lines.progress': '{active} z {of} aktivních, {sent} v centrálním systému, {stuck} uvázlo',
  'lines.progress.label': 'Aktivní linky',
  'lines.LINES_EMPTY': 'Soubor nemá pod záhlavím žádné řádky. Vyberte jiný.',
  'lines.LINES_TOO_MANY': 'Soubor má řádků {has}, najednou jich smí být nejvýš {max}. Rozdělte ho.',
  'lines.LINES_COLUMN_MISSING': 'Chybí sloupec „{column}“. Doplňte ho do záhlaví souboru.',
  'lines.LINES_COLUMN_UNKNOWN':
    'Sloupec „{column}“ není znám. Odstraňte ho, nebo ho nazvěte jméno, tarif, číslo, SIM či objednávka.',
  'lines.LINE_CELLS': 'Má jiný počet buněk než záhlaví.',
  'lines.LINE_NAME_EMPTY': 'Chybí jméno.',
  'lines.LINE_NAME_LONG': 'Jméno má přes {max} písmen.',
  'lines.LINE_PLAN_UNKNOWN': 'Žádný tarif se nejmenuje „{plan}“.',
  'lines.LINE_PLAN_ENDED': '„{plan}“ se dnes neprodává.',
  'lines.LINE_NUMBER_WRONG': '{number} není telefonní číslo.',
  'lines.LINE_NUMBER_TWICE': '{number} je už na řádku {line}.',
  'lines.LINE_NUMBER_TAKEN': '{number} není volné.',
  'lines.LINE_SIM_WRONG': '„{sim}“ není karta ani eSIM.',
  'lines.LINE_REFERENCE_LONG': 'Objednávka má přes {max} znaků.',
  'command.order.submitLines': 'Objednány linky ze souboru',
  'error.COMPANIES_ONLY': 'Linky ze souboru jsou pro firmy. Vyberte firmu v kroku Důvod.',
  'error.LINES_REFUSED':
    'Řádky, které takto objednat nelze: {count}; neobjednalo se nic: {lines}. Opravte soubor a vyberte ho znovu.',
  'error.NUMBERS_EMPTY':
    'Volných čísel je méně než řádků. Objednejte jich najednou méně, nebo požádejte zázemí o další čísla.',
}
