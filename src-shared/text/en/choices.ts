/** Sentences of who pays, beside who buys, and of choosing among many offers. */
export const choicesText = {
  'payer.who': 'Bills go to',
  'payer.own': 'the customer',
  'payer.other': 'someone else',
  'payer.find': 'Find who pays',
  'payer.find.help': 'A customer of ours, by name or number',
  'payer.none': 'Nobody found who is our customer. Who pays is noted as a customer first.',
  'payer.found': 'May pay',
  'payer.take': 'Pays',
  'payer.chosen': '{name} gets the bills of this line.',
  'payer.agreed': 'The payer has agreed to pay',
  'payer.change': 'Choose another',
  'wrong.PAYER_MISSING': 'Find who pays, or let the bills go to the customer.',
  'wrong.PAYER_NOT_AGREED': 'Nobody pays for another without having agreed. Ask the payer, then tick it.',
  'offer.find': 'Find among the plans',
  'offer.find.none': 'No plan has these words. Empty the field to see all.',
  'offer.device.add': { one: 'Add a device (1)', other: 'Add a device ({count})' },
} as const
