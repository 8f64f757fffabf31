import type { LaneDefinition, LicenceDefinition } from '../../definition/licence-definition';
import type { Text } from '../../definition/text';
import type { OfficeDirectory, StaffedOffice } from '../office-directory';
import { finding, together, type Finding } from '../promise';
import { laneTitle, sayBoth } from '../story';

/** Wherever a lane leads there is an office, and somebody in it may send each of the lane's events. */
export function somebodyCanAct(definition: LicenceDefinition, directory: OfficeDirectory): Finding {
  const stories = definition.lanes.flatMap((lane) =>
    directory.officesFor(lane.law, lane.duty).flatMap(({ place, office }) => (office ? missing(definition, lane, office) : [noOffice(definition, lane, place)])));
  return finding('somebody-can-act', together([...new Map(stories.map((story) => [story.en, story])).values()]));
}

function noOffice(definition: LicenceDefinition, { id, law, duty }: LaneDefinition, place: Text): Text {
  const lane = laneTitle(definition, id);
  return {
    th: `${lane.th}: ที่${place.th} ไม่มีสำนักงานใดมีหน้าที่ “${duty}” ตามกฎหมาย “${law}”`,
    en: `${lane.en}: in ${place.en} no office has the duty “${duty}” under the law “${law}”.`,
  };
}

function missing(definition: LicenceDefinition, { id }: LaneDefinition, { title, people }: StaffedOffice): Text[] {
  const rules = Object.values(definition.events).filter(({ by, lane }) => by === 'officer' && lane === id);
  const needed = [...new Set(rules.flatMap(({ permission }) => permission ?? []))];
  const lane = laneTitle(definition, id);
  return needed.filter((permission) => !people.some(({ permissions }) => permissions.includes(permission))).map((permission) => sayBoth((language) =>
    language === 'th' ? `${lane.th}: ไม่มีใครใน${title.th} ที่มีสิทธิ “${permission}”` : `${lane.en}: nobody in ${title.en} may “${permission}”.`));
}
