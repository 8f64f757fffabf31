import type { OfficePermission, Text } from '@anuyat/licence-kit';
import { makePersona } from './make-persona';
import type { Persona } from './persona';

const everything: OfficePermission[] = ['review', 'inspect', 'approve'];
const desk: OfficePermission[] = ['review', 'approve'];

type Names = Parameters<typeof makePersona>[2];

/** An officer with the same permissions in each of the offices. */
function officer(hint: string, serial: number, names: Names, about: Text, permissions: OfficePermission[], ...offices: string[]): Persona {
  return makePersona(hint, serial, names, about, { role: 'officer', offices: offices.map((code) => ({ code, permissions })) });
}

const watthana: Persona[] = [
  officer('watthana-sanitation', 11, { th: 'นาย ประสิทธิ์ สะอาดใจ', en: 'Mr. Prasit Sa-atjai' }, { th: 'ฝ่ายสิ่งแวดล้อมและสุขาภิบาล เขตวัฒนา ตรวจ ออกพื้นที่ และอนุญาตได้', en: 'Sanitation, Watthana District; reviews, inspects and approves.' }, everything, 'bma-1039-sanitation'),
  officer('watthana-sanitation-2', 12, { th: 'นางสาว สุดา อนามัยดี', en: 'Ms. Suda Anamaidee' }, { th: 'ฝ่ายเดียวกัน มีอำนาจเท่ากัน ลองให้สองคนตัดสินใจพร้อมกันได้', en: 'The same office with the same powers: try what happens when two decide at once.' }, everything, 'bma-1039-sanitation'),
  officer('watthana-sanitation-3', 13, { th: 'นาย นพ ตรวจแบบ', en: 'Mr. Nop Truatbaep' }, { th: 'ฝ่ายเดียวกัน ตรวจเอกสารได้ แต่อนุญาตไม่ได้', en: 'The same office; reviews papers and may not approve.' }, ['review'], 'bma-1039-sanitation'),
  officer('watthana-building', 14, { th: 'นาย โยธิน มั่นคง', en: 'Mr. Yothin Mankhong' }, { th: 'ฝ่ายโยธา เขตวัฒนา', en: 'Public works, Watthana District.' }, everything, 'bma-1039-building'),
  officer('watthana-registry', 15, { th: 'นาง จันทรา ทะเบียนดี', en: 'Mrs. Chanthra Thabiandee' }, { th: 'ฝ่ายปกครอง เขตวัฒนา รับจดทะเบียนพาณิชย์', en: 'Commercial registrar, Watthana District.' }, desk, 'bma-1039-registry'),
  officer('watthana-revenue', 16, { th: 'นาง รายา รัษฎา', en: 'Mrs. Raya Ratsada' }, { th: 'ฝ่ายรายได้ เขตวัฒนา ดูแลภาษีป้าย', en: 'Revenue, Watthana District; signboard tax.' }, desk, 'bma-1039-revenue'),
];

const laemChabang: Persona[] = [
  officer('laem-chabang-sanitation', 17, { th: 'นางสาว พิมพ์ ร่มรื่น', en: 'Ms. Phim Romruen' }, { th: 'สำนักสาธารณสุขและสิ่งแวดล้อม เทศบาลนครแหลมฉบัง', en: 'Public health, Laem Chabang City Municipality.' }, everything, 'lao-laem-chabang-sanitation'),
  officer('laem-chabang-building', 18, { th: 'นาย ช่างชัย แข็งแรง', en: 'Mr. Changchai Khaengraeng' }, { th: 'สำนักช่าง เทศบาลนครแหลมฉบัง', en: 'Public works, Laem Chabang City Municipality.' }, everything, 'lao-laem-chabang-building'),
  officer('laem-chabang-registry', 19, { th: 'นาย ทวี บันทึกถูก', en: 'Mr. Thawi Banthuekthuk' }, { th: 'สำนักปลัดเทศบาลนครแหลมฉบัง รับจดทะเบียนพาณิชย์', en: 'Commercial registrar, Laem Chabang City Municipality.' }, desk, 'lao-laem-chabang-registry'),
  officer('laem-chabang-revenue', 20, { th: 'นาง ภาษิณี รายได้ดี', en: 'Mrs. Phasinee Raidaidee' }, { th: 'สำนักคลัง เทศบาลนครแหลมฉบัง ดูแลภาษีป้าย', en: 'Finance, Laem Chabang City Municipality; signboard tax.' }, desk, 'lao-laem-chabang-revenue'),
];

