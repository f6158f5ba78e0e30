/** How much of a problem an item covers, in words, and what each counts. */
export const covers = [
  { word: 'fully', cover: 0.9 },
  { word: 'largely', cover: 0.6 },
  { word: 'partly', cover: 0.3 },
] as const;

export const coverWord = (cover: number): (typeof covers)[number]['word'] => (cover >= 0.75 ? 'fully' : cover >= 0.45 ? 'largely' : 'partly');
