import { mount } from '../../parts/mount';
import { BulkPage } from './bulk-page';

mount(<BulkPage />);
