export { Watchtower } from './watchtower';
export type { MonitorFilter } from './monitor-query';
