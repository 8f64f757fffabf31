const MODULE_PX = 12;
const MARGIN = 4;
const LINE_PX = 46;

/**
 * A QR code as a PNG with words below it, to be kept on a phone and opened in a banking app: a phone cannot scan its own screen.
 * @throws when the browser cannot draw.
 */
export async function qrPicture(payload: string, lines: readonly string[]): Promise<Blob> {
  const library = await import('qrcode');
  const { modules } = (library.default ?? library).create(payload, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * MARGIN) * MODULE_PX;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side + lines.length * LINE_PX;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#1b2430';
  modules.data.forEach((isDark, index) => {
    if (isDark) pen.fillRect((MARGIN + (index % modules.size)) * MODULE_PX, (MARGIN + Math.floor(index / modules.size)) * MODULE_PX, MODULE_PX, MODULE_PX);
  });
  pen.textAlign = 'center';
  lines.forEach((line, index) => {
    pen.font = `${index === 0 ? 700 : 400} ${index === 0 ? 34 : 26}px ${getComputedStyle(document.body).fontFamily}`;
    pen.fillText(line, side / 2, side + index * LINE_PX, side - 2 * MODULE_PX);
  });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'));
}
