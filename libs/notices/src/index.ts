export { NoticeWriter, noticeKinds } from './notice-writer';
export { StaffTeller } from './staff-teller';
export { readStaffNotices, markStaffNoticesRead } from './staff-board';
export { readNotices, markNoticesRead } from './notice-board';
