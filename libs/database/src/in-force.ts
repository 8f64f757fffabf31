/**
 * SQL: a right (membership, role, mandate, cover, registration) is in force now. It begins with its first moment and is over at its last; without a last one it goes on.
 * @param row the table or alias that the columns are read of, where more than one has them.
 */
export function inForce(row?: string): string {
  const of = row === undefined ? '' : `${row}.`;
  return `${of}valid_from <= now() AND (${of}valid_until IS NULL OR ${of}valid_until > now())`;
}