const estatesAndZones: Persona[] = [
  officer('ieat-laem-chabang', 21, { th: 'นาย นิคม เจริญกิจ', en: 'Mr. Nikhom Charoenkit' }, { th: 'สำนักงานนิคมอุตสาหกรรมแหลมฉบัง กนอ.', en: 'IEAT office of the Laem Chabang estate.' }, everything, 'ieat-laem-chabang-estate'),
  officer('ieat-amata-rayong', 22, { th: 'นางสาว อมตะ รุ่งเรือง', en: 'Ms. Amata Rungrueang' }, { th: 'สำนักงานนิคมอุตสาหกรรมอมตะซิตี้ ระยอง กนอ.', en: 'IEAT office of the Amata City Rayong estate.' }, everything, 'ieat-amata-city-rayong-estate'),
  officer('ieat-head-office', 31, { th: 'นาย ศูนย์ กลางกิจ', en: 'Mr. Soon Klangkit' }, { th: 'ศูนย์บริการเบ็ดเสร็จ กนอ. สำนักงานใหญ่ รับคำขอที่ยังไม่ได้เลือกนิคม', en: 'IEAT head office; takes applications that name no estate.' }, everything, 'ieat-hq-estate'),
  officer('eeco', 23, { th: 'นาย บูรพา ก้าวหน้า', en: 'Mr. Burapha Kaona' }, { th: 'ศูนย์บริการเบ็ดเสร็จของ สกพอ. ทุกงานในเขตส่งเสริม', en: 'EEC One-Stop Service: every desk of the promoted zones.' }, everything, 'eeco-registry', 'eeco-sanitation', 'eeco-building', 'eeco-factory'),
  officer('map-yang-phon-revenue', 24, { th: 'นาง คลัง มั่งมี', en: 'Mrs. Khlang Mangmee' }, { th: 'กองคลัง ท้องถิ่นตำบลมาบยางพร ระยอง ดูแลภาษีป้าย', en: 'Finance, local authority of Map Yang Phon, Rayong; signboard tax.' }, desk, 'lao-210605-revenue'),
];

const centralAgencies: Persona[] = [
  officer('excise-bangkok', 25, { th: 'นาย สรร สามิต', en: 'Mr. San Samit' }, { th: 'สำนักงานสรรพสามิตพื้นที่กรุงเทพมหานคร', en: 'Excise area office, Bangkok.' }, desk, 'excise-10-excise'),
  officer('excise-east', 26, { th: 'นางสาว ชล สามิต', en: 'Ms. Chon Samit' }, { th: 'สำนักงานสรรพสามิตพื้นที่ชลบุรีและระยอง', en: 'Excise area offices, Chonburi and Rayong.' }, desk, 'excise-20-excise', 'excise-21-excise'),
  officer('industry-chonburi', 27, { th: 'นาย อุตสาห์ พากเพียร', en: 'Mr. Utsa Phakphian' }, { th: 'สำนักงานอุตสาหกรรมจังหวัดชลบุรี', en: 'Provincial industry office, Chonburi.' }, everything, 'diw-20-factory'),
  officer('diw', 28, { th: 'นาง โรจนา กำกับดี', en: 'Mrs. Rojana Kamkapdee' }, { th: 'กองกำกับและอนุญาตโรงงาน กรมโรงงานอุตสาหกรรม', en: 'Department of Industrial Works.' }, everything, 'diw-10-factory'),
  officer('pollution-control', 29, { th: 'นาย ธารา ใสสะอาด', en: 'Mr. Thara Saisa-at' }, { th: 'กองจัดการคุณภาพน้ำ กรมควบคุมมลพิษ', en: 'Pollution Control Department.' }, everything, 'pcd-10-environment'),
  officer('environment-east', 30, { th: 'นางสาว วารี รักษ์ป่า', en: 'Ms. Waree Rakpa' }, { th: 'สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดชลบุรีและระยอง', en: 'Natural resources and environment offices, Chonburi and Rayong.' }, everything, 'mnre-20-environment', 'mnre-21-environment'),
];

