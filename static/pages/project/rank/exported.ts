import { sourceName } from '../../../parts/sources';
import { itemOf, placedOf, type Facts } from './column';
import type { ExtraColumn } from './extra-columns';

/** What a column says in a file: titles, each with what it says of an item, in words or as an exact number. */
export type Exported = readonly (readonly [title: string, of: (facts: Facts) => string | number | undefined])[];

/** The same as the cells show, without their drawing. */
export const exported = {
  place: [['Place', (facts) => placedOf(facts)?.place]],
  move: [['Move against Jira’s order', (facts) => ('placed' in facts && typeof facts.move === 'number' ? facts.move : undefined)]],
  jiraPlace: [['Place in Jira’s order', ({ jiraPlace }) => (jiraPlace === undefined ? undefined : jiraPlace + 1)]],
  item: [
    ['Key', (facts) => itemOf(facts).key],
    ['Item', (facts) => itemOf(facts).summary],
    ['Type', (facts) => facts.view.types[itemOf(facts).type]?.name],
  ],
  status: [['Status', statusOf]],
  problem: [
    ['Problem', (facts) => problemOf(facts)?.key],
    ['Problem it solves', (facts) => problemOf(facts)?.sentence ?? 'No problem stated'],
  ],
  stakeholder: [['Stakeholder', (facts) => problemOf(facts)?.stakeholder]],
  sources: [['Sources', (facts) => problemOf(facts)?.sources.map(sourceName).join(', ')]],
  freshness: [['Newest evidence', (facts) => dayText(problemOf(facts)?.newest)]],
  customers: [
    ['Customers', (facts) => problemOf(facts)?.customers],
    ['Largest', (facts) => problemOf(facts)?.largest?.name],
    ['Share of the largest', (facts) => exact(problemOf(facts)?.largest?.share, 2)],
  ],
  value: [['Value', (facts) => exact(placedOf(facts)?.standing.value, 4)]],
  effort: [['Effort', (facts) => itemOf(facts).effort ?? undefined]],
  score: [
    ['Value per effort', (facts) => exact(placedOf(facts)?.score, 4)],
    ['Alone', (facts) => exact(placedOf(facts)?.standing.score, 4)],
    ['1 of 10 draws is below', (facts) => ('interval' in facts ? exact(facts.interval?.p10, 4) : undefined)],
    ['1 of 10 draws is above', (facts) => ('interval' in facts ? exact(facts.interval?.p90, 4) : undefined)],
  ],
} as const satisfies Readonly<Record<string, Exported>>;

export const exportedExtra = ({ title, textOf, numberOf, howOf }: ExtraColumn): Exported => [
  [title, (facts) => numberOf(itemOf(facts).id) ?? textOf(itemOf(facts).id)],
  [`${title}: how`, (facts) => howOf(itemOf(facts).id)],
];

export function statusOf(facts: Facts): string | undefined {
  return facts.view.statuses[itemOf(facts).status]?.name;
}

function problemOf(facts: Facts) {
  return placedOf(facts)?.problem;
}

const dayText = (seconds: number | null | undefined): string | undefined => (seconds == null ? undefined : new Date(seconds * 1000).toISOString().slice(0, 10));

const exact = (value: number | undefined, digits: number): number | undefined => (value === undefined ? undefined : Number(value.toFixed(digits)));
