import type { INestApplication } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

/** A handler of the api, with what its parameters are. */
export interface Handler {
  /** `CasesController_list`, as the OpenAPI document calls the operation. */
  operationId: string;
  controller: object;
  name: string;
  method: object;
  parameterTypes: unknown[];
}

/** Every handler of every controller. */
export function handlersOf(app: INestApplication): Handler[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype));
  return controllers.filter((metatype) => typeof metatype === 'function').flatMap((controller) => {
    const prototype = (controller as { prototype: Record<string, object> }).prototype;
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .map((name) => ({ name, method: prototype[name] as object }))
      .filter(({ method }) => Reflect.hasMetadata(PATH_METADATA, method))
      .map(({ name, method }) => ({
        operationId: `${controller.name}_${name}`,
        controller,
        name,
        method,
        parameterTypes: (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as unknown[],
      }));
  });
}
