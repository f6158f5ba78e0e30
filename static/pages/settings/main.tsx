import { mount } from '../../parts/mount';
import { SettingsPage } from './settings-page';

mount(<SettingsPage />);
