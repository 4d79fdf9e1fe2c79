/** Sentences of a number brought from another operator. */
export const portInText = {
  'portIn.bring': 'Bring a number from another operator',
  'portIn.number': 'Number to bring',
  'portIn.donor': 'Its operator',
  'portIn.code': 'Account or code there',
  'portIn.on': 'Day',
  'portIn.window': 'When on it',
  'portIn.window.morning': 'morning',
  'portIn.window.afternoon': 'afternoon',
  'portIn.window.evening': 'evening',
  'portIn.temporary': 'Until then the line has the number above.',
  'portIn.title': 'Number from another operator',
  'portIn.state.requested': '{number:phone}: {donor} was asked, the answer comes later.',
  'portIn.state.refusedByDonor': 'Stuck: {donor} refuses to let {number:phone} go.',
  'portIn.state.scheduled': '{number:phone} comes on {on:date}; until then the line has {temporary:phone}.',
  'portIn.state.cutOver': '{number:phone} is the number of the line.',
  'portIn.state.withdrawn': 'Withdrawn: the line keeps {temporary:phone}.',
  'portIn.refusal.DUES_UNPAID':
    'There are bills unpaid with the other operator. The customer pays them there; then ask again.',
  'portIn.refusal.MINIMUM_STAY':
    'The customer has not been there for the minimum time. Choose a later day and ask again.',
  'portIn.refusal.OWNERSHIP_CHANGE':
    'The line is changing hands there. When the new holder is on record there, ask again.',
  'portIn.refusal.CONTRACT_OBLIGATION':
    'A contract there still binds the customer. They end it or pay for leaving early; then ask again.',
  'portIn.refusal.COURT_ORDER':
    'A court has stopped this number, so it cannot be brought. The line keeps the number it has.',
  'portIn.refusal.CODE_WRONG': 'The account or code does not fit. Ask the customer for it once more, then ask again.',
  'portIn.askAgain': 'Ask again',
  'wrong.PORT_DAY_WRONG': 'A day from today on, within 90 days. Choose another one.',
  'wrong.PORT_NUMBER_OURS': 'This number is one of ours already. Choose it as a number, or look who has it.',
  'error.PORT_IN_EXISTS': 'This number is on its way already. Look at where it stands before asking again.',
  'error.PORT_NUMBER_OURS': 'This number is one of ours already; nothing was asked. Choose another one.',
  'error.PORT_DAY_WRONG': 'The donor takes a day from today on, within 90 days. Choose another one and send it again.',
  'error.PRODUCT_UNKNOWN': 'The line this number was for is not on record. Order the line first.',
  'error.PORT_IN_UNKNOWN': 'This desk does not know this request. Open the case again.',
  'error.PORT_NOT_REFUSED': 'The donor has not refused; there is nothing to ask again. Wait for its answer.',
  'error.PORT_IN_OVER': 'The number has changed over already, or the request was withdrawn. Look at the line.',
  'command.number.requestPortIn': 'Donor asked for a number',
  'command.number.askDonorAgain': 'Donor asked again',
  'command.number.withdrawPortIn': 'Bringing a number withdrawn',
} as const
