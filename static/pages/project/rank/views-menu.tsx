import { lazy, Suspense } from 'react';
import { Loading } from '../../../parts/states';
import { sameListing } from './listing';
import { Menu } from './menu';
import type { ViewChoicesProps } from './view-choices';

const ViewChoices = lazy(() => import('./view-choices').then(({ ViewChoices }) => ({ default: ViewChoices })));

/** Ways to look at the list, under a name. */
export function ViewsMenu(props: ViewChoicesProps) {
  const { opened, listing, project } = props;
  const name = opened ? `${opened.name}${sameListing(opened.listing, listing) ? '' : ', changed'}` : `All of ${project.name}`;
  return (
    <Menu title={`View: ${name}`}>
      <Suspense fallback={<Loading what="the views" />}>
        <ViewChoices {...props} />
      </Suspense>
    </Menu>
  );
}
