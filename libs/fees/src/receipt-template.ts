/** The receipt in Typst: A4, Thai first, English below. Everything comes in as data. */
export const receiptTemplate = `
#let receipt = json(bytes(sys.inputs.receipt))
#set document(title: "ใบเสร็จรับเงิน " + receipt.number, author: receipt.agency.th)
#let soft = rgb("#4d5a68")
#let brand = rgb("#2b3a8c")
#set page(paper: "a4", margin: (x: 22mm, y: 18mm))
#set text(font: "Sarabun", size: 13pt, lang: "th", fill: rgb("#1b2430"))
#set par(leading: 0.6em, justify: false)
#let en(body) = text(size: 10pt, fill: soft, lang: "en", body)
#let row(th, enWords, body) = {
  grid(columns: (48mm, 1fr), column-gutter: 5mm, [#text(fill: soft)[#th] #linebreak() #en(enWords)], text(weight: "bold")[#body])
  v(2mm)
}
#rect(width: 100%, height: 1.6mm, fill: brand, stroke: none)
#v(4mm)
#text(size: 20pt, weight: "bold")[ใบเสร็จรับเงิน] #h(3mm) #en("Receipt")
#v(1mm)
#text(weight: "bold")[#receipt.agency.th] #linebreak() #receipt.office.th #linebreak() #en(receipt.agency.en + ", " + receipt.office.en)
#v(5mm)
#row("เลขที่", "Number", receipt.number)
#row("วันที่รับเงิน", "Received on", receipt.day.th + "  " + receipt.day.en)
#row("ได้รับเงินจาก", "From", receipt.payer)
#row("ค่าธรรมเนียมของ", "Fee of", [#receipt.licence.th #linebreak() #en(receipt.licence.en)])
#if receipt.application != "" [#row("คำขอเลขที่", "Application", receipt.application)]
#v(3mm)
#table(
  columns: (1fr, 38mm), stroke: (x, y) => (bottom: 0.5pt + rgb("#d5dbe1")), align: (left, right), inset: (x: 0mm, y: 2.2mm),
  table.header([#text(weight: "bold")[รายการ] #en("Item")], [#text(weight: "bold")[บาท] #en("Baht")]),
  ..receipt.lines.map(line => ([#line.title.th #linebreak() #en(line.title.en)], line.amount)).flatten(),
  text(weight: "bold")[รวม #en("Total")], text(weight: "bold")[#receipt.total],
)
#v(2mm)
(#receipt.words)
#v(8mm)
#if receipt.transaction != "" [#en("ธุรกรรมธนาคาร Bank transaction: " + receipt.transaction)]
`;
