export { OrderWriter } from './order-writer';
export { OrderReader } from './order-reader';
export { AppealDesk } from './appeal-desk';
export { AppealCarrier } from './appeal-carrier';
export { findAppeal } from './appeal-reader';
export { hearingsOf } from './hearings';
export { recordDelivery } from './delivery-book';
export { notifiedAt, type DeliveryKind } from './deliveries';
export { appealAgainst, afterAppeal, type Remedy } from './remedy';
