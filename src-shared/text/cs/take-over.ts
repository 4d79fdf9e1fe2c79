import type { Sentences } from '../sentences.ts'
import type { takeOverText as english } from '../en/take-over.ts'

/** Sentences of a case that changes hands: who has it, taking it over, and what stays on one desk only, in Czech. */
export const takeOverText: Sentences<typeof english> = {
  'writer.elsewhere': 'Otevřeno na {deskName}, {name}, od {since:time}. Zde jen ke čtení.',
  'writer.takenOver':
    '{name}: případ převzat na {deskName}, {since:time}. Zde jen ke čtení: pokračujte tam, nebo ho převezměte zpět.',
  'writer.takeOver': 'Převzít',
  'writer.off': 'Případ má jiné pracoviště',
  'onlyHere.title': 'Jen na tomto pracovišti',
  'onlyHere.hint': 'Napsáno zde a nikde jinde. Zkopírujte, co je ještě potřeba.',
  'onlyHere.step': '{step}, napsáno {at:time}',
  'onlyHere.copy': 'Kopírovat',
  'onlyHere.copied': 'Ve schránce.',
  'onlyHere.notCopied': 'Označte text a zkopírujte ho ručně.',
  'field.givenNames': 'Jména',
  'field.familyName': 'Příjmení',
  'field.contactNumber': 'Kontaktní číslo',
  'field.email': 'E-mail',
  'field.wish': 'Přání číslic',
  'field.msisdn': 'Telefonní číslo',
  'field.line1': 'První řádek dokladu',
  'field.line2': 'Druhý řádek dokladu',
  'field.line3': 'Třetí řádek dokladu',
  'field.addressIssuedOn': 'Doklad vydán dne',
  'field.street': 'Ulice a číslo',
  'field.postalCode': 'PSČ',
  'field.town': 'Obec',
  'field.income': 'Měsíční příjem',
  'field.tendered': 'Přijatá hotovost',
  'field.terminalReference': 'Reference terminálu',
  'number.own': 'drženo pro toto pracoviště',
  'needs.takeBack': 'Vzít případ zpět',
  'needs.takeBack.follows1': 'Toto pracoviště do něj znovu píše; druhé čte.',
  'needs.takeBack.follows2': 'Vaše zadání je v krocích. Porovnejte a dokončete je znovu.',
}
