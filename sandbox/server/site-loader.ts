import type { SiteData } from '../jira/site-data';

export type SiteChoice = 'demo' | 'empty' | { readonly file: string };

export interface LoadedSite {
  readonly data: SiteData;
  /** Fills what lives in the app, through the app's own operations. */
  readonly afterLoad?: (drive: Drive) => Promise<void>;
}

export type SiteLoader = (site: SiteChoice, options: { readonly seed: number }) => Promise<LoadedSite>;

/** The app's operations, called as a person. `settle`: what they set off is done, and a minute passes. */
export interface Drive {
  invoke(
    functionKey: string,
    payload: unknown,
    who: { readonly as: string; readonly moduleKey?: string; readonly context?: Readonly<Record<string, unknown>> },
  ): Promise<unknown>;
  settle(): Promise<void>;
}
