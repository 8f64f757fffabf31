import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { accessKey } from './allow';

type Handler = (...args: unknown[]) => unknown;

/**
 * Walks every controller of the application.
 * @throws one error that names each handler which says neither who may call it nor that it is public, with the line to add.
 */
export function assertEveryHandlerIsGuarded(app: INestApplication): void {
  const sentences: string[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype === 'function') sentences.push(...unguardedIn(metatype));
    }
  }
  if (sentences.length > 0) throw new Error(`The portal does not start, because access to a handler is not decided:\n${[...new Set(sentences)].join('\n')}`);
}

function unguardedIn(controller: { name: string; prototype: object } | NewableFunction): string[] {
  if (Reflect.hasMetadata(accessKey, controller)) return [];
  const prototype = controller.prototype as Record<string, Handler>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => isHandler(prototype[name]) && !Reflect.hasMetadata(accessKey, prototype[name] as Handler))
    .map((name) => `  ${routeOf(controller, prototype[name] as Handler)} is open to nobody and to everybody: write @Allow('officer') or @Public() above ${name}() in ${controller.name}.`);
}

function isHandler(method: Handler | undefined): boolean {
  return method !== undefined && Reflect.hasMetadata(PATH_METADATA, method);
}

function routeOf(controller: object, handler: Handler): string {
  const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)].flat();
  const path = parts.map((part) => String(part ?? '').replace(/^\/|\/$/g, '')).filter(Boolean).join('/');
  return `${RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler) ?? 0)]} /${path}`;
}
