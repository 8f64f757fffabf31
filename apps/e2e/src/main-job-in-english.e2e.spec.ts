import { cafeInEnglish } from './main-job/scene';
import { tellMainJob } from './main-job/tell-main-job';

describe('the main job, in English on a desktop', () => tellMainJob(cafeInEnglish));
