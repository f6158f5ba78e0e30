/** What the gate's modes do, as the rule's screen and the project's settings say it. */
export const modeWords = {
  off: { name: 'Off', says: 'Never looks.' },
  warn: { name: 'Warn', says: 'Lets every epic through and counts those that state no problem.' },
  require: { name: 'Require', says: 'Stops an epic that solves no open problem, and says what to do.' },
} as const;

export const outageWords = { pass: 'Let the epic through and list it', stop: 'Stop the epic until Jira answers' } as const;

/** What a move lacked. */
export const missingWords = { 'open-problem': 'no problem linked', 'problem-not-closed': 'linked problem is closed' } as const;

/** How an epic without an open problem came to be in work. */
export const pastWords = {
  exempt: 'exempt when it moved',
  warned: 'the gate only warned',
  unchecked: 'Jira didn’t answer when it moved',
  unseen: 'created there, moved before the rule was, or lost its problem later',
} as const;
