export { CalendarClerk } from './calendar-clerk';
export { DecisionWatch } from './decision-watch';
export { DelayList } from './delay-list';
export { delayCsv } from './delay-csv';
export { DelayRegister } from './delay-register';
export { Doorbell, CLOCKS_QUEUE } from './doorbell';
export { Timekeeper } from './timekeeper';
