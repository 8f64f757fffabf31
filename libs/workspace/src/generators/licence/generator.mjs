import { join } from 'node:path';
import { generateFiles, joinPathFragments } from '@nx/devkit';

/** For each law: the division that usually does the work, and the name of the act in workflows/shared/laws.ts. */
const laws = {
  'commercial-registration': ['registry', 'commercialRegistration'],
  'public-health': ['sanitation', 'publicHealth'],
  'building-control': ['building', 'buildingControl'],
  'signboard-tax': ['revenue', 'signboardTax'],
  excise: ['excise', 'excise'],
  factory: ['factory', 'factory'],
  ieat: ['estate', 'ieat'],
  environment: ['environment', 'environment'],
  'civil-commercial': ['company', 'civilCommercial'],
  'revenue-code': ['tax', 'revenueCode'],
  hotel: ['hotel', 'hotel'],
  'film-video': ['culture', 'filmVideo'],
  entertainment: ['venue', 'entertainment'],
  'health-establishment': ['wellness', 'healthEstablishment'],
  sanatorium: ['clinic', 'sanatorium'],
  'direct-sales': ['consumer', 'directSales'],
  electricity: ['electricity', 'energyIndustry'],
  water: ['water', 'provincialWaterworks'],
  drug: ['drug', 'drug'],
  cosmetic: ['cosmetic', 'cosmetic'],
  fertiliser: ['crop', 'fertiliser'],
  'plant-variety': ['crop', 'plantVariety'],
  'animal-feed': ['livestock', 'animalFeed'],
};

/** Writes `workflows/NAME`, which proves and passes as it is. No other file is touched: the registry finds the folder. */
export default async function licence(tree, { name, law = 'public-health', titleTh = `ใบอนุญาตใหม่ (${name})`, titleEn = `New licence (${name})` }) {
  const folder = joinPathFragments('workflows', name);
  if (tree.exists(folder)) throw new Error(`There is a folder ${folder} already. Choose another name, or remove it first.`);
  const [duty, act] = laws[law];
  const words = wordsOf(tree);
  generateFiles(tree, join(import.meta.dirname, 'files'), folder, {
    name,
    law,
    duty,
    act,
    titleTh,
    titleEn,
    topic: name.replace(/-([a-z0-9])/g, (_all, letter) => letter.toUpperCase()),
    today: new Date().toISOString().slice(0, 10),
    placeRight: words('documents.place-right'),
    placeRightHelp: words('documents.place-right.help'),
    quoted: (text) => JSON.stringify(text),
  });
  return () => console.log(`Next: docs/adding-a-licence.md. Prove it with: npm run prove -- ${name}`);
}

/** The same paper has the same words in every licence, so they are taken from one that has them. */
function wordsOf(tree) {
  const folders = tree.children('workflows').filter((child) => tree.exists(`workflows/${child}/text/th.json`));
  const read = (folder, language) => JSON.parse(tree.read(`workflows/${folder}/text/${language}.json`, 'utf8'));
  return (key) => {
    const folder = folders.find((each) => key in read(each, 'th'));
    if (!folder) throw new Error(`No licence has words for "${key}" any more; the generator needs another paper.`);
    return { th: read(folder, 'th')[key], en: read(folder, 'en')[key] };
  };
}
