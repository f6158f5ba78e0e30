import type { SiteUser } from '../jira/site-data';

/** Who can log in to every local site. The outsider is in no project that the app looks at. */
export const people: readonly SiteUser[] = [
  { accountId: 'user-admin', email: 'admin@example.com', displayName: 'Ines Okafor', timeZone: 'Europe/Lisbon', isJiraAdmin: true },
  { accountId: 'user-lead', email: 'lead@example.com', displayName: 'Marta Lindqvist', timeZone: 'Europe/Stockholm', isJiraAdmin: false },
  { accountId: 'user-pm', email: 'pm@example.com', displayName: 'Jonah Brandt', timeZone: 'Europe/Berlin', isJiraAdmin: false },
  { accountId: 'user-engineer', email: 'engineer@example.com', displayName: 'Priya Raman', timeZone: 'Asia/Kolkata', isJiraAdmin: false },
  { accountId: 'user-viewer', email: 'viewer@example.com', displayName: 'Tom Achterberg', timeZone: 'Europe/Amsterdam', isJiraAdmin: false },
  { accountId: 'user-outsider', email: 'outsider@example.com', displayName: 'Rosa Valdivia', timeZone: 'America/Santiago', isJiraAdmin: false },
];
