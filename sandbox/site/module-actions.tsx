import { useState } from 'react';
import { Menu } from './menu';
import { ModuleDialog } from './module-dialog';
import { useModules } from './queries';
import type { SiteModule } from './site-module';

export interface ModuleActionsProps {
  /** The query of the place, as the server's list of modules takes it. */
  readonly place: string;
  /** What the page knows and the server does not: the selection of a search. */
  readonly extension?: () => object;
}

/** The "⋯" menu of a page with the app's actions; picking one opens its modal. Without an action there is no menu. */
export function ModuleActions({ place, extension }: ModuleActionsProps) {
  const modules = useModules(place);
  const [open, setOpen] = useState<SiteModule>();
  if (modules.data === undefined || modules.data.length === 0) return null;
  const items = modules.data.map((module) => ({
    key: module.key,
    words: module.title,
    icon: module.icon,
    onPick: () => setOpen({ ...module, context: { ...module.context, extension: { ...module.context.extension, ...extension?.() } } }),
  }));
  return (
    <>
      <Menu label="More actions" group="Apps" items={items} />
      {open && <ModuleDialog module={open} size={open.viewportSize ?? 'medium'} onClosed={() => setOpen(undefined)} />}
    </>
  );
}
