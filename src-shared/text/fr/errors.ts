import type { Sentences } from '../sentences.ts'
import type { errorText as english } from '../en/errors.ts'

/** One sentence for each code of a refusal: what happened, then what to do next, in French. */
export const errorText: Sentences<typeof english> = {
  'error.INPUT_INVALID': 'Le poste n’a pas pu lire la saisie. Vérifiez le champ marqué et réessayez.',
  'error.NOT_SIGNED_IN': 'Personne n’est connecté à ce poste. Connectez-vous et continuez ; la saisie est gardée.',
  'error.NOT_ALLOWED':
    'Votre rôle ne le permet pas. Demandez à un collègue qui le peut ; le dossier peut lui être transmis.',
  'error.UNKNOWN_PROCEDURE': 'Cette page et le poste sont de versions différentes. Redémarrez Linedesk.',
  'error.CORE_UNREACHABLE':
    'Le système central ne répond pas. Continuez : tout est enregistré sur ce poste et partira à son retour.',
  'error.STALE_VERSION': 'Quelqu’un l’a modifié entre-temps. Regardez ce qui est enregistré et décidez à nouveau.',
  'error.NOT_FOUND': 'Cela n’existe plus. Revenez en arrière et rouvrez.',
  'error.DISK_FULL': 'Le disque de ce poste est plein. Rien n’est perdu ; faites de la place, puis recommencez.',
  'error.FOLDER_READ_ONLY':
    'Linedesk ne peut pas écrire dans son dossier. Faites corriger les droits du dossier, puis recommencez.',
  'error.FILE_LOCKED':
    'Un autre programme tient les fichiers de ce poste, par exemple une sauvegarde ou un antivirus. Rien n’est perdu ; recommencez dans un instant.',
  'error.STORAGE_FAILED':
    'Le poste n’a pas pu enregistrer. Rien n’est parti ; réessayez, et appelez l’assistance si cela dure.',
  'error.INTERNAL': 'Le poste a commis une erreur. La saisie est gardée ; réessayez, puis appelez l’assistance.',
  'error.SIGN_IN_WRONG': 'Le nom et le mot de passe ne vont pas ensemble. Saisissez-les à nouveau.',
  'error.SIGN_IN_LOCKED_HERE':
    'Cinq essais faux sans système central : ce nom est verrouillé sur ce poste. Il se rouvre quand le système central répond.',
  'error.LEASE_ENDED':
    'Ce poste est resté trop longtemps sans système central pour signer, encaisser ou décider d’une classe. Notes et brouillons sont enregistrés comme avant ; continuez ici quand il répond, ou sur un poste en ligne.',
  'error.DEVICE_UNKNOWN':
    'Le système central ne connaît pas ce poste sous cette clé. Rien n’est parti. Faites examiner le dossier du poste par un administrateur.',
  'error.CORE_DIFFERS':
    'Ce n’est pas le système central avec lequel ce poste a été installé. Rien n’est parti. Faites vérifier son adresse ; un nouveau système central demande un nouveau dossier pour le poste.',
  'error.DEVICE_REVOKED':
    'Ce poste a été révoqué. Ce qu’il n’avait pas envoyé est scellé dans un fichier ; faites-le reprendre par un administrateur.',
  'error.USER_REVOKED':
    'Cette personne ne peut plus travailler dans le système central. Un superviseur décide de ce qui a été envoyé avant.',
  'error.SIGN_IN_LOCKED': 'Cinq essais faux : la connexion est verrouillée pendant cinq minutes.',
  'error.NOT_DEMONSTRATION': 'Cela ne fonctionne que dans le marché de démonstration.',
  'error.CASE_UNKNOWN': 'Ce poste ne connaît pas le dossier. Cherchez-le depuis l’accueil.',
  'error.CONTACT_WRONG': 'Le numéro ou l’adresse ne peut pas être juste. Redemandez-le ; rien n’a changé.',
  'error.ADDRESS_WRONG': 'L’adresse n’est pas complète. Demandez rue, code postal et ville ; rien n’a changé.',
  'error.FIELD_CHANGED': 'Un autre poste l’a modifié avant. Regardez les deux et choisissez.',
  'error.CASE_CLOSED': 'Le dossier est clos. Ouvrez-en un nouveau pour un nouveau motif.',
  'error.CASE_TAKEN_OVER':
    'Un autre poste a repris ce dossier. Votre saisie est gardée ici ; continuez là-bas, ou reprenez le dossier.',
  'error.CASE_SIGNED': 'Un contrat est signé dans ce dossier ; on peut l’annuler, pas l’abandonner.',
  'error.ALREADY_SIGNED': 'Le contrat est signé avec son numéro. Un autre numéro demande un avenant ; rien n’a changé.',
  'error.CASE_EXISTS': 'Ce dossier est déjà enregistré.',
  'error.STEP_INCOMPLETE': 'Il manque quelque chose dans cette étape.',
  'error.OFFER_NOT_ALLOWED': 'Cette offre n’est pas ouverte à ce client. La raison est à côté.',
  'error.NO_TWIN': 'Il n’y a pas d’offre prépayée équivalente. Choisissez-en une dans la liste.',
  'error.CONSENT_MISSING':
    'Le client n’a pas accepté que l’organisme de crédit soit interrogé. Demandez-le, et cochez-le sous Motif.',
  'error.OFFLINE_CAP_REACHED':
    'Ce poste a donné autant de classes provisoires que permis. Proposez le prépayé, ou attendez le système central.',
  'error.PAPER_FAILED':
    'Le contrat n’a pas pu être produit. La saisie et la signature sont gardées ; terminez l’étape à nouveau, puis appelez l’assistance.',
  'error.NOT_SIGNED': 'Il n’y a pas encore de contrat signé.',
  'error.DOCUMENT_ELSEWHERE':
    'Le contrat a été signé sur un autre poste et n’est pas encore ici. Réessayez quand le système central répond.',
  'error.NOTHING_TO_RESOLVE': 'C’est déjà décidé. La liste montre ce qui reste.',
  'error.DECISION_UNKNOWN': 'Le système central ne connaît plus cette affaire. La liste montre ce qui reste.',
  'error.NOT_APPROVED': 'Un superviseur ne l’a pas approuvé. Cela reste sans effet.',
  'error.APPROVAL_BY_SELF': 'C’est votre propre saisie. Un autre superviseur l’approuve.',
  'error.APPROVAL_WAITS': 'Une saisie d’avant n’est pas encore approuvée. Approuvez-la d’abord.',
  'error.DECISION_NEEDS_SUPERVISOR':
    'Il y a ici une signature ou un paiement : un superviseur décide. Transmettez l’affaire ; rien n’est perdu.',
  'error.TASK_UNKNOWN': 'Le système central ne connaît pas cette tâche.',
  'error.TASK_NOT_STUCK': 'La tâche n’est plus bloquée. Rien n’a changé.',
  'error.EVIDENCE_UNKNOWN': 'Le système central ne connaît pas ce contrôle de document.',
  'error.NOT_REFERRED': 'Ce contrôle est déjà décidé. Rien n’a changé.',
  'error.IDENTITY_REFUSED': 'Le document n’a pas été accepté. Demandez-en un autre.',
  'error.PERSON_KNOWN': 'Cette personne est déjà cliente. Ouvrez sa fiche et continuez là.',
  'error.PERSON_DIFFERS':
    'Ce document est celui d’une autre personne que le client enregistré. Comparez les deux, ou ouvrez un dossier pour cette personne.',
  'error.NUMBER_TAKEN': 'Quelqu’un d’autre a ce numéro à présent. Choisissez-en un autre ; rien d’autre ne change.',
  'error.NUMBER_UNKNOWN': 'Ce numéro n’est pas à nous. Choisissez-en un dans la liste.',
  'error.SIM_TAKEN': 'Cette SIM est déjà utilisée. Prenez une autre carte.',
  'error.SIM_STOCK_EMPTY': 'Il n’y a plus de SIM de ce type. Choisissez l’autre type, ou commandez du stock.',
  'error.CUSTOMER_EXISTS': 'Ce client est déjà enregistré.',
  'error.CUSTOMER_UNKNOWN': 'Le système central ne connaît pas ce client.',
  'error.ADDRESS_PROOF_OLD': 'Le justificatif de domicile est trop ancien. Demandez-en un plus récent.',
  'error.IDENTITY_MISSING': 'Aucune pièce d’identité n’est enregistrée. Allez à Identité.',
  'error.IDENTITY_REFERRED': 'Un contrôle complémentaire est nécessaire avant d’activer cette ligne.',
  'error.CREDIT_MISSING': 'Aucune classe de crédit n’est enregistrée. Allez à Solvabilité.',
  'error.CREDIT_CLASS_TOO_LOW': 'La classe {class} ne permet pas cette offre. Proposez son équivalent prépayé.',
  'error.CREDIT_LINES_EXCEEDED':
    'Lignes permises par la classe : {lines}. Toutes sont utilisées ; un superviseur peut en ouvrir d’autres.',
  'error.PAYMENT_MISSING': 'Le montant à payer maintenant n’a pas été réglé. Allez à Paiement.',
  'error.DEPOSIT_DIFFERS':
    'La classe demande un dépôt de {depositMinor:money} ; {paidMinor:money} ont été signés. Prévenez le client et faites signer un avenant.',
  'error.PRICE_DIFFERS':
    'Le prix signé n’est pas celui de notre liste. Appelez le client : annulez la commande, puis signez à nouveau au bon prix.',
  'error.AGREEMENT_UNKNOWN': 'Le système central ne connaît pas encore ce contrat. Il suit de lui-même.',
  'error.ORDER_EXISTS': 'Cette commande est déjà enregistrée.',
  'error.AMOUNT_DIFFERS': 'La somme payée n’est pas la somme signée. Vérifiez le reçu.',
  'error.TENDERED_TOO_LITTLE': 'Les espèces remises sont inférieures à la somme due.',
  'error.MRZ_INCOMPLETE': 'Les lignes ne sont pas complètes. Saisissez-les jusqu’au bout, chevrons compris.',
  'error.MRZ_CHARACTER': 'Il y a un caractère qu’aucun document ne porte. Saisissez-le à nouveau.',
  'error.MRZ_CHECK_DIGIT': 'Un chiffre de contrôle ne convient pas. Comparez le champ marqué avec le document.',
  'error.DOCUMENT_EXPIRED': 'Le document a expiré le {expiryDate:date}. Demandez-en un valable.',
  'error.UNDER_AGE':
    'Le client a {age} ans ; un contrat en demande {minimumAge}. Un parent peut signer pour une ligne.',
  'error.DATE_UNREADABLE': 'Une date du document est illisible. Saisissez la ligne à nouveau.',
  'error.STATE_UNKNOWN': 'Aucun État {state} ne délivre de documents. Saisissez la ligne à nouveau.',
  'error.SPECIMEN_NOT_ACCEPTED': 'C’est un spécimen, pas le document d’une personne.',
  'error.DOCUMENT_KIND_UNKNOWN': 'Ce ne sont pas les lignes d’un passeport ni d’une carte d’identité.',
  'error.COMMAND_ID_REUSED': 'Deux choses différentes portent le même numéro. Rien n’a changé ; appelez l’assistance.',
  'error.BODY_HASH_DIFFERS': 'Ce qui est arrivé n’est pas ce qui a été envoyé. Rien n’a changé ; appelez l’assistance.',
  'error.SIGNATURE_WRONG': 'La signature du poste ne convient pas. Rien n’a changé ; appelez l’assistance.',
  'error.BODY_INVALID':
    'Le système central n’a pas pu lire ce qui a été envoyé. Rien n’a changé ; appelez l’assistance.',
  'error.ROLE_NOT_ALLOWED': 'Votre rôle ne le permet pas dans le système central. Un collègue qui le peut s’en charge.',
  'error.BLOB_MISSING': 'Une pièce jointe n’est pas encore arrivée. Elle suit d’elle-même.',
  'error.NUMBER_SEQUENCE_REUSED': 'Ce poste a compté une opération deux fois. Rien n’a changé ; appelez l’assistance.',
  'error.OVERLOADED': 'Le système central est chargé. Un nouvel essai se fait seul.',
  'error.UNAVAILABLE': 'Le système central ne peut pas répondre pour l’instant. Un nouvel essai se fait seul.',
  'offer.off.OFFER_COMPANIES_ONLY': 'Entreprises uniquement.',
  'offer.off.OFFER_ENDED': 'Terminée le {on:date}.',
  'offer.off.OFFER_NOT_YET': 'Commence le {on:date}.',
  'offer.off.OFFER_NEEDS_LINE': 'Demande une première ligne en service.',
  'offer.off.OFFER_NEEDS_CLASS': 'Le paiement échelonné demande la classe A ou B.',
  'offer.off.OFFER_CLASS_TOO_LOW': 'Demande la classe {class} ; ce client a {has}.',
  'offer.off.OFFER_POST_PAID_REFUSED': 'La classe E n’ouvre que le prépayé.',
  'offer.off.OFFER_OTHER_CUSTOMER': 'Convenue avec une autre entreprise.',
  'offer.off.OFFER_NEEDS_ADDRESS': 'Demande d’abord l’adresse.',
  'offer.off.OFFER_NO_COVERAGE': 'N’arrive pas à cette adresse.',
  'offer.off.OFFER_TOO_FAST': 'La ligne y porte {mbit:number} Mbit/s.',
  'offer.off.OFFER_NEXT_LINE_NEEDS_CORE':
    'Une deuxième ligne sur facture attend la classe du central. Le prépayé est possible dès maintenant.',
  'offer.off.OFFER_NEEDS_CORE': 'Les mensualités attendent la classe du central.',
  'error.FIXED_NUMBERS_EMPTY': 'Il ne reste aucun numéro fixe. Le back office en ajoute ; rien n’a changé.',
  'error.TOP_UP_NOT_ALLOWED': 'Du crédit ne va que sur une ligne prépayée. Encaissez la somme due.',
  'error.NEXT_BILL_NO_BILL': 'Une ligne prépayée n’a pas de facture. Encaissez maintenant.',
  'error.NEXT_BILL_DEPOSIT': 'Un dépôt de garantie se paie maintenant. Encaissez la somme au comptoir.',
  'error.NEXT_BILL_CLASS': 'La classe ne permet pas la prochaine facture. Encaissez maintenant.',
  'error.DRAWER_OPEN': 'Un service est ouvert sur cette caisse. Comptez et fermez-le d’abord.',
  'error.DRAWER_CLOSED': 'Ce service est déjà fermé. Ouvrez-en un autre.',
  'error.NOT_PAID': 'Rien n’a encore été payé dans ce dossier.',
}
