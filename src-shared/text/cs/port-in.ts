import type { Sentences } from '../sentences.ts'
import type { portInText as english } from '../en/port-in.ts'

/** Sentences of a number brought from another operator, in Czech. */
export const portInText: Sentences<typeof english> = {
  'portIn.bring': 'Přenést číslo od jiného operátora',
  'portIn.number': 'Přenášené číslo',
  'portIn.donor': 'Jeho operátor',
  'portIn.code': 'Účet nebo kód tam',
  'portIn.on': 'Den',
  'portIn.window': 'Kdy',
  'portIn.window.morning': 'ráno',
  'portIn.window.afternoon': 'odpoledne',
  'portIn.window.evening': 'večer',
  'portIn.temporary': 'Do té doby má linka číslo uvedené výše.',
  'portIn.title': 'Číslo od jiného operátora',
  'portIn.state.requested': '{number:phone}: {donor} byl dotázán, odpověď přijde později.',
  'portIn.state.refusedByDonor': 'Uvázlo: {donor} odmítá číslo {number:phone} uvolnit.',
  'portIn.state.scheduled': '{number:phone} přejde {on:date}; do té doby má linka {temporary:phone}.',
  'portIn.state.cutOver': '{number:phone} je číslem linky.',
  'portIn.state.withdrawn': 'Staženo: lince zůstává {temporary:phone}.',
  'portIn.refusal.DUES_UNPAID':
    'U druhého operátora nejsou zaplacena vyúčtování. Zákazník je tam uhradí, pak požádejte znovu.',
  'portIn.refusal.MINIMUM_STAY': 'Zákazník tam není minimální dobu. Zvolte pozdější den a požádejte znovu.',
  'portIn.refusal.OWNERSHIP_CHANGE': 'Linka tam mění držitele. Až bude nový držitel zapsán, požádejte znovu.',
  'portIn.refusal.CONTRACT_OBLIGATION':
    'Zákazníka tam ještě váže smlouva. Ukončí ji nebo doplatí, pak požádejte znovu.',
  'portIn.refusal.COURT_ORDER': 'Číslo zablokoval soud, přenést je nelze. Lince zůstane číslo, které má.',
  'portIn.refusal.CODE_WRONG': 'Účet nebo kód nesedí. Zeptejte se zákazníka znovu a požádejte znovu.',
  'portIn.askAgain': 'Požádat znovu',
  'wrong.PORT_DAY_WRONG': 'Den ode dneška, do 90 dnů. Zvolte jiný.',
  'wrong.PORT_NUMBER_OURS': 'Toto číslo už je naše. Vyberte ho mezi čísly, nebo zjistěte, kdo ho má.',
  'error.PORT_IN_EXISTS': 'Toto číslo už se přenáší. Než požádáte znovu, podívejte se, kde to stojí.',
  'error.PORT_NUMBER_OURS': 'Toto číslo už je naše; nic se nežádalo. Zvolte jiné.',
  'error.PORT_DAY_WRONG': 'Lze zvolit den ode dneška, do 90 dnů. Zvolte jiný a odešlete znovu.',
  'error.PRODUCT_UNKNOWN': 'Linka pro toto číslo není v evidenci. Nejdřív ji objednejte.',
  'error.PORT_IN_UNKNOWN': 'Toto pracoviště žádost nezná. Otevřete případ znovu.',
  'error.PORT_NOT_REFUSED': 'Operátor neodmítl; není o co znovu žádat. Počkejte na odpověď.',
  'error.PORT_IN_OVER': 'Číslo už přešlo, nebo byla žádost stažena. Podívejte se na linku.',
  'command.number.requestPortIn': 'Požádáno o přenos čísla',
  'command.number.askDonorAgain': 'O přenos požádáno znovu',
  'command.number.withdrawPortIn': 'Přenos stažen',
}
