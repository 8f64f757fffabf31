export { Watchtower } from './watchtower';
export type { MonitorFilter } from './monitor-query';
export { StuckWork } from './stuck-work';
export { StuckWatch } from './stuck-watch';
