import { BlockList, isIP } from 'node:net';

function listOf(...ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');
  return list;
}

/** Where a ministry's own machines may be: loopback and the private networks (RFC 1918, RFC 6598, RFC 4193). */
const inside = listOf(['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['::1', 128], ['fc00::', 7]);

/** Where nobody is whom the portal has to speak to: this host, link-local (clouds keep their keys there), documentation, tests, multicast, reserved. */
const nowhere = listOf(
  ['0.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  ['::', 128], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8], ['2001:db8::', 32], ['100::', 64], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['2002::', 16], ['2001::', 32], ['fd00:ec2::254', 128],
);

/** Where an address of the network lies. An IPv4 address written as IPv6 is where the IPv4 address is. */
export function placeOf(address: string): 'outside' | 'inside' | 'nowhere' {
  const family = isIP(address.split('%', 1)[0] ?? '');
  if (family === 0) return 'nowhere';
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  const bare = address.split('%', 1)[0] ?? '';
  if (nowhere.check(bare, kind)) return 'nowhere';
  return inside.check(bare, kind) ? 'inside' : 'outside';
}
