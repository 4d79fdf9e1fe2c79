/** Sentences of a number that another operator does not let go, where stuck work is looked at. */
export const portStuckText = {
  'portStuck.short': 'Number from {donor}',
  'portStuck.sentence': '{donor} does not let the number of {name} go.',
  'portStuck.number': 'Number to bring',
  'portStuck.temporary': 'The line has meanwhile',
  'portStuck.donor': 'Its operator',
  'portStuck.answered': 'Refused',
  'portStuck.tries': 'Asked',
  'portStuck.again': 'Ask {donor} again',
  'portStuck.keep': 'Keep {temporary:phone}',
  'portStuck.keep.follows': 'The request is withdrawn, the donor is told, and this is the line’s new number.',
  'portIn.say.DUES_UNPAID': 'Your operator still waits for a payment. Pay it there, and I ask again.',
  'portIn.say.MINIMUM_STAY': 'You have to stay there a little longer. Which later day suits you?',
  'portIn.say.OWNERSHIP_CHANGE': 'Your number is changing hands there. Tell me when that is done, and I ask again.',
  'portIn.say.CONTRACT_OBLIGATION':
    'A contract there still binds you. Shall we wait for its end, or do you settle it first?',
  'portIn.say.COURT_ORDER': 'This number cannot be brought now. You keep the new one, and it works already.',
  'portIn.say.CODE_WRONG': 'The code was not right. Would you read it to me once more?',
} as const
