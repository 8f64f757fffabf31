import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Grant } from '@anuyat/access';
import type { MandateAct } from '@anuyat/contract';

/** What a handler says about who may call it. */
export type AccessRule = { kind: 'allow'; grants: readonly Grant[] } | { kind: 'public'; knowsActor: boolean };

export const accessKey = 'anuyat:access';

/** Who may call a handler: whoever holds one of the grants. On a class it covers every handler of it. */
export const Allow = (...grants: [Grant, ...Grant[]]): ClassDecorator & MethodDecorator =>
  SetMetadata(accessKey, { kind: 'allow', grants } satisfies AccessRule);

/** Anyone may call the handler, signed in or not. `knowsActor` looks up who is signed in all the same. Never on a class. */
export const Public = (options: { knowsActor?: boolean } = {}): MethodDecorator =>
  SetMetadata(accessKey, { kind: 'public', knowsActor: options.knowsActor ?? false } satisfies AccessRule);

export const mandateKey = 'anuyat:mandate';

/** Who acts for a company needs a mandate that covers this; who acts for oneself always may. */
export const Mandated = (act: MandateAct): CustomDecorator => SetMetadata(mandateKey, act);

/** What a handler says about who may call it, or its class for it; undefined where nothing is said, which stops the start. */
export function accessRuleOf(controller: object, handler: object): AccessRule | undefined {
  return (Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, controller)) as AccessRule | undefined;
}
