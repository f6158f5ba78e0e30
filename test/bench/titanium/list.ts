import type { RankingView } from '../../../src/contract/ranking';
import { drawnFor } from '../../../static/pages/project/rank/drawn';
import { orderOf } from '../../../static/pages/project/rank/order';
import { pm } from './acts';
import { built, reasonFor } from './reasons';
import type { BenchSite } from './site';

/** The top of the list as the page shows it, with the reason for each place. */
export async function topOf(site: BenchSite, view: RankingView, most: number): Promise<readonly string[]> {
  const order = orderOf(view, 'top');
  const drawn = drawnFor(order);
  const left = new Map<string, number>();
  const lines: string[] = [];
  for (const placed of order.placed.slice(0, most)) {
    const explanation = await site.act('explainItem', { projectId: view.project.id, issueId: placed.item.id }, pm);
    lines.push(reasonFor(placed, left, view, drawn, explanation));
    built(left, placed, view);
  }
  return lines;
}

/** Every place and its value, to compare two lists. */
export const placesIn = (view: RankingView): string =>
  orderOf(view, 'top')
    .placed.map(({ item, score }) => `${item.key} ${score.toFixed(9)}`)
    .join('\n');
