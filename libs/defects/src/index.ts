export { DefectClerk } from './defect-clerk';
export { AnswerDesk, type CaseAnswer } from './answer-desk';
export { readDefectNotices } from './notice-book';
export { readGathering } from './gathering';
