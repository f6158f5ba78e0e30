import Button from '@atlaskit/button/new';
import { Menu } from './menu';

export interface ListMenuProps {
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** The list as it is shown, taken elsewhere. */
export function ListMenu({ onExport, onPrint }: ListMenuProps) {
  return (
    <Menu title="Export">
      <Button appearance="subtle" data-closes onClick={onExport}>
        CSV file of all rows
      </Button>
      <Button appearance="subtle" data-closes onClick={onPrint}>
        Print view
      </Button>
    </Menu>
  );
}
