import { mount } from '../../parts/mount';
import { AdminPage } from './admin-page';

mount(<AdminPage />);
