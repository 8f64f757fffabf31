/**
 * Writes src/reference/data/places.json from two packages that hold Thai place names, with their known errors mended.
 * Run it again after changing place-corrections.json: `node libs/dictionary/tools/build-places.mjs`.
 *
 * Both packages still number some 1,200 subdistricts as before their district was split off, number Bueng Kan as 97,
 * list islands as subdistricts and misspell names in English; place-corrections.json says what is right.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const here = (path) => new URL(path, import.meta.url);
const corrections = JSON.parse(readFileSync(here('place-corrections.json'), 'utf8'));
const provinceCodes = new Map(
  [...readFileSync(here('../src/rules/provinces.ts'), 'utf8').matchAll(/(\d\d) ([ก-๙]+) [A-Z]/g)].map(([, code, name]) => [name, code]),
);

const rows = await readNames();
const older = readOlderCodes();
const { districts, subdistricts } = collect(rows);
check(districts, subdistricts);
write({ districts, subdistricts });

/** Thai and English names, postcodes and codes, row by row, from thai-address-universal. */
async function readNames() {
  const names = await import('thai-address-universal');
  await names.setGeoMode(true);
  await names.setEngMode(false);
  const thai = structuredClone(names.getDatabase());
  await names.setEngMode(true);
  return names.getDatabase().map((english, index) => ({ thai: thai[index], english }));
}

/** Codes by "province district subdistrict" in Thai from thai-address-database, whose file packs words into letters. */
function readOlderCodes() {
  const geo = JSON.parse(readFileSync(require.resolve('thai-address-database/database/backup/geodb.json'), 'utf8'));
  const [lookup, words] = [geo.lookup.split('|'), geo.words.split('|')];
  const wordAt = (letter) => words[letter < 'a' ? letter.charCodeAt(0) - 65 : letter.charCodeAt(0) - 71];
  const nameOf = (packed) => (typeof packed === 'number' ? lookup[packed] : packed).replace(/[A-Za-z]/g, wordAt);
  const codes = new Map();
  for (const [province, , ofProvince] of geo.data) {
    for (const [district, , ofDistrict] of ofProvince) {
      for (const [subdistrict, code] of ofDistrict) codes.set([province, district, subdistrict].map(nameOf).join(' '), String(code));
    }
  }
  return codes;
}

function collect(all) {
  const districts = new Map();
  const subdistricts = new Map();
  const dropped = new Set(corrections.dropped);
  for (const { thai, english } of all) {
    const province = provinceCodes.get(thai.province);
    const mendedDistrict = corrections.districts[`${province} ${thai.district}`] ?? {};
    const district = mendedDistrict.code ?? thai.district_code;
    districts.set(district, [district, thai.district, mendedDistrict.en ?? english.district]);
    if (thai.postal_code === '' || dropped.has(`${district} ${thai.sub_district}`)) continue;
    const mended = corrections.subdistricts[district]?.[thai.sub_district] ?? {};
    const code = mended.code ?? thai.sub_district_code;
    if (!mended.code) agree(thai, code);
    const postcodes = new Set([...(subdistricts.get(code)?.[3].split(',') ?? []), thai.postal_code]);
    subdistricts.set(code, [code, mended.th ?? thai.sub_district, mended.en ?? english.sub_district, [...postcodes].join(',')]);
  }
  for (const row of corrections.added) subdistricts.set(row[0], row);
  const byCode = ([a], [b]) => a.localeCompare(b);
  return { districts: [...districts.values()].sort(byCode), subdistricts: [...subdistricts.values()].sort(byCode) };
}

/** What is not mended must be what both packages say. */
function agree(thai, code) {
  const other = older.get([thai.province, thai.district, thai.sub_district].join(' '));
  if (other !== undefined && other !== '0' && other !== code) {
    throw new Error(`${thai.province} ${thai.district} ${thai.sub_district} is ${code} in one package and ${other} in the other; say in place-corrections.json which is right.`);
  }
}

function check(districts, subdistricts) {
  const known = new Set(districts.map(([code]) => code));
  const provinces = new Set(provinceCodes.values());
  for (const [code, th] of districts) if (!provinces.has(code.slice(0, 2))) throw new Error(`District ${code} ${th} lies in no province.`);
  for (const [code, th, , postcodes] of subdistricts) {
    if (!known.has(code.slice(0, 4))) throw new Error(`Subdistrict ${code} ${th} lies in no district.`);
    if (!/^[1-9]\d{4}(,[1-9]\d{4})*$/.test(postcodes)) throw new Error(`Subdistrict ${code} ${th} has the postcode "${postcodes}".`);
  }
}

function write(places) {
  const lines = (list) => `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  const text = `{"districts":${lines(places.districts)},\n"subdistricts":${lines(places.subdistricts)}}\n`;
  writeFileSync(here('../src/reference/data/places.json'), text);
  console.log(`${places.districts.length} districts, ${places.subdistricts.length} subdistricts, ${Math.round(Buffer.byteLength(text) / 1024)} kB`);
}
