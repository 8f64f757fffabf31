/**
 * SQL over a case `c`: whether it renews or changes a licence that stands revoked. Its filing rests: nothing is charged for it and nothing issued, for there
 * is no licence; it goes on if the revocation is annulled, which then never was.
 */
export const IS_RESTING = `EXISTS (SELECT FROM application life WHERE life.life_of = c.of_licence AND life.state ->> 'value' = 'licenceRevoked')`;
