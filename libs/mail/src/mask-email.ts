/** `s•••i@e•••.com`: enough to recognise one's own address. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const [name, domain] = [address.slice(0, at), address.slice(at + 1)];
  const dot = domain.lastIndexOf('.');
  const ends = name.length > 3 ? name.slice(-1) : '';
  return `${name.slice(0, 1)}•••${ends}@${domain.slice(0, 1)}•••${dot > 0 ? domain.slice(dot) : ''}`;
}
