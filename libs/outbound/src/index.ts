export { openOutbound, NotCalled } from './outbound';
export type { Outbound, OutboundOptions } from './outbound';
