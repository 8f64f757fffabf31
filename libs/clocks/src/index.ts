export { Timekeeper } from './timekeeper';
