/** Letters about disputes and credits: what is granted, what is left, why, and where to turn next. */
export const letterTexts = {
  'letter.subject.dispute': 'your dispute {reference}',
  'letter.subject.credit': 'a credit on your bill {number}',
  'letter.subject.charge': 'a charge on your next bill',
  'letter.subject.reversed': 'a credit that we take back',
  'letter.subject.chargeOff': 'a charge that we take back',
  'letter.filed': 'We have your dispute {reference} of bill {number}. It is about {claimedMinor:money} {currency}.',
  'letter.held': 'Until it is decided, {heldMinor:money} {currency} of the bill need not be paid.',
  'letter.stillDue': '{dueMinor:money} {currency} of it are not disputed and stay due on {due:date}.',
  'letter.answer': 'You have our answer by {answerBy:date}.',
  'letter.granted':
    'We have looked into your dispute {reference} of bill {number} and grant it: {grantedMinor:money} {currency}.',
  'letter.inPart':
    'We have looked into your dispute {reference} of bill {number} and grant a part of it: {grantedMinor:money} {currency} of {claimedMinor:money} {currency}.',
  'letter.rejected':
    'We have looked into your dispute {reference} of bill {number}. {claimedMinor:money} {currency} were billed rightly, and we can not grant it.',
  'letter.rest': '{restMinor:money} {currency} are left to pay, now due on {due:date}.',
  'letter.nextBill': 'You had paid {creditMinor:money} {currency} of it already: your next bill is lower by that.',
  'letter.reason': 'The reason: {note}',
  'letter.appeal': 'If you do not agree, you can appeal until {appealUntil:date}. You can also turn to {turnTo}.',
  'letter.turnTo': 'If you do not agree, you can turn to {turnTo}.',
  'letter.credit': 'We give you a credit of {amountMinor:money} {currency} on bill {number}.',
  'letter.noCredit': 'We have looked into the credit on bill {number} that we spoke about. We can not give it.',
  'letter.reversed':
    'We take back the credit of {amountMinor:money} {currency} on bill {number}. The sum is on your next bill.',
  'letter.chargeOff': 'We take back the charge of {amountMinor:money} {currency}. It will not be on your next bill.',
  'letter.charge': 'Your next bill has a charge of {amountMinor:money} {currency}: {what}.',
  'letter.disagree': 'If you do not agree, you can dispute this line as soon as you have the bill.',
  'letter.filedTopUp': 'We have your dispute {reference} of a top-up. It is about {claimedMinor:money} {currency}.',
  'letter.grantedTopUp':
    'We have looked into your dispute {reference} of a top-up and grant it: {grantedMinor:money} {currency}.',
  'letter.inPartTopUp':
    'We have looked into your dispute {reference} of a top-up and grant a part of it: {grantedMinor:money} {currency} of {claimedMinor:money} {currency}.',
  'letter.rejectedTopUp':
    'We have looked into your dispute {reference} of a top-up. It was booked rightly, and we can not grant {claimedMinor:money} {currency}.',
  'letter.toTheGood': 'The sum is credit on your account.',
  'message.template.disputeFiled': 'Dispute received',
  'message.template.disputeDecided': 'Dispute decided',
  'message.template.creditDecided': 'Credit or charge',
} as const
