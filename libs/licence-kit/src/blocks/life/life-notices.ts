/** What holders are told of their licences. */
export const lifeNotices = [
  'expiry-near', 'renewal-due', 'renewal-open', 'renewed', 'lapsed', 'expired', 'intent', 'intent-dropped', 'suspended', 'suspension-ended', 'revoked', 'order-annulled',
  'cancelled', 'amended', 'handed-over', 'transfer-declined', 'annual-due', 'annual-overdue', 'annual-paid',
] as const;
