/** Whoever confirmed an address gets a letter of each notice that `told` has just written, in the notice's own statement; the mail duty sends it. */
export const LETTERS_OF_TOLD = `
  INSERT INTO letter (kind, notice_id, address_id)
  SELECT 'notice', told.id, m.id FROM told JOIN mail_address m ON m.account_id = told.account_id AND m.confirmed_at IS NOT NULL AND m.stopped_at IS NULL AND m.failing_since IS NULL`;
