import type { Sentences } from '../sentences.ts'
import type { linesText as english } from '../en/lines.ts'

/** Sentences of lines from a file, in French. */
export const linesText: Sentences<typeof english> = {
  'lines.title': 'Lignes depuis un fichier',
  'lines.hint': 'CSV avec nom et forfait ; au besoin numéro, SIM, commande. 500 lignes au plus',
  'lines.choose': 'Choisir un fichier',
  'lines.list': 'Lignes du fichier',
  'lines.line': 'Ligne',
  'lines.plan': 'Forfait',
  'lines.number': 'Numéro',
  'lines.anyNumber': 'un libre',
  'lines.state': 'SIM, ou ce qui est faux',
  'lines.order': {
    one: 'Commander {count} ligne, {monthly} par mois',
    many: 'Commander {count} lignes, {monthly} par mois',
    other: 'Commander {count} lignes, {monthly} par mois',
  },
  'lines.ordering': 'Enregistrement de la commande',
  'lines.wrong': {
    one: '{count} ligne est fausse ; rien n’est commandé avant sa correction dans le fichier',
    many: '{count} lignes sont fausses ; rien n’est commandé avant leur correction dans le fichier',
    other: '{count} lignes sont fausses ; rien n’est commandé avant leur correction dans le fichier',
  },
  'lines.missing': 'Il manque autre chose ; voir au-dessus de la liste',
  'lines.missing.identity':
    'Le signataire de l’entreprise n’a pas été vu ou le contrôle est en cours. Terminez d’abord Identité.',
  'lines.missing.credit':
    'L’entreprise n’a pas encore de classe de crédit. Choisissez un forfait sous Offre, puis terminez Solvabilité.',
  'lines.missing.purchaseOrder':
    'Certaines lignes n’ont pas de bon de commande. Saisissez-en un ci-dessus pour toutes ou donnez-en un à chacune dans le fichier.',
  'lines.progress': '{active} sur {of} actives, {sent} au système central, {stuck} bloquées',
  'lines.progress.label': 'Lignes actives',
  'lines.LINES_EMPTY': 'Le fichier n’a aucune ligne sous son en-tête. Choisissez-en un autre.',
  'lines.LINES_TOO_MANY': 'Le fichier a {has} lignes, {max} au plus à la fois. Divisez-le.',
  'lines.LINES_COLUMN_MISSING': 'Il n’y a pas de colonne « {column} ». Ajoutez-la à l’en-tête du fichier.',
  'lines.LINES_COLUMN_UNKNOWN':
    'La colonne « {column} » est inconnue. Retirez-la ou nommez-la nom, forfait, numéro, SIM ou commande.',
  'lines.LINE_CELLS': 'Le nombre de cellules diffère de l’en-tête.',
  'lines.LINE_NAME_EMPTY': 'Le nom manque.',
  'lines.LINE_NAME_LONG': 'Le nom dépasse {max} lettres.',
  'lines.LINE_PLAN_UNKNOWN': 'Aucun forfait ne s’appelle « {plan} ».',
  'lines.LINE_PLAN_ENDED': '« {plan} » n’est pas vendu aujourd’hui.',
  'lines.LINE_NUMBER_WRONG': '{number} n’est pas un numéro de téléphone.',
  'lines.LINE_NUMBER_TWICE': '{number} est déjà en ligne {line}.',
  'lines.LINE_NUMBER_TAKEN': '{number} n’est pas libre.',
  'lines.LINE_SIM_WRONG': '« {sim} » n’est ni carte ni eSIM.',
  'lines.LINE_REFERENCE_LONG': 'Le bon de commande dépasse {max} caractères.',
  'command.order.submitLines': 'Lignes d’un fichier commandées',
  'error.COMPANIES_ONLY':
    'Les lignes depuis un fichier sont réservées aux entreprises. Choisissez l’entreprise sous Motif.',
  'error.LINES_REFUSED':
    '{count} lignes ne peuvent être commandées ainsi, et rien ne l’a été : {lines}. Corrigez le fichier et choisissez-le à nouveau.',
  'error.NUMBERS_EMPTY':
    'Il y a moins de numéros libres que de lignes. Commandez moins de lignes à la fois ou faites ajouter des numéros.',
}
