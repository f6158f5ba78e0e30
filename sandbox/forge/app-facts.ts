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
  readonly customFields: { key: string; name: string; description: string; type: 'number'; readOnly: boolean }[];
  readonly jqlFunctions: {
    key: string;
    name: string;
    arguments: { name: string; required: boolean }[];
    types: string[];
    operators: string[];
    function: string;
  }[];
}

export function appFactsOf(manifest: Manifest, environmentId: string): AppFacts {
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
    customFields: manifest.customFields.map(({ key, name, description, type, readOnly }) => ({ key, name, description, type, readOnly })),
    jqlFunctions: manifest.jqlFunctions.map(({ key, name, arguments: parameters, types, operators, function: functionKey }) => ({
      key,
      name,
      arguments: parameters,
      types,
      operators,
      function: functionKey,
    })),
  };
}

/** The facts as Jira knows them at any moment: of an app that is gone, nothing but its name. */
export const factsWhile = (isInstalled: () => boolean, facts: AppFacts): AppFacts => ({
  appId: facts.appId,
  environmentId: facts.environmentId,
  get scopes() {
    return isInstalled() ? facts.scopes : [];
  },
  get entityProperties() {
    return isInstalled() ? facts.entityProperties : [];
  },
  get validators() {
    return isInstalled() ? facts.validators : [];
  },
  get panels() {
    return isInstalled() ? facts.panels : [];
  },
  get customFields() {
    return isInstalled() ? facts.customFields : [];
  },
  get jqlFunctions() {
    return isInstalled() ? facts.jqlFunctions : [];
  },
});