const tradeAndPlaces: Persona[] = [
  officer('revenue-bangkok', 51, { th: 'นางสาว อากร ตรงเวลา', en: 'Ms. Akon Trongwela' }, { th: 'สำนักงานสรรพากรพื้นที่กรุงเทพมหานคร จดทะเบียนภาษีมูลค่าเพิ่ม', en: 'Revenue area office, Bangkok; VAT.' }, everything, 'rd-10-tax'),
  officer('revenue-east', 52, { th: 'นาย สรรพ การดี', en: 'Mr. Sap Kandee' }, { th: 'สำนักงานสรรพากรพื้นที่ชลบุรีและระยอง', en: 'Revenue area offices, Chonburi and Rayong.' }, everything, 'rd-20-tax', 'rd-21-tax'),
  officer('companies-bangkok', 53, { th: 'นาง นิติ บุคคลดี', en: 'Mrs. Niti Bukkhondee' }, { th: 'กองทะเบียนธุรกิจ กรมพัฒนาธุรกิจการค้า จดทะเบียนบริษัทและห้างหุ้นส่วน', en: 'Company registrar, Department of Business Development.' }, desk, 'dbd-10-company'),
  officer('companies-east', 54, { th: 'นาย พาณิชย์ คล่องแคล่ว', en: 'Mr. Phanit Khlongkhlaeo' }, { th: 'สำนักงานพาณิชย์จังหวัดชลบุรีและระยอง จดทะเบียนบริษัทและห้างหุ้นส่วน', en: 'Company registrar, provincial commerce offices of Chonburi and Rayong.' }, desk, 'dbd-20-company', 'dbd-21-company'),
  officer('hotels-bangkok', 55, { th: 'นาย โรม แรมสุข', en: 'Mr. Rom Raemsuk' }, { th: 'งานโรงแรม กรมการปกครอง', en: 'Hotels, Department of Provincial Administration.' }, everything, 'dopa-10-hotel'),
  officer('police-bangkok', 56, { th: 'นาย พิทักษ์ ราตรีสงบ', en: 'Mr. Phithak Ratreesangop' }, { th: 'กองบัญชาการตำรวจนครบาล ดูแลสถานบริการ', en: 'Metropolitan Police Bureau; entertainment venues.' }, everything, 'rtp-10-venue'),
  officer('administration-east', 57, { th: 'นางสาว ปกครอง เรียบร้อย', en: 'Ms. Pokkhrong Riaproi' }, { th: 'ที่ทำการปกครองจังหวัดชลบุรีและระยอง ดูแลโรงแรมและสถานบริการ', en: 'Provincial administration, Chonburi and Rayong; hotels and entertainment venues.' }, everything, 'dopa-20-hotel', 'dopa-20-venue', 'dopa-21-hotel', 'dopa-21-venue'),
  officer('culture-bangkok', 58, { th: 'นาง ภาพ งามตา', en: 'Mrs. Phap Ngamta' }, { th: 'กองกิจการภาพยนตร์และวีดิทัศน์ กรมส่งเสริมวัฒนธรรม', en: 'Film and video, Department of Cultural Promotion.' }, everything, 'dcp-10-culture'),
  officer('culture-east', 59, { th: 'นาย ประเพณี สืบสาน', en: 'Mr. Prapheni Suepsan' }, { th: 'สำนักงานวัฒนธรรมจังหวัดชลบุรีและระยอง', en: 'Provincial culture offices, Chonburi and Rayong.' }, everything, 'mcul-20-culture', 'mcul-21-culture'),
];

