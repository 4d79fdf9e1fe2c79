import type { Sentences } from '../sentences.ts'
import type { errorText as english } from '../en/errors.ts'

/** One sentence for each code of a refusal: what happened, then what to do next, in Czech. */
export const errorText: Sentences<typeof english> = {
  'error.INPUT_INVALID': 'Zadání nešlo přečíst. Zkontrolujte označené pole a zkuste to znovu.',
  'error.NOT_SIGNED_IN':
    'Na tomto pracovišti není nikdo přihlášen. Přihlaste se a pokračujte; co jste napsali, zůstává.',
  'error.NOT_ALLOWED': 'Vaše role to nedovoluje. Požádejte kolegu, který smí; případ mu lze předat.',
  'error.UNKNOWN_PROCEDURE': 'Tato stránka a pracoviště mají různé verze. Spusťte Linedesk znovu.',
  'error.CORE_UNREACHABLE': 'Centrála neodpovídá. Pokračujte: vše se ukládá zde a odešle se, až se vrátí.',
  'error.STALE_VERSION': 'Mezitím to někdo změnil. Podívejte se na stav v evidenci a rozhodněte znovu.',
  'error.NOT_FOUND': 'Už to tu není. Vraťte se a otevřete to znovu.',
  'error.DISK_FULL': 'Disk tohoto pracoviště je plný. Nic se neztratilo; uvolněte místo a opakujte.',
  'error.FOLDER_READ_ONLY': 'Linedesk nesmí zapisovat do své složky. Nechte upravit práva složky a opakujte.',
  'error.FILE_LOCKED':
    'Soubory tohoto pracoviště drží jiný program, třeba záloha nebo antivirus. Nic se neztratilo; za chvíli opakujte.',
  'error.STORAGE_FAILED':
    'Uložení se nezdařilo. Nic nebylo odesláno; zkuste to znovu, a pokud to trvá, volejte podporu.',
  'error.INTERNAL': 'Pracoviště udělalo chybu. Co jste napsali, zůstává; zkuste to znovu, pak volejte podporu.',
  'error.SIGN_IN_WRONG': 'Jméno a heslo k sobě nepatří. Napište je znovu.',
  'error.SIGN_IN_LOCKED_HERE':
    'Pět chybných pokusů bez centrály: toto jméno je zde zamčeno. Odemkne se, až centrála odpoví.',
  'error.LEASE_ENDED':
    'Pracoviště je příliš dlouho bez centrály na to, aby podepisovalo, přijímalo peníze nebo určovalo třídu. Poznámky a rozepsané věci se ukládají dál; pokračujte zde, až centrála odpoví, nebo na pracovišti online.',
  'error.DEVICE_UNKNOWN':
    'Centrála toto pracoviště pod tímto klíčem nezná. Nic nebylo odesláno. Ať složku pracoviště prohlédne správce.',
  'error.CORE_DIFFERS':
    'To není centrála, se kterou bylo pracoviště zřízeno. Nic nebylo odesláno. Nechte ověřit její adresu; nová centrála potřebuje novou složku pracoviště.',
  'error.DEVICE_REVOKED':
    'Toto pracoviště bylo zneplatněno. Co neodeslalo, je zapečetěno v souboru; ať ho převezme správce.',
  'error.USER_REVOKED': 'Tato osoba už v centrále pracovat nesmí. O tom, co bylo odesláno dříve, rozhodne supervizor.',
  'error.SIGN_IN_LOCKED': 'Pět chybných pokusů: přihlášení je na pět minut zamčeno.',
  'error.NOT_DEMONSTRATION': 'To funguje jen v ukázkovém trhu.',
  'error.CASE_UNKNOWN': 'Toto pracoviště případ nezná. Najděte ho z domovské obrazovky.',
  'error.CONTACT_WRONG': 'Číslo nebo adresa nemůže být správně. Zeptejte se ještě jednou; nic se nezměnilo.',
  'error.FIELD_CHANGED': 'Jiné pracoviště to změnilo dříve. Podívejte se na obojí a jedno vyberte.',
  'error.CASE_CLOSED': 'Případ je uzavřen. Pro novou věc založte nový.',
  'error.CASE_TAKEN_OVER':
    'Případ převzalo jiné pracoviště. Co jste napsali, zůstává zde; pokračujte tam, nebo případ převezměte.',
  'error.CASE_SIGNED': 'V případu je podepsaná smlouva; lze ji zrušit, ne případ opustit.',
  'error.ALREADY_SIGNED': 'Smlouva je podepsána i s číslem. Jiné číslo vyžaduje dodatek; nic se nezměnilo.',
  'error.CASE_EXISTS': 'Tento případ už je v evidenci.',
  'error.STEP_INCOMPLETE': 'V tomto kroku něco chybí.',
  'error.OFFER_NOT_ALLOWED': 'Tato nabídka není zákazníkovi otevřena. Důvod stojí vedle.',
  'error.NO_TWIN': 'K této nabídce není předplacená obdoba. Vyberte ze seznamu.',
  'error.CONSENT_MISSING':
    'Zákazník nesouhlasil s dotazem do úvěrového registru. Zeptejte se a zaškrtněte to v kroku Důvod.',
  'error.OFFLINE_CAP_REACHED':
    'Pracoviště vyčerpalo počet předběžných tříd. Nabídněte předplacenou službu, nebo počkejte na centrálu.',
  'error.PAPER_FAILED': 'Smlouvu nešlo vytvořit. Zadání i podpis zůstávají; dokončete krok znovu, pak volejte podporu.',
  'error.NOT_SIGNED': 'Podepsaná smlouva zatím není.',
  'error.DOCUMENT_ELSEWHERE':
    'Smlouva byla podepsána na jiném pracovišti a ještě tu není. Zkuste to, až centrála odpoví.',
  'error.NOTHING_TO_RESOLVE': 'O tom už je rozhodnuto. Seznam ukazuje, co zbývá.',
  'error.DECISION_UNKNOWN': 'Centrála tuto věc už nezná. Seznam ukazuje, co zbývá.',
  'error.DECISION_NEEDS_SUPERVISOR':
    'Něco je tu podepsáno nebo zaplaceno, rozhoduje proto supervizor. Předejte mu to; nic se neztratí.',
  'error.TASK_UNKNOWN': 'Centrála tento úkol nezná.',
  'error.TASK_NOT_STUCK': 'Úkol už nevázne. Nic se nezměnilo.',
  'error.EVIDENCE_UNKNOWN': 'Centrála tuto kontrolu dokladu nezná.',
  'error.NOT_REFERRED': 'O této kontrole už je rozhodnuto. Nic se nezměnilo.',
  'error.IDENTITY_REFUSED': 'Doklad nebyl přijat. Požádejte o jiný.',
  'error.PERSON_KNOWN': 'Tato osoba už je zákazníkem. Otevřete ho a pokračujte tam.',
  'error.PERSON_DIFFERS':
    'Doklad patří jiné osobě než zákazníkovi v evidenci. Porovnejte je, nebo založte případ pro tuto osobu.',
  'error.NUMBER_TAKEN': 'Toto číslo má teď někdo jiný. Vyberte jiné; nic dalšího se nemění.',
  'error.NUMBER_UNKNOWN': 'Toto číslo není naše. Vyberte ze seznamu.',
  'error.SIM_TAKEN': 'Tato SIM už je použita. Vezměte jinou kartu.',
  'error.SIM_STOCK_EMPTY': 'SIM tohoto druhu došly. Zvolte jiný druh, nebo objednejte zásobu.',
  'error.CUSTOMER_EXISTS': 'Tento zákazník už je v evidenci.',
  'error.CUSTOMER_UNKNOWN': 'Centrála tohoto zákazníka nezná.',
  'error.ADDRESS_PROOF_OLD': 'Doklad o adrese je příliš starý. Požádejte o novější.',
  'error.IDENTITY_MISSING': 'V evidenci není doklad totožnosti. Přejděte na Totožnost.',
  'error.IDENTITY_REFERRED': 'Před aktivací této linky je nutná další kontrola.',
  'error.CREDIT_MISSING': 'V evidenci není bonitní třída. Přejděte na Bonitu.',
  'error.CREDIT_CLASS_TOO_LOW': 'Třída {class} tuto nabídku nedovoluje. Nabídněte její předplacenou obdobu.',
  'error.CREDIT_LINES_EXCEEDED':
    'Třída dovoluje tento počet linek: {lines}. Všechny se používají. Může to posoudit supervizor.',
  'error.PAYMENT_MISSING': 'Splatná částka nebyla zaplacena. Přejděte na Platbu.',
  'error.DEPOSIT_DIFFERS':
    'Třída vyžaduje kauci {depositMinor:money}; podepsáno bylo {paidMinor:money}. Řekněte to zákazníkovi a podepište dodatek.',
  'error.PRICE_DIFFERS':
    'Podepsaná cena není cena našeho ceníku. Zavolejte zákazníkovi: zrušte objednávku a podepište znovu za správnou cenu.',
  'error.AGREEMENT_UNKNOWN': 'Centrála tuto smlouvu zatím nezná. Dojde sama.',
  'error.ORDER_EXISTS': 'Tato objednávka už je v evidenci.',
  'error.AMOUNT_DIFFERS': 'Zaplacená částka není podepsaná částka. Zkontrolujte doklad.',
  'error.TENDERED_TOO_LITTLE': 'Přijatá hotovost je nižší než splatná částka.',
  'error.MRZ_INCOMPLETE': 'Řádky nejsou úplné. Dopište je do konce i s výplní.',
  'error.MRZ_CHARACTER': 'Je tu znak, který žádný doklad nemá. Napište ho znovu.',
  'error.MRZ_CHECK_DIGIT': 'Kontrolní číslice nesedí. Porovnejte označené pole s dokladem.',
  'error.DOCUMENT_EXPIRED': 'Doklad skončil {expiryDate:date}. Požádejte o platný.',
  'error.UNDER_AGE': 'Zákazníkovi je {age}; smlouva vyžaduje {minimumAge}. Za linku může podepsat rodič.',
  'error.DATE_UNREADABLE': 'Datum v dokladu nelze přečíst. Napište řádek znovu.',
  'error.STATE_UNKNOWN': 'Stát {state} doklady nevydává. Napište řádek znovu.',
  'error.SPECIMEN_NOT_ACCEPTED': 'To je vzor, ne doklad osoby.',
  'error.DOCUMENT_KIND_UNKNOWN': 'To nejsou řádky pasu ani občanského průkazu.',
  'error.COMMAND_ID_REUSED': 'Dvě různé věci nesou jedno číslo. Nic se nezměnilo; volejte podporu.',
  'error.BODY_HASH_DIFFERS': 'Došlo něco jiného, než bylo odesláno. Nic se nezměnilo; volejte podporu.',
  'error.SIGNATURE_WRONG': 'Podpis pracoviště nesedí. Nic se nezměnilo; volejte podporu.',
  'error.BODY_INVALID': 'Centrála nedokázala přečíst, co bylo odesláno. Nic se nezměnilo; volejte podporu.',
  'error.ROLE_NOT_ALLOWED': 'Vaše role to v centrále nedovoluje. Udělá to kolega, který smí.',
  'error.BLOB_MISSING': 'Příloha ještě nedošla. Dojde sama.',
  'error.NUMBER_SEQUENCE_REUSED': 'Pracoviště započítalo jeden povel dvakrát. Nic se nezměnilo; volejte podporu.',
  'error.OVERLOADED': 'Centrála je vytížená. Zkusí se to samo znovu.',
  'error.UNAVAILABLE': 'Centrála teď nemůže odpovědět. Zkusí se to samo znovu.',
  'offer.off.OFFER_COMPANIES_ONLY': 'Jen pro firmy.',
  'offer.off.OFFER_ENDED': 'Skončila {on:date}.',
  'offer.off.OFFER_NOT_YET': 'Začíná {on:date}.',
  'offer.off.OFFER_NEEDS_LINE': 'Vyžaduje první aktivní linku; žádná není.',
  'offer.off.OFFER_NEEDS_CLASS': 'Splátky vyžadují třídu A nebo B.',
  'offer.off.OFFER_CLASS_TOO_LOW': 'Vyžaduje třídu {class}; tento zákazník má {has}.',
  'offer.off.OFFER_POST_PAID_REFUSED': 'Třída E má jen předplacené.',
}
