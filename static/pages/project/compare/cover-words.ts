/** How far an item solves a problem; scoring.md section 2 has fully .9, largely .6, partly .3. */
export function coverWord(cover: number): 'fully' | 'largely' | 'partly' {
  if (cover >= 0.75) return 'fully';
  return cover >= 0.45 ? 'largely' : 'partly';
}
