/** Sentences of a credit class or limit that a supervisor overrides. */
export const overrideText = {
  'credit.reason.OVERRIDDEN': 'A supervisor decided otherwise',
  'override.title': 'Another decision',
  'override.reason': 'Why it should be decided otherwise',
  'override.reason.help': 'A supervisor reads it, and it stays on record',
  'override.reasonOff': 'Say why',
  'override.ask': 'Ask a supervisor',
  'override.decide': 'Override the decision',
  'override.decideHelp': 'Yours by your role; who decided and why stays on record',
  'override.asked': 'Asked at {at:time}. A supervisor decides it under Needs you; the basket stays as it is.',
  'override.asked.say': 'I have asked a colleague who may decide this. It takes a few minutes.',
  'override.refused': 'A supervisor did not approve the override. The class and its limits stand.',
  'override.given': 'Decided otherwise by {name}: {reason}',
  'override.limit': 'A limit of this class is reached. A supervisor may open more, with a reason.',
  'needs.title.OVERRIDE_NEEDS_SUPERVISOR': 'Override',
  'needs.sentence.OVERRIDE_NEEDS_SUPERVISOR':
    '{by} asks at {at:time} for another credit decision for {name}. Nothing has changed yet.',
  'needs.override': 'Ask for an override',
  'needs.override.follows1': 'The credit step opens; say there why.',
  'needs.override.follows2': 'Once it is given, open the step again and send the order.',
  'error.OVERRIDE_NEEDS_SUPERVISOR':
    'An override was asked; a supervisor decides it under Needs you. Until then the class and its limits stand.',
  'error.OVERRIDE_NOT_NEEDED':
    'Neither the class nor a limit stands in the way, so there is nothing to override. Go on with the sale.',
  'error.OVERRIDE_ASKED': 'An override was asked already; wait for the supervisor who decides it.',
  'command.credit.overrideDecision': 'Credit override',
} as const
