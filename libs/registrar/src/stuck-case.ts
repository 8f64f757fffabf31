/** SQL over a case `c`: whether something that the portal has to do for one of its applications fails again and again. */
export const IS_STUCK = `EXISTS (SELECT FROM stuck_work s JOIN application a ON a.id = s.application_id WHERE s.case_id = c.id AND s.is_stuck AND a.life_of IS NULL AND is_still_to_do(s.outbox_id))`;
