export { NoticeWriter } from './notice-writer';
export { readNotices, markNoticesRead } from './notice-board';
