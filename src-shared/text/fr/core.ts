import type { Sentences } from '../sentences.ts'
import type { coreText as english } from '../en/core.ts'

/** Sentences the core writes on a terminal: what it does, and why it cannot start, in French. */
export const coreText: Sentences<typeof english> = {
  'core.listening': 'Le système central écoute sur {address}.',
  'core.seeding': 'Création : {done:number} clients sur {of:number}.',
  'core.seeded': 'Le marché de démonstration est prêt, avec {of:number} clients.',
  'core.restored':
    'La base de {place} est considérée comme restaurée. Les postes rechargent tout et renvoient ce qu’ils ont gardé des 35 derniers jours.',
  'core.deviceRevoked':
    'Le poste est révoqué. À son prochain contact, il scelle ce qu’il n’a pas envoyé et efface ses clés.',
  'core.userRevoked':
    'La personne est révoquée et déconnectée partout. Ce qu’elle n’avait pas envoyé attendra un superviseur à son arrivée.',
  'core.imported':
    'Repris : {held:number} attendent un superviseur, {known:number} étaient déjà connus, {wrong:number} n’étaient pas de ce poste et ont été écartés.',
  'core.usageImported':
    'Consommations reprises : {stored:number}, dont {late:number} tardives, pour la prochaine facture. Déjà connues : {known:number}. Mises de côté avec leur raison : {rejected:number}.',
  'core.rejectsRetried':
    'Consommations reprises parmi celles mises de côté : {stored:number}, dont {late:number} tardives, pour la prochaine facture. Déjà connues : {known:number}. Encore de côté : {left:number}.',
  'core.rejectSettled': 'La ligne {line} de {file} est marquée comme réglée.',
  'core.rejectsWritten': 'Écrites dans {out} : {lines:number} lignes mises de côté, chacune avec sa raison.',
  'core.billRun':
    'Factures jusqu’au {date} : {bills:number} établies, avec {lines:number} lignes et {records:number} consommations.',
  'core.unpriced':
    'Consommations sans prix, en attente : {records:number}. Ajoutez leurs zones aux plans tarifaires, puis relancez la facturation.',
  'core.mixedCurrencies':
    'Lignes non facturées, car leur devise n’est pas celle de leur payeur : {lines:number}. Donnez-leur un payeur à part, puis relancez la facturation.',
  'core.rebilled':
    'La facture {number} est annulée par {note}. Sa période est facturée à nouveau : {again}, {before} devient {after}.',
  'core.rebilled.nothing': 'La facture {number} est annulée par {note}. Il ne reste rien à facturer de sa période.',
  'core.rerated.more':
    'Consommations de la facture {number} recalculées : {records:number} ; la prochaine facture demande {amount} de plus.',
  'core.rerated.more.net':
    'Consommations de la facture {number} recalculées : {records:number} ; la prochaine facture demande {amount} hors taxe de plus.',
  'core.rerated.less':
    'Consommations de la facture {number} recalculées : {records:number} ; la prochaine facture rend {amount}.',
  'core.rerated.less.net':
    'Consommations de la facture {number} recalculées : {records:number} ; la prochaine facture rend {amount} hors taxe.',
  'core.rerated.same':
    'Consommations de la facture {number} recalculées : {records:number} ; au total, rien ne change sur la prochaine facture.',
  'core.rerated.nothing':
    'Chaque consommation de la facture {number} a déjà son prix : rien de nouveau pour la prochaine facture.',
  'core.auditWhole':
    'Le journal d’audit est entier : {rows:number} lignes, chacune liée à la précédente. Sa tête est {head}.',
  'core.auditBroken.hash':
    'Le journal d’audit est rompu à la ligne {sequence} ({id}) : elle n’est plus ce qui a été écrit. Gardez cette base telle quelle et comparez-la avec une sauvegarde.',
  'core.auditBroken.previous':
    'Le journal d’audit est rompu à la ligne {sequence} ({id}) : elle ne suit pas la ligne précédente. Gardez cette base telle quelle et comparez-la avec une sauvegarde.',
  'core.auditBroken.gap':
    'Le journal d’audit est rompu à la ligne {sequence} : elle manque, la suivante est {id}. Gardez cette base telle quelle et comparez-la avec une sauvegarde.',
  'core.auditBroken.head':
    'Le journal d’audit est rompu à la ligne {sequence} ({id}) : la chaîne ne finit pas là où sa tête le dit. Gardez cette base telle quelle et comparez-la avec une sauvegarde.',
  'core.cycleSet': 'Le client {customer} est désormais facturé selon ce cycle. Prochaine facture le {on}.',
  'core.cycleSet.new': 'Le client {customer} sera facturé selon ce cycle dès qu’une de ses lignes le sera.',
  'core.balanced': 'Le grand livre est équilibré, sur {accounts:number} comptes.',
  'core.ublExported':
    'Écrits dans {out} : {bills:number} factures et {notes:number} avoirs en UBL. Chacun respecte les règles EN 16931.',
  'core.billPdf': 'Écrit dans {out} : {number}, {bytes:number} octets.',
  'core.problem.SELLER_MISSING':
    'Le marché ne dit pas qui vend : aucune facture ne peut être éditée. Ajoutez un vendeur à sa politique (nom, adresse, immatriculation, TVA, compte), puis réessayez.',
  'core.problem.NUMBER_UNKNOWN':
    'Le système central ne connaît pas la facture {number}. Rien n’a été écrit. Cherchez son numéro à un poste ou sur le papier.',
  'core.problem.RULES_BROKEN':
    '{number} enfreint des règles EN 16931 : {rules}. Le document n’a pas été écrit. Signalez cette ligne ; les documents précédents restent valables.',
  'core.problem.OUT_UNWRITABLE': 'Impossible d’écrire {out}. Vérifiez le chemin et ses droits, puis réessayez.',
  'core.problem.REBILL_REFUSED': 'La facture {number} n’a pas été refaite. Rien n’a changé. {reason}',
  'core.problem.RERATE_REFUSED':
    'Les consommations de la facture {number} n’ont pas été recalculées. Rien n’a changé. {reason}',
  'core.problem.CYCLE_REFUSED': 'Le cycle du client {customer} n’a pas changé. {reason}',
  'core.problem.USAGE_UNREADABLE':
    'Le fichier de consommations {file} ne peut pas être lu. Rien n’a changé. Vérifiez son chemin et ses droits.',
  'core.problem.REJECT_UNKNOWN':
    'Pour {file}, il n’y a pas une seule ligne {line} mise de côté. Rien n’a été marqué. Listez-les avec usage-rejects, et nommez le fichier par son fileId.',
  'core.problem.MARKET_MISSING':
    'La base de {place} ne contient pas encore de marché. Rien n’a changé. Créez-le d’abord, ou choisissez une autre base avec --db.',
  'core.problem.PLAN_WRONG': 'Aucune facture n’a été établie, car un plan tarifaire est faux. {reason}',
  'core.problem.BALANCE_OFF':
    'Le grand livre n’est pas équilibré : {what}. N’établissez plus de factures, et faites examiner ces écritures.',
  'core.problem.REVOKE_UNKNOWN':
    'Le système central ne connaît pas {who}. Rien n’a changé. Cherchez parmi ses postes et ses personnes, puis donnez le numéro d’un poste ou l’identifiant d’une personne.',
  'core.problem.IMPORT_UNREADABLE':
    'Le fichier {file} ne peut pas être lu. Rien n’a changé. Vérifiez son chemin et ses droits.',
  'core.problem.IMPORT_REFUSED':
    'Le fichier {file} n’a pas été repris ({reason}). Rien n’a changé. Vérifiez qu’il est entier et qu’il a été scellé pour ce système central.',
  'core.problem.PORT_TAKEN':
    'Le port {port} est pris par un autre programme. Arrêtez ce programme, ou choisissez un autre port avec --port.',
  'core.problem.FOLDER_READ_ONLY':
    'Le système central ne peut pas écrire dans {place}. Faites corriger les droits du dossier, ou choisissez un autre fichier avec --db.',
  'core.problem.DISK_FULL':
    'Le disque de {place} est plein. Rien n’est perdu. Faites de la place, puis redémarrez le système central.',
  'core.problem.KEY_LOST':
    'La clé n’ouvre pas {place}, ou le fichier est endommagé. Rien n’a changé. Démarrez le système central avec la clé de ce fichier dans LINEDESK_CORE_KEY, ou remettez le fichier depuis une sauvegarde.',
  'core.problem.STORAGE_FAILED':
    'La base de {place} ne répond pas. Rien n’a changé. Vérifiez qu’elle tourne et qu’elle est joignable, puis redémarrez le système central.',
  'core.problem.SCHEMA_NEWER':
    'La base de {place} a été écrite par un Linedesk plus récent. Rien n’a changé. Démarrez cette version du système central.',
  'core.problem.MARKET_EXISTS':
    'La base de {place} contient déjà un marché. Rien n’a changé. Partez d’une base vide : choisissez-en une autre avec --db.',
  'core.problem.ARGUMENT_WRONG':
    '{argument} n’est pas compris. Le système central accepte : [revoke --device ID | revoke --user LOGIN | import-outbox FILE | seed --customers N --seed S | restored | usage-import --file F | usage-rejects [--out F, --retry, --file F --line N] | bill-run --date D | rebill --bill N | rerate --bill N | billing-cycle --customer N --frequency F --day D --month M | trial-balance | ubl-export --out DIR | bill-pdf --bill N --out F] --db sqlite:FILE ou postgres://..., --port N, --host ADDRESS, --clock manual, --demo.',
  'core.problem.INTERNAL':
    'Le système central a commis une erreur et s’est arrêté : {reason}. Ce qui était enregistré est gardé. Redémarrez-le, et signalez cette ligne si cela se répète.',
}
