export { Messenger } from './messenger';
export type { MessengerOptions } from './messenger';
export { findWebhookAddress, webhookHostsFrom } from './webhook-address';
export type { WebhookHosts } from './webhook-address';
export { isMessageSigned, signMessageTo, webhookSecretOf } from './webhook-signature';
