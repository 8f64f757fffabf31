import { restaurantInThai } from './main-job/scene';
import { tellMainJob } from './main-job/tell-main-job';

describe('the main job, in Thai on a phone', () => tellMainJob(restaurantInThai));
