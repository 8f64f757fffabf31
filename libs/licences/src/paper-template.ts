/** The licence's paper in Typst: one A4 page, Thai first, English below each line, the QR code where a finger reaches it. */
export const paperTemplate = `
#let licence = json(bytes(sys.inputs.licence))
#let qr = sys.inputs.qr
#set document(title: licence.title.th + " " + licence.number, author: licence.agency.th)
#set page(paper: "a4", margin: (x: 26mm, top: 20mm, bottom: 54mm))
#set text(font: "Sarabun", size: 14pt, lang: "th")
#set par(leading: 0.75em, justify: false)
#let ink = rgb("#1b2430")
#let soft = rgb("#4d5a68")
#let brand = rgb("#2b3a8c")
#set text(fill: ink)
#let en(body) = text(size: 10.5pt, fill: soft, lang: "en", body)
#let foot = [
  #line(length: 100%, stroke: 0.5pt + rgb("#d5dbe1"))
  #v(1mm)
  #grid(columns: (32mm, 1fr), column-gutter: 8mm, align: (left, horizon),
    image(bytes(qr), format: "svg", width: 30mm),
    [
      #text(weight: "bold")[#licence.office.th] #linebreak()
      #en(licence.office.en)
      #v(1mm)
      #set text(size: 11pt)
      สแกนเพื่อตรวจสอบสถานะล่าสุด หรือกรอกเลขที่ที่ #text(weight: "bold")[#licence.verifyAt] #linebreak()
      #en("Scan to see the status as it is now, or enter the number at " + licence.verifyAt)
    ],
  )
]
#set page(footer: foot, footer-descent: 4mm)
#let row(label, value, below: none) = grid(
  columns: (44mm, 1fr), column-gutter: 6mm, row-gutter: 1.5mm,
  [#text(fill: soft)[#label.th #linebreak() #en(label.en)]],
  [#text(weight: "bold")[#value] #if below != none [#linebreak() #en(below)]],
)
#rect(width: 100%, height: 1.6mm, fill: brand, stroke: none)
#v(7mm)
#grid(columns: (1fr, auto), align: (left, right),
  [#text(size: 12pt)[#licence.agency.th] #linebreak() #en(licence.agency.en)],
  [#text(size: 12pt)[เลขที่ / No.] #linebreak() #text(weight: "bold", size: 12pt)[#licence.number]],
)
#v(8mm)
#align(center)[
  #text(size: 25pt, weight: "bold")[#licence.title.th]
  #v(-3mm)
  #text(size: 14pt, fill: soft, lang: "en")[#licence.title.en]
]
#v(7mm)
#row((th: "ออกให้แก่", en: "Issued to"), licence.holder)
#v(2.5mm)
#if licence.business != "" [
  #row((th: "ชื่อสถานประกอบการ", en: "Business"), licence.business)
  #v(2.5mm)
]
#row((th: "สถานที่ตั้ง", en: "Place"), licence.place.th, below: licence.place.en)
#v(2.5mm)
#row((th: "ออกให้ ณ วันที่", en: "Date of issue"), licence.issuedOn.th, below: licence.issuedOn.en)
#v(2.5mm)
#row((th: "ใช้ได้ถึงวันที่", en: "Valid until"),
  if licence.validUntil == none { "ไม่มีวันหมดอายุ" } else { licence.validUntil.th },
  below: if licence.validUntil == none { "Does not expire" } else { licence.validUntil.en })
#v(2.5mm)
#if licence.laws.len() > 0 [
  #row((th: "ตามกฎหมาย", en: "Under"), licence.laws.map(l => l.th).join(", "), below: licence.laws.map(l => l.en).join("; "))
]
#if licence.conditions.len() > 0 [
  #v(6mm)
  #block(sticky: true)[#text(weight: "bold")[เงื่อนไข] #h(2mm) #en("Conditions")]
  #set text(size: 12pt)
  #for (at, condition) in licence.conditions.enumerate() [
    #grid(columns: (8mm, 1fr), [#(at + 1).], [#condition.th #linebreak() #en(condition.en)])
    #v(1mm)
  ]
]
`;
