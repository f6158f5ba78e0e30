import type { Manifest } from './manifest';

/** What Jira itself knows of an installed app, out of its manifest. */
export interface AppFacts {
  readonly appId: string;
  readonly environmentId: string;
  readonly scopes: string[];
  readonly entityProperties: {
    entityType: 'issue' | 'project' | 'user';
    propertyKey: string;
    values: { path: string; type: 'number' | 'string' | 'text' | 'user' | 'date'; searchAlias?: string }[];
  }[];
  readonly validators: { key: string; name: string; description: string; projectTypes: ('company-managed' | 'team-managed')[] }[];
  /** Keys of the issue panels, which a setup pins to projects. */
  readonly panels: string[];
  readonly customFields: { key: string; name: string }[];
  readonly jqlFunctions: { key: string; name: string }[];
}

export function appFactsOf(manifest: Manifest, environmentId: string): AppFacts {
  const named = (type: string) => (manifest.modules[type] ?? []).map(({ key, name }) => ({ key, name: typeof name === 'string' ? name : key }));
  return {
    appId: manifest.appId,
    environmentId,
    scopes: [...manifest.scopes],
    entityProperties: manifest.entityProperties.map(({ entityType, propertyKey, values }) => ({
      entityType,
      propertyKey,
      values: values.map(({ path, type, searchAlias }) => ({ path, type, ...(searchAlias !== undefined && { searchAlias }) })),
    })),
    validators: manifest.validators.map(({ key, name, description, projectTypes }) => ({ key, name, description, projectTypes })),
    panels: (manifest.modules['jira:issuePanel'] ?? []).map(({ key }) => key),
    customFields: named('jira:customField'),
    jqlFunctions: named('jira:jqlFunction'),
  };
}
