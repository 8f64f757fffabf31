import type { MailSettingsView } from '@anuyat/contract';

const sender = 'อนุญาต <no-reply@anuyat.example.go.th>';
const trouble = { answer: '550 5.1.1 No such mailbox', at: '2026-11-21T03:00:00.000Z' };
const nobody: MailSettingsView = { isAvailable: true, sender, current: null, asked: null };

/** Somebody's notices by e-mail, in states that would need days. */
export const mail = {
  none: nobody,
  asked: { ...nobody, asked: { address: 'malee@example.com', language: 'th', expiresAt: '2026-11-21T03:30:00.000Z', triesLeft: 5, trouble: null } },
  failing: { ...nobody, current: { address: 'malee@example.com', language: 'th', confirmedAt: '2026-11-01T03:00:00.000Z', failingSince: '2026-11-21T03:00:00.000Z', trouble } },
} satisfies Record<string, MailSettingsView>;
