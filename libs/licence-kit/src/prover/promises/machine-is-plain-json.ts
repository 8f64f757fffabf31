import type { LicenceDefinition } from '../../definition/licence-definition';
import { findTarget, type Chart } from '../chart';
import { finding, together, type Finding } from '../promise';
import type { Text } from '../../definition/text';

const RUNNING = ['invoke', 'after', 'history', 'activities', 'output', 'context', 'tags', 'route'];

/** The machine is data: nothing in it runs, nothing is lost when it is stored, and every transition leads to a state. */
export function machineIsPlainJson(definition: LicenceDefinition, chart: Chart): Finding {
  const stories: Text[] = [];
  for (const { path, config, children } of chart.places.values()) {
    const where = path || definition.code;
    for (const key of Object.keys(config).filter((name) => RUNNING.includes(name))) {
      stories.push({ th: `“${where}” มี ${key} ซึ่งใช้ในนิยามไม่ได้`, en: `“${where}” has “${key}”, which cannot be kept as data.` });
    }
    if ((config.type as string | undefined) === 'history') stories.push({ th: `“${where}” เป็นสถานะประวัติ ซึ่งจัดเก็บไม่ได้`, en: `“${where}” is a history state, which is lost when it is stored.` });
    const needsInitial = children.length > 0 && config.type !== 'parallel';
    if (needsInitial && !children.some(({ key }) => key === config.initial)) stories.push({ th: `“${where}” ไม่ได้บอกว่าเริ่มที่ใด`, en: `“${where}” does not say where it begins.` });
  }
  for (const move of chart.moves.filter((each) => !findTarget(chart, each))) {
    stories.push({
      th: `จาก “${move.from.path || definition.code}” ไป “${move.config.target}” ไม่ได้ เพราะไม่มีสถานะนี้`,
      en: `“${move.from.path || definition.code}” leads to “${move.config.target}”, which is not there.`,
    });
  }
  const lost = whatJsonLoses(definition.machine, 'machine');
  return finding('machine-is-plain-json', together([...stories, ...lost.map((at) => ({ th: `“${at}” ไม่ใช่ข้อมูล JSON`, en: `“${at}” is not JSON.` }))]));
}

function whatJsonLoses(value: unknown, at: string): string[] {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return [];
    case 'number':
      return Number.isFinite(value) ? [] : [at];
    case 'object':
      if (value === null) return [];
      if (!Array.isArray(value) && !isPlain(value)) return [at];
      return Object.entries(value).flatMap(([key, part]) => whatJsonLoses(part, `${at}.${key}`));
    default:
      return [at];
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
