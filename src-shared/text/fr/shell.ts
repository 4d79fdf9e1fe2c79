import type { Sentences } from '../sentences.ts'
import type { shellText as english } from '../en/shell.ts'

/** Sentences of the shell: what it did about this machine's files, and why the desk could not start, in French. */
export const shellText: Sentences<typeof english> = {
  'notice.settingsDamaged':
    'Le fichier de réglages n’a pas pu être lu. Linedesk l’a gardé sous {file}, utilise les réglages standard pour ce qui était illisible, et fonctionne. Vérifiez les réglages.',
  'notice.settingsUnreadable':
    'Le fichier de réglages {file} n’a pu être ni lu ni déplacé. Linedesk utilise les réglages standard. Faites corriger les droits du fichier.',
  'notice.keyUnprotected':
    'Ce système n’offre pas de coffre à clés : la clé des fichiers du poste n’est que faiblement protégée. Installez un trousseau avant de servir ici de vrais clients.',
  'notice.outboxDamaged': {
    one: 'Le fichier du travail de ce poste était endommagé. Il est gardé sous {file}, et un nouveau a été fait à partir de sa seconde copie : {count} saisie enregistrée est ici et repart vers le système central. Les champs pas encore enregistrés avec leur étape sont perdus ; parcourez les dossiers ouverts.',
    other:
      'Le fichier du travail de ce poste était endommagé. Il est gardé sous {file}, et un nouveau a été fait à partir de sa seconde copie : {count} saisies enregistrées sont ici et repartent vers le système central. Les champs pas encore enregistrés avec leur étape sont perdus ; parcourez les dossiers ouverts.',
  },
  'notice.outboxGone': {
    one: 'Le fichier du travail de ce poste manquait. Un nouveau a été fait à partir de sa seconde copie : {count} saisie enregistrée est ici et repart vers le système central. Les champs pas encore enregistrés avec leur étape sont perdus ; parcourez les dossiers ouverts.',
    other:
      'Le fichier du travail de ce poste manquait. Un nouveau a été fait à partir de sa seconde copie : {count} saisies enregistrées sont ici et repartent vers le système central. Les champs pas encore enregistrés avec leur étape sont perdus ; parcourez les dossiers ouverts.',
  },
  'notice.entriesUnreadable': {
    one: '{count} saisie enregistrée est illisible dans les deux copies de ce poste. Si elle a atteint le système central, elle y est ; parcourez les dossiers des derniers jours et appelez l’assistance.',
    other:
      '{count} saisies enregistrées sont illisibles dans les deux copies de ce poste. Ce qui a atteint le système central y est ; parcourez les dossiers des derniers jours et appelez l’assistance.',
  },
  'notice.journalDamaged': {
    one: '{count} saisie de la seconde copie du poste est illisible. La première copie est entière : rien ne manque. Faites vérifier le disque.',
    other:
      '{count} saisies de la seconde copie du poste sont illisibles. La première copie est entière : rien ne manque. Faites vérifier le disque.',
  },
  'notice.decisionsStuck':
    'Votre décision n’a pas pu être enregistrée : le disque est plein ou verrouillé. Elle est gardée et réessayée. Faites de la place sur le disque.',
  'notice.recordDiffers':
    'Le système central ne montre plus le journal que ce poste connaît : une copie plus ancienne a été remise sans le dire, ou son journal a été modifié. Continuez à travailler, tout ce que vous enregistrez est gardé. Prévenez la personne qui gère le système central ; elle vérifie son journal avec audit verify.',
  'notice.cacheDamaged':
    'La copie du marché sur ce poste est endommagée et se recharge. Continuez à travailler : tout ce que vous enregistrez est gardé. Les clients se retrouveront quand ce sera fini.',
  'startup.problem.IN_USE':
    'Linedesk est déjà ouvert sur ce dossier, {folder}, dans une autre fenêtre ou un autre programme. Fermez-le là-bas ; celui-ci s’ouvrira alors de lui-même.',
  'startup.problem.FILE_LOCKED':
    'Un autre programme tient un fichier de ce poste dans {folder}, par exemple une sauvegarde ou un antivirus. Rien n’a changé. Linedesk s’ouvre de lui-même dès qu’il le libère.',
  'startup.problem.KEY_LOST':
    'La clé des fichiers de ce poste est illisible : ils restent verrouillés. Rien n’a été effacé ni modifié. Ouvrez la session de l’ordinateur avec l’utilisateur qui a installé le poste, ou faites remettre {folder} depuis une sauvegarde avec son key.bin, puis redémarrez Linedesk.',
  'startup.problem.DEVICE_REVOKED':
    'Ce poste a été révoqué. Ce qu’il n’avait pas envoyé est scellé dans {file} ; rien d’autre n’y est plus lisible. Remettez ce fichier à un administrateur du système central, qui le reprend pour un superviseur.',
  'startup.problem.DEVICE_REVOKED_OPEN':
    'Ce poste a été révoqué. Ce qu’il n’a pas envoyé est en train d’être scellé dans {folder}. Laissez-le allumé, et faites-y de la place si le disque est plein.',
  'startup.problem.FOLDER_READ_ONLY':
    'Linedesk ne peut pas écrire dans son dossier {folder}. Faites corriger les droits du dossier, ou choisissez-en un autre avec LINEDESK_DATA, puis redémarrez.',
  'startup.problem.DISK_FULL':
    'Le disque de {folder} est plein. Rien n’est perdu. Faites de la place, puis redémarrez Linedesk.',
  'startup.problem.STORAGE_FAILED':
    'Le disque ne répond pas à {folder}. Rien n’a changé. Redémarrez Linedesk, et appelez l’assistance si cela dure.',
  'startup.problem.CORE_FAILED':
    'Le système central de cette machine n’a pas pu démarrer ; Linedesk réessaie de lui-même. Votre saisie est gardée et partira quand il répond. Appelez l’assistance si cela dure.',
  'startup.problem.SERVICE_STOPPED':
    'La partie de Linedesk qui garde votre travail s’est arrêtée et redémarre. Ce qui était enregistré est gardé. Appelez l’assistance si cela dure.',
}
