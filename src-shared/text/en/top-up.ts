/** A pre-paid top-up that is disputed: as it is taken in and as it is decided. */
export const topUpText = {
  'dispute.title.topUp': 'Dispute, top-up of {at:day}',
  'dispute.topUp': 'Top-up',
  'dispute.topUp.open': 'Open the dispute',
  'dispute.topUp.cash': 'In cash',
  'dispute.topUp.terminal': 'By card, {reference}',
  'dispute.topUp.line': 'Top-up of {at:day}, {at:time}',
  'dispute.topUp.amount': 'Disputed of the top-up',
  'dispute.topUp.tooLate': 'This top-up could be disputed until {last:date}. Tell the customer where to turn next.',
  'dispute.topUp.notReady': 'Type a sum that is left of the top-up.',
  'dispute.topUp.tell.open':
    'You have an answer by {on:date}. If it is as you say, {amountMinor:money} are credit on your account.',
  'dispute.topUp.tell.part':
    'We credit {amountMinor:money} of {claimedMinor:money}. You can appeal, or turn to {name:name}.',
  'dispute.topUp.tell.rejected':
    'We credit nothing: the top-up was booked rightly. You can appeal, or turn to {name:name}.',
  'dispute.topUp.tell.withdrawn': 'The dispute is closed as you wished. The top-up stands as it was booked.',
  'decision.because.topUp': 'The payment is not on this desk. Try again online.',
  'decision.topUp': 'The top-up',
  'decision.topUp.card': 'By card',
  'decision.topUp.by': '{way}, with {name}',
  'decision.topUp.like.reference': '{way}, the same reference',
  'decision.topUp.like.sum': '{way}, the same sum',
  'decision.topUp.col.reference': 'Reference',
  'decision.topUp.col.paid': 'Paid',
  'decision.topUp.col.topUp': 'Top-up',
  'decision.topUp.after': 'After {amountMinor:money} of credit',
  'decision.topUp.row.credit': 'Credit',
  'decision.topUp.row.left': 'Top-up',
  'decision.topUp.leftOf': '{leftMinor:money} of {topUpMinor:money} not given back',
  'decision.topUp.toTheGood': '{amountMinor:money} to the good',
  'decision.why.topUp.reference': 'Reference {reference} was booked a second time, on {at:day} at {at:time}.',
  'decision.why.topUp.sum':
    '{amountMinor:money} were booked a second time within ten minutes, on {at:day} at {at:time}.',
  'decision.why.topUp.gone': 'All of it was given back already.',
  'decision.why.topUp.settled': 'It was booked twice, and the one of {at:day}, {at:time} was given back already.',
  'decision.why.topUp.notArrived': 'It was booked once. What is missing is the credit of the line on that day.',
  'decision.why.topUp.bookedTwice':
    'Nothing was booked under the same reference, nor the same sum within ten minutes. What is missing is a statement with both.',
  'decision.why.topUp.otherSum': 'It was booked once. What is missing is a receipt or statement with the other sum.',
  'decision.why.topUp.other': 'It was booked once, and nothing on this desk speaks against it.',
  'decision.why.topUp.shown': 'What the customer shows stands at the right, to be looked at.',
} as const
