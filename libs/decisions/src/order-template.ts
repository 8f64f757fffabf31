/** A written order in Typst: A4, a letter of the office, Thai as it was written, English of the fixed parts below. Everything comes in as data. */
export const orderTemplate = `
#let order = json(bytes(sys.inputs.order))
#set document(title: order.subject.th + " " + order.number, author: order.agency.th)
#let ink = rgb("#1b2430")
#let soft = rgb("#4d5a68")
#let brand = rgb("#2b3a8c")
#set page(paper: "a4", margin: (x: 25mm, top: 20mm, bottom: 24mm), footer: context [
  #set text(size: 10pt, fill: soft)
  #line(length: 100%, stroke: 0.5pt + rgb("#d5dbe1"))
  #grid(columns: (1fr, auto), [#order.number], [หน้า #counter(page).display() / #counter(page).final().first()])
])
#set text(font: "Sarabun", size: 13.5pt, lang: "th", fill: ink)
#set par(leading: 0.68em, spacing: 0.95em, justify: false)
#let en(body) = text(size: 10pt, fill: soft, lang: "en", body)
#let row(th, enWords, body) = grid(columns: (30mm, 1fr), column-gutter: 4mm, [#text(weight: "bold")[#th] #linebreak() #en(enWords)], body)
#let part(th, enWords) = block(above: 5mm, below: 2.5mm, sticky: true)[#text(weight: "bold", size: 14.5pt, fill: brand)[#th] #h(2mm) #en(enWords)]
#let written(words) = for line in words.split("\\n") { par(line) }
#rect(width: 100%, height: 1.6mm, fill: brand, stroke: none)
#grid(columns: (1fr, auto), column-gutter: 6mm, align: (left, right),
  [#text(weight: "bold")[#order.agency.th] #linebreak() #order.office.th #linebreak() #en(order.agency.en + ", " + order.office.en)],
  [ที่ #text(weight: "bold")[#order.number] #linebreak() #order.day.th #linebreak() #en(order.day.en)],
)
#v(3mm)
#row("เรื่อง", "Subject", [#text(weight: "bold")[#order.subject.th] #linebreak() #en(order.subject.en)])
#row("เรียน", "To", order.holder)
#row("อ้างถึง", "Reference", order.reference)
#part("ข้อเท็จจริง", "Facts")
#written(order.facts)
#part("ข้อกฎหมาย", "Law")
#written(order.law)
#part("ข้อพิจารณาและเหตุผล", "Considerations")
#written(order.considerations)
#part("คำสั่ง", "Order")
#text(weight: "bold")[#order.ordered.th] #linebreak() #en(order.ordered.en)
#part(order.remedyTitle.th, order.remedyTitle.en)
#order.remedy.th #linebreak() #en(order.remedy.en)
#v(9mm)
#align(right, block(breakable: false, width: 80mm, align(center)[
  #if order.officer.th != "" [#text(weight: "bold")[#order.officer.th] #linebreak() #if order.officer.en != order.officer.th [#en(order.officer.en) #linebreak()]]
  #order.position.th #linebreak() #en(order.position.en)
]))
#v(4mm)
#for delivery in order.deliveries [#text(size: 11pt, fill: soft)[#delivery.th · ] #en(delivery.en) #linebreak()]
`;