const healthAndSupplies: Persona[] = [
  officer('health-service-bangkok', 60, { th: 'นางสาว พยา บาลดี', en: 'Ms. Phaya Bandee' }, { th: 'กรมสนับสนุนบริการสุขภาพ ดูแลสปา ร้านนวด และคลินิกในกรุงเทพมหานคร', en: 'Department of Health Service Support; spas, massage and clinics in Bangkok.' }, everything, 'dhss-10-wellness', 'dhss-10-clinic'),
  officer('fda', 61, { th: 'นาย โอสถ ปลอดภัย', en: 'Mr. Osot Plotphai' }, { th: 'สำนักงานคณะกรรมการอาหารและยา ดูแลร้านขายยาและเครื่องสำอาง', en: 'Food and Drug Administration; pharmacies and cosmetics.' }, everything, 'fda-10-drug', 'fda-10-cosmetic'),
  officer('public-health-east', 62, { th: 'นาง สุขภาพ แข็งขัน', en: 'Mrs. Sukkhaphap Khaengkhan' }, { th: 'สำนักงานสาธารณสุขจังหวัดชลบุรีและระยอง ดูแลสปา คลินิก ร้านขายยา และเครื่องสำอาง', en: 'Provincial public health offices, Chonburi and Rayong; spas, clinics, pharmacies and cosmetics.' }, everything, 'moph-20-wellness', 'moph-20-clinic', 'moph-20-drug', 'moph-20-cosmetic', 'moph-21-wellness', 'moph-21-clinic', 'moph-21-drug', 'moph-21-cosmetic'),
  officer('consumer-protection', 63, { th: 'นาย คุ้มครอง ผู้ซื้อ', en: 'Mr. Khumkhrong Phusue' }, { th: 'สำนักงานคณะกรรมการคุ้มครองผู้บริโภค ดูแลการขายตรงและตลาดแบบตรงทั่วประเทศ', en: 'Consumer Protection Board; direct sale and direct marketing, for the whole country.' }, everything, 'ocpb-10-consumer'),
  officer('electricity-bangkok', 64, { th: 'นาย ไฟ ส่องสว่าง', en: 'Mr. Fai Songsawang' }, { th: 'การไฟฟ้านครหลวง', en: 'Metropolitan Electricity Authority.' }, everything, 'mea-10-electricity'),
  officer('electricity-east', 65, { th: 'นางสาว ประจุ เต็มเปี่ยม', en: 'Ms. Prachu Tempiam' }, { th: 'การไฟฟ้าส่วนภูมิภาค จังหวัดชลบุรีและระยอง', en: 'Provincial Electricity Authority, Chonburi and Rayong.' }, everything, 'pea-20-electricity', 'pea-21-electricity'),
  officer('water-bangkok', 66, { th: 'นาง น้ำใส ไหลแรง', en: 'Mrs. Namsai Lairaeng' }, { th: 'การประปานครหลวง', en: 'Metropolitan Waterworks Authority.' }, everything, 'mwa-10-water'),
  officer('water-east', 67, { th: 'นาย ชล ธาราดี', en: 'Mr. Chon Tharadee' }, { th: 'การประปาส่วนภูมิภาค จังหวัดชลบุรีและระยอง', en: 'Provincial Waterworks Authority, Chonburi and Rayong.' }, everything, 'pwa-20-water', 'pwa-21-water'),
  officer('agriculture-bangkok', 68, { th: 'นาย เกษตร เขียวขจี', en: 'Mr. Kaset Khiaokhachee' }, { th: 'สำนักควบคุมพืชและวัสดุการเกษตร กรมวิชาการเกษตร', en: 'Department of Agriculture; fertiliser and seed.' }, desk, 'doa-10-crop'),
  officer('agriculture-east', 69, { th: 'นางสาว ต้นกล้า งอกงาม', en: 'Ms. Tonkla Ngokngam' }, { th: 'ศูนย์วิจัยและพัฒนาการเกษตรที่รับผิดชอบชลบุรีและระยอง', en: 'Department of Agriculture in Chonburi and Rayong; fertiliser and seed.' }, desk, 'doa-20-crop', 'doa-21-crop'),
  officer('livestock-bangkok', 70, { th: 'นาง ปศุ สัตว์ดี', en: 'Mrs. Pasu Satdee' }, { th: 'กองควบคุมอาหารและยาสัตว์ กรมปศุสัตว์', en: 'Department of Livestock Development; animal feed.' }, desk, 'dld-10-livestock'),
  officer('livestock-east', 71, { th: 'นาย อาหาร สัตว์อิ่ม', en: 'Mr. Ahan Satim' }, { th: 'สำนักงานปศุสัตว์จังหวัดชลบุรีและระยอง', en: 'Provincial livestock offices, Chonburi and Rayong.' }, desk, 'dld-20-livestock', 'dld-21-livestock'),
];

