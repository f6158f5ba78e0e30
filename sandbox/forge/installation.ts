import { createHash } from 'node:crypto';

/** One site that has the app installed. */
export interface Installation {
  readonly cloudId: string;
  readonly installationId: string;
  readonly environmentId: string;
  readonly appVersion: string;
  readonly siteUrl: string;
}

/** Ids that look like Atlassian's and depend on the site's name alone. */
export function installationOf(site: string, siteUrl: string): Installation {
  return {
    cloudId: uuidOf(`cloud:${site}`),
    installationId: uuidOf(`installation:${site}`),
    environmentId: uuidOf('environment:sandbox'),
    appVersion: '2.0.0',
    siteUrl,
  };
}

/** The same site after the app was installed again: another installation. */
export const reinstalled = (first: Installation, times: number): string =>
  times === 0 ? first.installationId : uuidOf(`installation:${first.installationId}:${String(times)}`);

export const siteAri = ({ cloudId }: Installation): string => `ari:cloud:jira::site/${cloudId}`;
export const installationAri = ({ installationId }: Installation): string => `ari:cloud:ecosystem::installation/${installationId}`;

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
