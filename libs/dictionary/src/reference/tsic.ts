import type { Text } from '@anuyat/licence-kit';
import { normalizeThai, toArabicDigits } from '../rules/thai-text';

/** An activity of the Thai Standard Industrial Classification 2009. */
export interface Activity {
  /** Five digits. */
  code: string;
  title: Text;
}

const ROWS = `20232|การผลิตเครื่องสำอาง|Manufacture of cosmetics
26101|การผลิตชิ้นส่วนและแผ่นวงจรอิเล็กทรอนิกส์|Manufacture of electronic components and boards
29301|การผลิตชิ้นส่วนและอุปกรณ์เสริมสำหรับยานยนต์|Manufacture of parts and accessories for motor vehicles
35101|การผลิตไฟฟ้า|Generation of electricity
41001|การก่อสร้างอาคารที่อยู่อาศัย|Construction of residential buildings
41002|การก่อสร้างอาคารที่ไม่ใช่ที่อยู่อาศัย|Construction of other buildings
43210|การติดตั้งระบบไฟฟ้า|Electrical installation
45201|การซ่อมบำรุงยานยนต์|Repair and maintenance of motor vehicles
45203|การล้างและเคลือบสีรถ คาร์แคร์|Car washing and car care
47111|ซูเปอร์มาร์เก็ต|Supermarkets
47112|มินิมาร์ตและร้านสะดวกซื้อ|Minimarts and convenience stores
47721|ร้านขายยา|Pharmacies
47723|ร้านขายเครื่องสำอาง|Retail sale of cosmetics
47912|การขายปลีกทางอินเทอร์เน็ต ร้านค้าออนไลน์|Retail sale over the internet, online shops
49323|การขนส่งผู้โดยสารทางบก|Passenger land transport
49333|การขนส่งสินค้าทางถนน|Freight transport by road
52101|คลังสินค้าและการจัดเก็บสินค้า|Warehousing and storage
55101|โรงแรมและรีสอร์ต|Hotels and resorts
55102|เกสต์เฮาส์|Guest houses
56101|ภัตตาคารและร้านอาหาร|Restaurants
56102|ร้านอาหารบนแผงลอยและตลาด|Food stalls and markets
56210|การบริการจัดเลี้ยง|Event catering
56301|การบริการเครื่องดื่มแอลกอฮอล์ในร้าน บาร์|Serving of alcoholic drinks, bars
56302|การบริการเครื่องดื่มที่ไม่มีแอลกอฮอล์ในร้าน ร้านกาแฟ|Serving of non-alcoholic drinks, coffee shops
62011|การเขียนโปรแกรมและพัฒนาซอฟต์แวร์|Computer programming and software development
63112|เว็บท่าและการประมวลผลข้อมูล|Web portals and hosting
69100|กิจกรรมทางกฎหมาย|Legal activities
69200|การทำบัญชีและการตรวจสอบบัญชี|Accounting and auditing
75000|การรักษาสัตว์|Veterinary activities
79110|ตัวแทนการท่องเที่ยว|Travel agencies
79120|การจัดนำเที่ยว|Tour operators
82302|การจัดประชุมและแสดงสินค้า|Conventions and trade shows
85500|การสนับสนุนการศึกษา|Educational support
86201|คลินิกแพทย์|Medical clinics
86203|คลินิกทันตกรรม|Dental clinics
86902|กายภาพบำบัด|Physiotherapy
86903|ห้องปฏิบัติการทางการแพทย์|Medical laboratories
87301|การดูแลผู้สูงอายุในสถานที่พัก|Residential care for the elderly
93111|สนามกีฬา ฟิตเนส และสถานออกกำลังกาย|Sports facilities and fitness centres
96101|สปา นวด และบริการเพื่อสุขภาพ|Spas, massage and wellness services`;

/** A sample of the classification; the whole list is to be taken from the National Statistical Office before real use. */
export const activities: readonly Activity[] = ROWS.split('\n').map((row) => {
  const [code = '', th = '', en = ''] = row.split('|');
  return { code, title: { th, en } };
});

const byCode = new Map(activities.map((activity) => [activity.code, activity]));

/** An activity by its five digits. */
export function findActivity(code: string): Activity | undefined {
  return byCode.get(code);
}

/** Activities whose code begins with the query or whose titles hold each of its words; those that begin with it first. */
export function searchActivities(query: string, limit = 10): Activity[] {
  const words = toArabicDigits(normalizeThai(query.slice(0, 80))).toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  if (first === '') return [];
  const textOf = ({ code, title }: Activity) => `${code} ${title.th} ${title.en}`.toLowerCase();
  const isStart = ({ code, title }: Activity) => [code, title.th, title.en.toLowerCase()].some((text) => text.startsWith(first));
  return activities
    .filter((activity) => words.every((word) => textOf(activity).includes(word)))
    .sort((a, b) => Number(isStart(b)) - Number(isStart(a)) || a.code.localeCompare(b.code))
    .slice(0, limit);
}
