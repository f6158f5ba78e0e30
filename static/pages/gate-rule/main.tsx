import { mount } from '../../parts/mount';
import { GateRulePage } from './gate-rule-page';

mount(<GateRulePage />);
