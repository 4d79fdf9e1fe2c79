import type { Sentences } from '../sentences.ts'
import type { overrideText as english } from '../en/override.ts'

/** Sentences of a credit override, in Czech. */
export const overrideText: Sentences<typeof english> = {
  'credit.reason.OVERRIDDEN': 'Supervizor rozhodl jinak',
  'override.title': 'Jiné rozhodnutí',
  'override.reason': 'Proč rozhodnout jinak',
  'override.reason.help': 'Přečte to supervizor a zůstane to v záznamu',
  'override.reasonOff': 'Uveďte důvod',
  'override.ask': 'Požádat supervizora',
  'override.decide': 'Rozhodnout jinak',
  'override.decideHelp': 'Vaše role to dovoluje; kdo rozhodl a proč, zůstane v záznamu',
  'override.asked': 'Požádáno v {at:time}. Supervizor rozhodne v „Čeká na vás“; košík zůstává, jak je.',
  'override.asked.say': 'Požádal jsem kolegu, který o tom smí rozhodnout. Potrvá to pár minut.',
  'override.refused': 'Supervizor výjimku neschválil. Třída i její limity platí.',
  'override.given': 'Jinak rozhoduje {name}: {reason}',
  'override.limit': 'Limit této třídy je vyčerpán. Supervizor ho může s důvodem rozšířit.',
  'needs.title.OVERRIDE_NEEDS_SUPERVISOR': 'Výjimka',
  'needs.sentence.OVERRIDE_NEEDS_SUPERVISOR':
    '{by} žádá v {at:time} o jiné úvěrové rozhodnutí; zákazník: {name}. Zatím se nic nezměnilo.',
  'needs.override': 'Požádat o výjimku',
  'needs.override.follows1': 'Otevře se krok Bonita; uveďte tam důvod.',
  'needs.override.follows2': 'Až bude povolena, otevřete krok znovu a pošlete objednávku.',
  'error.OVERRIDE_NEEDS_SUPERVISOR':
    'Je požádáno o výjimku; supervizor rozhodne v „Čeká na vás“. Do té doby platí třída i limity.',
  'error.OVERRIDE_NOT_NEEDED': 'Nebrání tomu třída ani limit, není z čeho dělat výjimku. Pokračujte v prodeji.',
  'error.OVERRIDE_ASKED': 'O výjimku už je požádáno; počkejte na supervizora, který rozhodne.',
  'command.credit.overrideDecision': 'Úvěrová výjimka',
}
