import { lookAt } from './every-page/look-at';
import { applicantVisits } from './every-page/visits';

describe('every page: applicant', () => lookAt(applicantVisits));
