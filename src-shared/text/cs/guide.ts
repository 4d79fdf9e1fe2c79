import type { Sentences } from '../sentences.ts'
import type { guideText as english } from '../en/guide.ts'

/** Sentences of the demonstration's guide: its stories, their steps, and beginning anew, in Czech. */
export const guideText: Sentences<typeof english> = {
  'guide.title': 'Průvodce',
  'guide.done': 'Příběhy: {done} z {of}',
  'guide.close': 'Zavřít průvodce',
  'guide.closeForGood': 'Neotevírat sám od sebe',
  'guide.isDone': 'Hotovo',
  'guide.as': 'Hraje {name}: Ctrl L, pak {name}.',
  'guide.show': 'Ukázat',
  'guide.reset': 'Začít ukázku znovu',
  'guide.resetAsk':
    'Všechny případy, smlouvy a poznámky této ukázky se zahodí a vytvoří se nový trh. Jazyk a vzhled zůstanou. Trvá to několik sekund a nedá se to vrátit.',
  'guide.resetYes': 'Zahodit a začít znovu',
  'guide.resetNo': 'Nechat, jak je',
  'guide.resetBusy': 'Začíná se znovu',
  'guide.story.specimen': 'Pas u přepážky',
  'guide.step.specimen.begin':
    'Otevřete případ klávesami Alt N: Anna Maria Eriksson, číslo 06 39 98 66 10. Zaškrtněte „Úvěrový registr“, pak Ctrl Enter.',
  'guide.step.specimen.plan': 'Vyberte tarif a číslo, pak Ctrl Enter.',
  'guide.step.specimen.passport':
    'V kroku Totožnost stiskněte Čtečka v posledním řádku: přečte její pas. Doklad o adrese: ne starší než 90 dní.',
  'guide.step.specimen.sign': 'Zjistěte třídu, podepište myší, Ctrl Enter.',
  'guide.step.specimen.works': 'Přijměte hotovost, odešlete objednávku a sledujte, jak linka ožije.',
  'guide.story.cable': 'Prodej s vytaženým kabelem',
  'guide.step.cable.pull': 'Vytáhněte kabel, v posledním řádku okna.',
  'guide.step.cable.plan':
    'Otevřete případ pro Rosa Delmas, číslo 06 39 98 66 12, zaškrtněte „Úvěrový registr“ a dokončete Nabídku: stojí u ní Uloženo zde.',
  'guide.step.cable.sign':
    'Stiskněte Čtečka: přečte její pas. Vezměte předběžnou třídu a podepište: smlouva zůstává tady.',
  'guide.step.cable.plug': 'Podívejte se na K odeslání, zapojte kabel a sledujte, jak se vše potvrdí.',
  'guide.story.conflict': 'Jedno číslo, dva zákazníci',
  'guide.step.conflict.hold': 'V Čeká na vás otevřete číslo, které dostal někdo jiný, a podržte jiné.',
  'guide.step.conflict.agree': 'Camille souhlasí: vezměte podržené číslo.',
  'guide.step.conflict.confirmed': 'Její objednávka je potvrzena s novým číslem.',
  'guide.story.portIn': 'Číslo, které starý operátor nepouští',
  'guide.step.portIn.look': 'Otevřete případ Adaeze v kroku Aktivace a přečtěte jí důvod starého operátora.',
  'guide.step.portIn.again': 'Požádejte starého operátora znovu, na jiný den.',
  'guide.step.portIn.scheduled': 'Počkejte několik sekund: den je domluven.',
  'guide.story.company': 'Pekařství s pobočkami',
  'guide.step.company.branch': 'Najděte Boulangerie Martin, otevřete pobočku a začněte pro ni případ.',
  'guide.step.company.plan': 'Vyberte tarif a číslo: ceny jsou bez daně, kdo podepisuje, je známo.',
  'guide.step.company.sign':
    'V kroku Bonita zaškrtněte „Úvěrový registr“ a zjistěte třídu. V kroku Podpis odešlete shrnutí, zvolte Přečíst a napište libovolné číslo nahrávky.',
  'guide.step.company.order': 'V kroku Platba zvolte Příští vyúčtování a odešlete objednávku.',
  'guide.story.yesterday': 'Včera rozdělala kolegyně',
  'guide.step.yesterday.look': 'Ctrl K a napište Perrin: včerejší případ Mathilde je tam.',
  'guide.step.yesterday.takeOver': 'Převezměte případ: je v něm vše, co napsala Irina.',
  'guide.step.yesterday.offer': 'Bere si 40 GB: dokončete Nabídku.',
  'palette.knowledge': 'Znalosti',
  'knowledge.close': 'Zavřít',
  'knowledge.at': 'U kroku {step}',
}
