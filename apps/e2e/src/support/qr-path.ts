import QRCode from 'qrcode';

/** The QR code of an address as the portal draws it: one square a dark module. */
export function qrPath(address: string): string {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  return [...modules.data].flatMap((isDark, index) => (isDark ? [`M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`] : [])).join('');
}
