/** Every key of the list and what it does; one line each. */
export const listKeys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['↑', '↓'], 'rows'],
  [['Home', 'End'], 'first and last row'],
  [['Page Up', 'Page Down'], 'twelve rows on'],
  [['Enter'], 'why this place'],
  [['←'], 'to the group of a row, and closes it'],
  [['→'], 'opens a group'],
  [['/'], 'search'],
  [['Esc'], 'closes what is open'],
  [['?'], 'all keys'],
];
