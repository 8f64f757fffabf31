export { NoticeWriter, noticeKinds } from './notice-writer';
export { readNotices, markNoticesRead } from './notice-board';
