import { SetMetadata, type CustomDecorator } from '@nestjs/common';

const beyondKey = 'anuyat:beyond';

/**
 * What the handler reads, or every handler of the class, is not held by the database to the rows of the person who asks. Says why; a test lists
 * them. Handlers without it that read for somebody signed in see that person's rows only, whatever their statements forget.
 */
export const ReadsBeyond = (why: string): CustomDecorator & ClassDecorator => SetMetadata(beyondKey, why);

/** Why the handler reads beyond the person's rows; undefined where it does not. */
export function findBeyond(controller: object, handler: object): string | undefined {
  return (Reflect.getMetadata(beyondKey, handler) ?? Reflect.getMetadata(beyondKey, controller)) as string | undefined;
}
