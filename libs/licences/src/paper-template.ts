/**
 * The licence's paper in Typst: A4, Thai first, English below each line, the QR code where a finger reaches it. `scale` makes what
 * stands between head and foot smaller, so that one page holds it; the foot stays as it is.
 */
export const paperTemplate = `
#let licence = json(bytes(sys.inputs.licence))
#let qr = sys.inputs.qr
#let scale = float(sys.inputs.scale)
#set document(title: licence.title.th + " " + licence.number, author: licence.agency.th)
#if sys.inputs.xml != "" {
  pdf.attach("licence.xml", bytes(sys.inputs.xml), relationship: "data", mime-type: "application/xml", description: "What this licence says, as XML")
  pdf.attach("licence.sd-jwt", bytes(sys.inputs.credential), relationship: "supplement", mime-type: "application/dc+sd-jwt", description: "This licence as a verifiable credential (SD-JWT VC)")
}
#let ink = rgb("#1b2430")
#let soft = rgb("#4d5a68")
#let brand = rgb("#2b3a8c")
#set text(font: "Sarabun", size: 14pt * scale, lang: "th", fill: ink)
#set par(leading: 0.6em, justify: false)
#let en(body, size: 10.5pt * scale) = text(size: size, fill: soft, lang: "en", body)
#let foot = [
  #set text(size: 11pt)
  #set par(leading: 0.5em)
  #line(length: 100%, stroke: 0.5pt + rgb("#d5dbe1"))
  #v(1mm)
  #grid(columns: (28mm, 1fr), column-gutter: 7mm, align: (left, horizon),
    image(bytes(qr), format: "svg", width: 28mm, alt: "QR: " + licence.verifyAt),
    [
      #text(size: 12pt, weight: "bold")[#licence.office.th] #linebreak()
      #en(licence.office.en, size: 9.5pt)
      #v(0.5mm)
      สแกนเพื่อตรวจสอบสถานะล่าสุด หรือกรอกเลขที่ที่ #box(text(weight: "bold")[#licence.verifyAt]) #linebreak()
      #en("Scan to see the status as it is now, or enter the number at " + licence.verifyAt, size: 9.5pt)
      #v(0.5mm)
      #if licence.isSealed [
        ลงลายมือชื่อดิจิทัลโดย#licence.agency.th #linebreak()
        #en("Digitally sealed by the " + licence.agency.en, size: 9.5pt)
      ] else [
        *สำเนานี้ยังไม่ได้ลงลายมือชื่อดิจิทัล* #linebreak()
        #en("This copy is not digitally sealed yet", size: 9.5pt)
      ]
    ],
  )
]
#set page(paper: "a4", margin: (x: 22mm, top: 16mm, bottom: 50mm), footer: foot, footer-descent: 3mm)
#let counted(number) = if licence.numerals == "thai" { str(number).codepoints().map(digit => "๐๑๒๓๔๕๖๗๘๙".codepoints().at(int(digit))).join() } else { str(number) }
#let label(words) = text(fill: soft)[#words.th #linebreak() #en(words.en)]
#let value(words, below: none) = [#text(weight: "bold")[#words] #if below != none [#linebreak() #en(below)]]
#let row(words, body, below: none) = {
  grid(columns: (44mm, 1fr), column-gutter: 5mm, label(words), value(body, below: below))
  v(2mm * scale)
}
#let own = box(width: 21mm * scale, height: 21mm * scale, {
  let (gold, whole) = (rgb("#b07b1a"), 21mm * scale)
  place(center + horizon, circle(radius: whole / 2, stroke: 1.1pt + gold))
  place(center + horizon, circle(radius: whole * 0.43, stroke: 0.5pt + gold))
  for turn in range(12) { place(center + horizon, rotate(turn * 30deg, place(center + horizon, dy: -whole * 0.29, ellipse(width: whole * 0.09, height: whole * 0.2, fill: gold)))) }
  place(center + horizon, circle(radius: whole * 0.15, fill: brand))
  place(center + horizon, text(size: whole * 0.2, weight: "bold", fill: white)[อ])
})
#grid(columns: (1fr, auto, 1fr), align: (left + horizon, center, right + horizon), column-gutter: 4mm,
  [#text(size: 12pt * scale)[#licence.agency.th] #linebreak() #en(licence.agency.en)],
  pdf.artifact(if sys.inputs.emblem != "" { image(bytes(sys.inputs.emblem), format: "svg", height: 24mm * scale) } else { own }),
  [#text(size: 12pt * scale)[เลขที่ / No.] #linebreak() #box(text(weight: "bold", size: 10pt * scale)[#licence.number])],
)
#v(6mm * scale)
#align(center)[
  #context {
    let size = 23pt * scale
    let width = measure(text(size: size, weight: "bold")[#licence.title.th]).width
    text(size: calc.max(size * 0.75, size * calc.min(1, 166mm / width)), weight: "bold")[#licence.title.th]
  }
  #v(-3mm * scale)
  #text(size: 14pt * scale, fill: soft, lang: "en")[#licence.title.en]
]
#v(5mm * scale)
#row((th: "ออกให้แก่", en: "Issued to"), licence.holder)
#if licence.business != "" { row((th: "ชื่อสถานประกอบการ", en: "Business"), licence.business) }
#row((th: "สถานที่ตั้ง", en: "Place"), licence.place.th, below: licence.place.en)
#row((th: "ออกให้ ณ วันที่", en: "Date of issue"), licence.issuedOn.th, below: licence.issuedOn.en)
#row((th: "ใช้ได้ถึงวันที่", en: "Valid until"),
  if licence.validUntil == none { "ไม่มีวันหมดอายุ" } else { licence.validUntil.th },
  below: if licence.validUntil == none { "Does not expire" } else { licence.validUntil.en })
#if licence.laws.th != "" { row((th: "ตามกฎหมาย", en: "Under"), licence.laws.th, below: licence.laws.en) }
#if licence.conditions.len() > 0 [
  #v(2mm * scale)
  #block(sticky: true)[#text(weight: "bold")[เงื่อนไข] #h(2mm) #en("Conditions")]
  #set text(size: 12pt * scale)
  #for (at, condition) in licence.conditions.enumerate() {
    grid(columns: (8mm, 1fr), [#counted(at + 1).], [#condition.th #if condition.en != condition.th [#linebreak() #en(condition.en, size: 10pt * scale)]])
    v(0.6mm * scale)
  }
]
`;
