import type { Sentences } from '../sentences.ts'
import type { shellText as english } from '../en/shell.ts'

/** Sentences of the shell: what it did about this machine's files, and why the desk could not start, in Czech. */
export const shellText: Sentences<typeof english> = {
  'notice.settingsDamaged':
    'Soubor nastavení nešlo přečíst. Linedesk ho uchoval jako {file}, pro nečitelné použil výchozí nastavení a funguje. Zkontrolujte nastavení.',
  'notice.settingsUnreadable':
    'Soubor nastavení {file} nešlo přečíst ani přesunout. Linedesk používá výchozí nastavení. Nechte upravit práva souboru.',
  'notice.keyUnprotected':
    'Tento systém nenabízí úložiště klíčů, klíč k souborům pracoviště je proto chráněn jen slabě. Než zde obsloužíte skutečné zákazníky, zřiďte klíčenku.',
  'notice.outboxDamaged': {
    one: 'Soubor s prací tohoto pracoviště byl poškozen. Je uchován jako {file} a nový vznikl z druhé kopie: {count} uložený záznam je zde a jde do centrály znovu. Pole dosud neuložená s krokem jsou pryč; projděte otevřené případy.',
    few: 'Soubor s prací tohoto pracoviště byl poškozen. Je uchován jako {file} a nový vznikl z druhé kopie: {count} uložené záznamy jsou zde a jdou do centrály znovu. Pole dosud neuložená s krokem jsou pryč; projděte otevřené případy.',
    other:
      'Soubor s prací tohoto pracoviště byl poškozen. Je uchován jako {file} a nový vznikl z druhé kopie: {count} uložených záznamů je zde a jde do centrály znovu. Pole dosud neuložená s krokem jsou pryč; projděte otevřené případy.',
  },
  'notice.outboxGone': {
    one: 'Soubor s prací tohoto pracoviště chyběl. Nový vznikl z druhé kopie: {count} uložený záznam je zde a jde do centrály znovu. Pole dosud neuložená s krokem jsou pryč; projděte otevřené případy.',
    few: 'Soubor s prací tohoto pracoviště chyběl. Nový vznikl z druhé kopie: {count} uložené záznamy jsou zde a jdou do centrály znovu. Pole dosud neuložená s krokem jsou pryč; projděte otevřené případy.',
    other:
      'Soubor s prací tohoto pracoviště chyběl. Nový vznikl z druhé kopie: {count} uložených záznamů je zde a jde do centrály znovu. Pole dosud neuložená s krokem jsou pryč; projděte otevřené případy.',
  },
  'notice.entriesUnreadable': {
    one: '{count} uložený záznam nelze přečíst v žádné ze dvou kopií. Pokud došel do centrály, je tam; projděte případy posledních dnů a volejte podporu.',
    few: '{count} uložené záznamy nelze přečíst v žádné ze dvou kopií. Co došlo do centrály, je tam; projděte případy posledních dnů a volejte podporu.',
    other:
      '{count} uložených záznamů nelze přečíst v žádné ze dvou kopií. Co došlo do centrály, je tam; projděte případy posledních dnů a volejte podporu.',
  },
  'notice.journalDamaged': {
    one: '{count} záznam druhé kopie nešlo přečíst. První kopie je celá, nic tedy nechybí. Nechte zkontrolovat disk.',
    few: '{count} záznamy druhé kopie nešlo přečíst. První kopie je celá, nic tedy nechybí. Nechte zkontrolovat disk.',
    other:
      '{count} záznamů druhé kopie nešlo přečíst. První kopie je celá, nic tedy nechybí. Nechte zkontrolovat disk.',
  },
  'notice.decisionsStuck':
    'Vaše rozhodnutí se nepodařilo uložit: disk je plný nebo uzamčený. Zůstává zachováno a zkouší se znovu. Uvolněte místo na disku.',
  'notice.recordDiffers':
    'Centrála už neukazuje záznam, který toto pracoviště zná: byla vrácena ze starší kopie a nikdo to neohlásil, nebo byl její záznam změněn. Pracujte dál, vše, co uložíte, zůstane. Řekněte to tomu, kdo centrálu spravuje; záznam prověří příkazem audit verify.',
  'notice.cacheDamaged':
    'Kopie trhu na tomto pracovišti je poškozena a načítá se znovu. Pracujte dál: vše, co uložíte, zůstane. Zákazníky najdete, až bude hotovo.',
  'startup.problem.IN_USE':
    'Linedesk už je nad složkou {folder} otevřen v jiném okně nebo programu. Zavřete ho tam; tento se pak otevře sám.',
  'startup.problem.FILE_LOCKED':
    'Jiný program drží soubor pracoviště ve složce {folder}, třeba záloha nebo antivirus. Nic se nezměnilo. Linedesk se otevře sám, až ho uvolní.',
  'startup.problem.KEY_LOST':
    'Klíč k souborům pracoviště nelze přečíst, zůstávají proto zamčené. Nic nebylo smazáno ani změněno. Přihlaste se do počítače jako uživatel, který pracoviště zřídil, nebo nechte složku {folder} vrátit ze zálohy i s key.bin, pak spusťte Linedesk znovu.',
  'startup.problem.DEVICE_REVOKED':
    'Toto pracoviště bylo zneplatněno. Co neodeslalo, leží zapečetěné v {file}; nic dalšího už na něm číst nelze. Předejte soubor správci centrály, ten ho převezme pro supervizora.',
  'startup.problem.DEVICE_REVOKED_OPEN':
    'Toto pracoviště bylo zneplatněno. Co neodeslalo, se pečetí ve složce {folder}. Nechte ho zapnuté, a je-li disk plný, uvolněte místo.',
  'startup.problem.FOLDER_READ_ONLY':
    'Linedesk nesmí zapisovat do své složky {folder}. Nechte upravit práva složky, nebo zvolte jinou pomocí LINEDESK_DATA a spusťte ho znovu.',
  'startup.problem.DISK_FULL':
    'Disk se složkou {folder} je plný. Nic se neztratilo. Uvolněte místo a spusťte Linedesk znovu.',
  'startup.problem.STORAGE_FAILED':
    'Disk u {folder} neodpovídá. Nic se nezměnilo. Spusťte Linedesk znovu, a pokud to trvá, volejte podporu.',
  'startup.problem.CORE_FAILED':
    'Centrálu na tomto počítači nešlo spustit; Linedesk to zkouší sám znovu. Co píšete, zůstává a odešle se, až odpoví. Pokud to trvá, volejte podporu.',
  'startup.problem.SERVICE_STOPPED':
    'Část Linedesku, která uchovává vaši práci, se zastavila a spouští se znovu. Co bylo uloženo, zůstává. Pokud to trvá, volejte podporu.',
}
