import { lookAt } from './every-page/look-at';
import { publicVisits } from './every-page/visits';

describe('every page: public', () => lookAt(publicVisits));
