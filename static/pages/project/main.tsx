import { mount } from '../../parts/mount';
import { ProjectPage } from './project-page';

mount(<ProjectPage />);
