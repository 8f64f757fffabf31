export { ReviewClerk } from './review-clerk';
export { Inbox } from './inbox';
export type { InboxFilter } from './inbox';
export { ReviewRoom } from './review-room';
