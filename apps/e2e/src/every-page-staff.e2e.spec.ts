import { lookAt } from './every-page/look-at';
import { staffVisits } from './every-page/visits';

describe('every page: staff', () => lookAt(staffVisits));
