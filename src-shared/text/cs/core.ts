import type { Sentences } from '../sentences.ts'
import type { coreText as english } from '../en/core.ts'

/** Sentences the core writes on a terminal: what it does, and why it cannot start, in Czech. */
export const coreText: Sentences<typeof english> = {
  'core.listening': 'Centrála naslouchá na {address}.',
  'core.seeding': 'Zakládání: {done:number} z {of:number} zákazníků.',
  'core.seeded': 'Ukázkový trh je připraven, zákazníků: {of:number}.',
  'core.restored':
    'Databáze {place} se počítá jako obnovená. Pracoviště načtou vše znovu a pošlou znovu, co uchovala z posledních 35 dnů.',
  'core.deviceRevoked': 'Pracoviště je zneplatněno. Při příštím spojení zapečetí, co neodeslalo, a zahodí své klíče.',
  'core.userRevoked': 'Osoba je zneplatněna a všude odhlášena. Co neodeslala, počká po příchodu na supervizora.',
  'core.imported':
    'Převzato: na supervizora čeká {held:number}, známo bylo {known:number}, nepatřilo tomuto pracovišti a vynecháno bylo {wrong:number}.',
  'core.usageImported':
    'Převzaté záznamy provozu: {stored:number}, z toho pozdních pro příští vyúčtování: {late:number}. Známé dříve: {known:number}. Odložené s důvodem: {rejected:number}.',
  'core.rejectsRetried':
    'Převzato z odložených záznamů: {stored:number}, z toho pozdních pro příští vyúčtování: {late:number}. Známé dříve: {known:number}. Stále odložené: {left:number}.',
  'core.rejectSettled': 'Řádek {line} souboru {file} je označen jako vyřízený.',
  'core.rejectsWritten': 'Do {out} zapsány odložené řádky, každý s důvodem: {lines:number}.',
  'core.billRun':
    'Vyúčtování do {date}: vystaveno {bills:number}, řádků {lines:number}, záznamů provozu {records:number}.',
  'core.unpriced':
    'Záznamy provozu bez ceny, které čekají: {records:number}. Doplňte jejich zóny do tarifů a spusťte vyúčtování znovu.',
  'core.mixedCurrencies':
    'Linky bez vyúčtování, protože jejich měna není měnou plátce: {lines:number}. Dejte jim vlastního plátce a spusťte vyúčtování znovu.',
  'core.rebilled':
    'Vyúčtování {number} ruší doklad {note}. Jeho období je vyúčtováno znovu: {again}, z {before} je {after}.',
  'core.rebilled.nothing': 'Vyúčtování {number} ruší doklad {note}. Z jeho období už není co účtovat.',
  'core.rerated.more':
    'Nově oceněné záznamy provozu z vyúčtování {number}: {records:number}; příští vyúčtování za ně připočte {amount}.',
  'core.rerated.more.net':
    'Nově oceněné záznamy provozu z vyúčtování {number}: {records:number}; příští vyúčtování za ně připočte {amount} bez daně.',
  'core.rerated.less':
    'Nově oceněné záznamy provozu z vyúčtování {number}: {records:number}; příští vyúčtování vrátí {amount}.',
  'core.rerated.less.net':
    'Nově oceněné záznamy provozu z vyúčtování {number}: {records:number}; příští vyúčtování vrátí {amount} bez daně.',
  'core.rerated.same':
    'Nově oceněné záznamy provozu z vyúčtování {number}: {records:number}; částka příštího vyúčtování se tím nemění.',
  'core.rerated.nothing':
    'Všechny záznamy provozu z vyúčtování {number} už svou cenu mají: pro příští vyúčtování nic nového.',
  'core.auditWhole': 'Auditní záznam je celý, řádků: {rows:number}, každý navazuje na předchozí. Jeho čelo je {head}.',
  'core.auditBroken.hash':
    'Auditní záznam je porušen na řádku {sequence} ({id}): není to, co bylo zapsáno. Ponechte databázi tak, jak je, a porovnejte ji se zálohou.',
  'core.auditBroken.previous':
    'Auditní záznam je porušen na řádku {sequence} ({id}): nenavazuje na řádek před ním. Ponechte databázi tak, jak je, a porovnejte ji se zálohou.',
  'core.auditBroken.gap':
    'Auditní záznam je porušen na řádku {sequence}: chybí, další je {id}. Ponechte databázi tak, jak je, a porovnejte ji se zálohou.',
  'core.auditBroken.head':
    'Auditní záznam je porušen na řádku {sequence} ({id}): řetěz nekončí tam, kde říká jeho čelo. Ponechte databázi tak, jak je, a porovnejte ji se zálohou.',
  'core.cycleSet': 'Zákazník {customer} má od teď vyúčtování podle tohoto cyklu. Příští vyúčtování: {on}.',
  'core.cycleSet.new': 'Zákazník {customer} bude mít vyúčtování podle tohoto cyklu, až bude mít účtovanou linku.',
  'core.balanced': 'Účetní kniha je vyrovnaná, účtů: {accounts:number}.',
  'core.ublExported':
    'Zapsáno do {out}: vyúčtování {bills:number}, dobropisů {notes:number}, v UBL. Každý dokument splňuje pravidla EN 16931.',
  'core.billPdf': 'Zapsáno do {out}: {number}, {bytes:number} bajtů.',
  'core.problem.SELLER_MISSING':
    'Trh neuvádí prodávajícího: žádné vyúčtování nelze vytisknout. Doplňte do jeho pravidel prodávajícího (jméno, adresu, IČO, DIČ, účet) a zkuste to znovu.',
  'core.problem.NUMBER_UNKNOWN':
    'Centrála vyúčtování {number} nezná. Nic nebylo zapsáno. Najděte jeho číslo na pracovišti nebo na papíře.',
  'core.problem.RULES_BROKEN':
    '{number} porušuje pravidla EN 16931: {rules}. Nebylo zapsáno. Nahlaste tento řádek; dokumenty před ním platí.',
  'core.problem.OUT_UNWRITABLE': 'Do {out} nelze zapsat. Zkontrolujte cestu a práva a zkuste to znovu.',
  'core.problem.REBILL_REFUSED': 'Vyúčtování {number} nebylo vystaveno znovu. Nic se nezměnilo. {reason}',
  'core.problem.RERATE_REFUSED': 'Provoz z vyúčtování {number} nebyl nově oceněn. Nic se nezměnilo. {reason}',
  'core.problem.CYCLE_REFUSED': 'Cyklus zákazníka {customer} se nezměnil. {reason}',
  'core.problem.USAGE_UNREADABLE': 'Soubor provozu {file} nelze přečíst. Nic se nezměnilo. Zkontrolujte cestu a práva.',
  'core.problem.REJECT_UNKNOWN':
    'Odložený řádek {line} souboru {file} neexistuje, nebo jich je víc. Nic nebylo označeno. Vypište je pomocí usage-rejects a uveďte soubor jeho fileId.',
  'core.problem.MARKET_MISSING':
    'Databáze {place} zatím neobsahuje trh. Nic se nezměnilo. Nejdříve ho založte, nebo zvolte jinou pomocí --db.',
  'core.problem.PLAN_WRONG': 'Žádné vyúčtování nevzniklo, protože tarif je chybný. {reason}',
  'core.problem.BALANCE_OFF':
    'Účetní kniha není vyrovnaná: {what}. Nevystavujte další vyúčtování a nechte tyto zápisy prověřit.',
  'core.problem.REVOKE_UNKNOWN':
    'Centrála nezná {who}. Nic se nezměnilo. Vyhledejte její pracoviště a osoby, pak uveďte číslo pracoviště nebo přihlašovací jméno osoby.',
  'core.problem.IMPORT_UNREADABLE': 'Soubor {file} nelze přečíst. Nic se nezměnilo. Zkontrolujte cestu a práva.',
  'core.problem.IMPORT_REFUSED':
    'Soubor {file} nebyl převzat ({reason}). Nic se nezměnilo. Zkontrolujte, že je celý a že byl zapečetěn právě pro tuto centrálu.',
  'core.problem.PORT_TAKEN': 'Port {port} používá jiný program. Ukončete ho, nebo zvolte jiný port pomocí --port.',
  'core.problem.FOLDER_READ_ONLY':
    'Centrála nesmí zapisovat do {place}. Nechte upravit práva složky, nebo zvolte jiný soubor pomocí --db.',
  'core.problem.DISK_FULL': 'Disk s {place} je plný. Nic se neztratilo. Uvolněte místo a spusťte centrálu znovu.',
  'core.problem.KEY_LOST':
    'Klíč neotevírá {place}, nebo je soubor poškozen. Nic se nezměnilo. Spusťte centrálu s klíčem tohoto souboru v LINEDESK_CORE_KEY, nebo vraťte soubor ze zálohy.',
  'core.problem.STORAGE_FAILED':
    'Databáze {place} neodpovídá. Nic se nezměnilo. Ověřte, že běží a je dostupná, a spusťte centrálu znovu.',
  'core.problem.SCHEMA_NEWER': 'Databázi {place} zapsal novější Linedesk. Nic se nezměnilo. Spusťte centrálu té verze.',
  'core.problem.MARKET_EXISTS':
    'Databáze {place} už obsahuje trh. Nic se nezměnilo. Zakládejte do prázdné databáze: zvolte jinou pomocí --db.',
  'core.problem.ARGUMENT_WRONG':
    'Výrazu {argument} nelze rozumět. Centrála přijímá: [revoke --device ID | revoke --user LOGIN | import-outbox FILE | seed --customers N --seed S | restored | usage-import --file F | usage-rejects [--out F, --retry, --file F --line N] | bill-run --date D | rebill --bill N | rerate --bill N | billing-cycle --customer N --frequency F --day D --month M | trial-balance | ubl-export --out DIR | bill-pdf --bill N --out F] --db sqlite:FILE nebo postgres://..., --port N, --host ADDRESS, --clock manual, --demo.',
  'core.problem.INTERNAL':
    'Centrála udělala chybu a zastavila se: {reason}. Co bylo uloženo, zůstává. Spusťte ji znovu, a pokud se to opakuje, nahlaste tento řádek.',
}
