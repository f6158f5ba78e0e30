import { mount } from '../../parts/mount';
import { Panel } from './panel';

mount(<Panel />);
