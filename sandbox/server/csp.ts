import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import { z } from 'zod';
import type { Manifest } from '../forge/manifest';

/** The policy Atlassian's CDN would send with a page of the app, computed by its own package. */
export function policyOf(html: string, manifest: Manifest, siteUrl: string, reportUri: string): string {
  const { content } = permissionsSchema.parse(manifest.permissions);
  const existingCSPDetails = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, { scopes: [...manifest.scopes], content });
  const directives = new CSPInjectionService().getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: siteUrl });
  // The package's own option for another collector also opens connect-src to all of localhost.
  return directives.map((directive) => (directive.startsWith('report-uri ') ? `report-uri ${reportUri}` : directive)).join('; ');
}

const permissionsSchema = z.object({
  content: z.object({ scripts: z.array(z.string()).default([]), styles: z.array(z.literal('unsafe-inline')).default([]) }).default({ scripts: [], styles: [] }),
});

export interface Violation {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
}

const legacyReport = z.object({
  'csp-report': z.object({
    'document-uri': z.string(),
    'violated-directive': z.string(),
    'effective-directive': z.string().optional(),
    'blocked-uri': z.string(),
  }),
});
const ownReport = z.object({ page: z.string(), directive: z.string(), blocked: z.string() });

/** What pages tried that Atlassian would have stopped, too; each kind once. */
export function createViolations() {
  let seen = new Map<string, Violation>();
  return {
    /** Takes the browser's own report and the bridge script's. */
    record(body: string): void {
      const parsed: unknown = JSON.parse(body);
      const legacy = legacyReport.safeParse(parsed);
      const report = legacy.success ? legacy.data['csp-report'] : undefined;
      const violation = report
        ? { page: report['document-uri'], directive: report['effective-directive'] ?? report['violated-directive'], blocked: report['blocked-uri'] }
        : ownReport.parse(parsed);
      seen.set(JSON.stringify([violation.page, violation.directive, violation.blocked]), violation);
    },
    list: (): readonly Violation[] => [...seen.values()],
    clear: () => void (seen = new Map()),
  };
}

export type Violations = ReturnType<typeof createViolations>;
