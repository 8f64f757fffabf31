export { openOutbound } from './outbound';
export type { Outbound, OutboundOptions } from './outbound';
export { connectOutbound } from './connect-outbound';
export type { ConnectOptions } from './connect-outbound';
export { NotCalled } from './pinned';
