import { openInBrowser } from '../site';

/** One demo site for all of these stories: to make one takes ten seconds. */
export const site = openInBrowser('demo');