/** A second pair of hands where whoever proposes may not decide. */
const approvers: Persona[] = [
  officer('watthana-building-2', 72, { th: 'นางสาว แบบแปลน ถูกต้อง', en: 'Ms. Baepplan Thuktong' }, { th: 'หัวหน้าฝ่ายโยธา เขตวัฒนา ยืนยันใบอนุญาตก่อสร้างที่ผู้อื่นเสนอ', en: 'Head of public works, Watthana; confirms what others propose.' }, everything, 'bma-1039-building'),
  officer('laem-chabang-building-2', 73, { th: 'นาย ผังเมือง เรียบดี', en: 'Mr. Phangmueang Riapdee' }, { th: 'ผู้อำนวยการสำนักช่าง เทศบาลนครแหลมฉบัง ยืนยันใบอนุญาตก่อสร้าง', en: 'Director of public works, Laem Chabang; confirms building permits.' }, everything, 'lao-laem-chabang-building'),
  officer('ieat-approver', 74, { th: 'นาง อนุมัติ รอบคอบ', en: 'Mrs. Anumat Ropkhop' }, { th: 'ผู้ว่าการ กนอ. (มอบอำนาจ) ยืนยันใบอนุญาตในนิคมที่ผู้อื่นเสนอ', en: 'Deputy governor of IEAT; confirms permits in the estates.' }, everything, 'ieat-laem-chabang-estate', 'ieat-amata-city-rayong-estate', 'ieat-hq-estate'),
  officer('eeco-approver', 75, { th: 'นางสาว เลขา ยืนยันดี', en: 'Ms. Lekha Yuenyandee' }, { th: 'รองเลขาธิการ สกพอ. ยืนยันใบอนุญาตในเขตส่งเสริม', en: 'Deputy secretary-general of EECO; confirms permits in the zones.' }, everything, 'eeco-registry', 'eeco-sanitation', 'eeco-building', 'eeco-factory'),
  officer('industry-approver', 76, { th: 'นาย โรงงาน มั่นใจ', en: 'Mr. Rongngan Manjai' }, { th: 'ผู้อำนวยการ ยืนยันใบอนุญาตโรงงานในกรุงเทพมหานคร ชลบุรี และระยอง', en: 'Director; confirms factory licences in Bangkok, Chonburi and Rayong.' }, everything, 'diw-10-factory', 'diw-20-factory', 'diw-21-factory'),
  officer('administration-approver', 77, { th: 'นาง ปลัด ใจเที่ยง', en: 'Mrs. Palat Jaithiang' }, { th: 'ปลัดจังหวัดและผู้อำนวยการงานโรงแรม ยืนยันใบอนุญาตโรงแรมและสถานบริการ', en: 'Confirms hotel and entertainment licences in Bangkok, Chonburi and Rayong.' }, everything, 'dopa-10-hotel', 'dopa-20-hotel', 'dopa-20-venue', 'dopa-21-hotel', 'dopa-21-venue'),
  officer('police-approver', 78, { th: 'นาย กำกับ เข้มงวด', en: 'Mr. Kamkap Khemnguat' }, { th: 'ผู้กำกับการ กองบัญชาการตำรวจนครบาล ยืนยันใบอนุญาตสถานบริการ', en: 'Superintendent, Metropolitan Police; confirms venue licences.' }, everything, 'rtp-10-venue'),
];

/** Who decides on appeals. */
const appealBodies: Persona[] = [
  officer('appeals-bangkok', 79, { th: 'นาย อุทธรณ์ เป็นธรรม', en: 'Mr. Utthon Pentham' }, { th: 'พิจารณาอุทธรณ์คำสั่งของสำนักงานเขตและกฎหมายควบคุมอาคารในกรุงเทพมหานคร', en: 'Decides appeals in Bangkok: districts, building control, hotels.' }, desk, 'bma-10-appeals', 'dpt-10-appeals', 'dopa-10-appeals'),
  officer('appeals-east', 80, { th: 'นางสาว วินิจฉัย ยุติธรรม', en: 'Ms. Winitchai Yuttitham' }, { th: 'พิจารณาอุทธรณ์ของท้องถิ่น จังหวัด และกฎหมายควบคุมอาคารในชลบุรีและระยอง', en: 'Decides appeals in Chonburi and Rayong: local authorities, provinces, building control.' }, desk, 'dopa-20-appeals', 'dopa-21-appeals', 'dpt-20-appeals', 'dpt-21-appeals'),
  officer('appeals-health', 121, { th: 'นาง สาธารณสุข เที่ยงตรง', en: 'Mrs. Satharanasuk Thiangtrong' }, { th: 'พิจารณาอุทธรณ์ตามกฎหมายสาธารณสุขแทนรัฐมนตรี', en: 'Decides appeals under the Public Health Act for the Minister.' }, desk, 'moph-10-appeals'),
  officer('appeals-central', 122, { th: 'นาย ส่วนกลาง ทบทวนดี', en: 'Mr. Suanklang Thopthuandee' }, { th: 'ผู้บังคับบัญชาที่พิจารณาอุทธรณ์ของหน่วยงานส่วนกลาง', en: 'Decides appeals against the central agencies.' }, desk, ...['ieat', 'eeco', 'excise', 'diw', 'pcd', 'mnre', 'dbd', 'rd', 'rtp', 'dcp', 'mcul', 'dhss', 'fda', 'ocpb', 'mea', 'pea', 'mwa', 'pwa', 'doa', 'dld'].map((agency) => `${agency}-10-appeals`)),
];

/** Officers of every office that the seeded licences lead to in Watthana, Laem Chabang, the two estates and the promoted zones. */
export const officers: readonly Persona[] = [...watthana, ...laemChabang, ...estatesAndZones, ...centralAgencies, ...tradeAndPlaces, ...healthAndSupplies, ...approvers, ...appealBodies];
