import type { SiteData, SiteLink } from '../../jira/site-data';
import type { AppSeeds } from '../drive';
import { people } from '../people';
import { now } from './calendar';
import { discoveryIssues } from './discovery';
import { createDrawing } from './drawing';
import { issueTypes, linkTypes, schemes } from './kinds';
import { ledgerlyIssues } from './led';
import { mobileIssues } from './mobile';
import { boards, projects, securitySchemes } from './projects';
import { sayings } from './sayings';
import { seedsOf, stated } from './seeds';
import { statementLinks } from './statements';
import { supportRequests } from './support';
import { statuses, workflows } from './workflows';

/** The company of the story: what its Jira holds, and what the app is told afterwards. The seed moves hours and names, never the story. */
export function demoSite(seed: number): { readonly data: SiteData; readonly seeds: AppSeeds } {
  const drawing = createDrawing(seed);
  const requests = supportRequests(drawing, sayings);
  const data: SiteData = {
    name: 'Ledgerly',
    now,
    timeZone: 'Europe/Lisbon',
    users: people,
    issueTypes,
    issueTypeSchemes: schemes,
    statuses: Object.values(statuses),
    workflows: Object.values(workflows),
    securitySchemes,
    linkTypes,
    projects,
    boards,
    issues: [...ledgerlyIssues(drawing), ...discoveryIssues(drawing), ...mobileIssues(drawing), ...requests.map(({ issue }) => issue)],
    links,
  };
  return { data, seeds: seedsOf(drawing, sayings, requests) };
}

const links: readonly SiteLink[] = [
  ...stated.map(({ itemKey, problemKey }) => ({ typeName: 'Solves', from: itemKey, to: problemKey })),
  ...statementLinks,
  { typeName: 'Blocks', from: 'LED-133', to: 'LED-140' },
  { typeName: 'Blocks', from: 'LED-97', to: 'LED-155' },
  { typeName: 'Relates', from: 'LED-109', to: 'LED-102' },
  { typeName: 'Duplicate', from: 'DISC-84', to: 'DISC-83' },
  // Drawn the wrong way round: an item solves a problem, a problem solves nothing.
  { typeName: 'Solves', from: 'DISC-62', to: 'LED-88' },
];
