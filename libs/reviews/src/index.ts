export { ReviewClerk } from './review-clerk';
export { Inbox } from './inbox';
export type { InboxFilter } from './inbox-query';
export { ReviewRoom, type OwnTask } from './review-room';
export { ExceptionalDesk, EXCEPTION_HOURS } from './exceptional-desk';
export { releaseAbandoned } from './release-abandoned';
