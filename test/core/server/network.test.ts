import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayFetchFrom, networkOf } from '@/utils/core/server/network';

const hostOf = (address: string): string => new URL(address).hostname;

describe('where a host is', () => {
  it.each([
    ['http://localhost/', 'thisComputer'],
    ['http://a.localhost/', 'thisComputer'],
    ['http://LOCALHOST./', 'thisComputer'],
    ['http://127.0.0.1/', 'thisComputer'],
    ['http://127.255.3.4/', 'thisComputer'],
    ['http://2130706433/', 'thisComputer'],
    ['http://0x7f.1/', 'thisComputer'],
    ['http://[::1]/', 'thisComputer'],
    ['http://[::ffff:127.0.0.1]/', 'thisComputer'],
    ['http://[64:ff9b::7f00:1]/', 'thisComputer'],
    ['http://0.0.0.0/', 'localNetwork'],
    ['http://[::]/', 'localNetwork'],
    ['http://nas/', 'localNetwork'],
    ['http://box.ts.net/', 'localNetwork'],
    ['http://nas.tail1234.ts.net./', 'localNetwork'],
    ['http://printer.home.arpa/', 'localNetwork'],
    ['http://api.internal/', 'localNetwork'],
    ['http://nas.localdomain/', 'localNetwork'],
    ['http://nas.home/', 'localNetwork'],
    ['http://ts.net.example.com/', 'internet'],
    ['http://notts.net/', 'internet'],
    ['http://home.arpa.example/', 'internet'],
    ['http://100.128.0.1/', 'internet'],
    ['http://10.1.2.3/', 'localNetwork'],
    ['http://100.64.0.1/', 'localNetwork'],
    ['http://100.127.255.255/', 'localNetwork'],
    ['http://169.254.169.254/', 'localNetwork'],
    ['http://172.16.0.1/', 'localNetwork'],
    ['http://172.31.255.255/', 'localNetwork'],
    ['http://192.168.0.1/', 'localNetwork'],
    ['http://198.18.0.1/', 'localNetwork'],
    ['http://[::ffff:192.168.0.1]/', 'localNetwork'],
    ['http://[::10.0.0.1]/', 'localNetwork'],
    ['http://[2002:c0a8:1::]/', 'localNetwork'],
    ['http://[fd12:3456::1]/', 'localNetwork'],
    ['http://[fc00::1]/', 'localNetwork'],
    ['http://[fe80::1]/', 'localNetwork'],
    ['http://[febf::1]/', 'localNetwork'],
    ['http://nas/', 'localNetwork'],
    ['http://nas.local/', 'localNetwork'],
    ['http://box.lan/', 'localNetwork'],
    ['http://db.internal./', 'localNetwork'],
    ['http://tv.home.arpa/', 'localNetwork'],
    ['http://images.example/', 'internet'],
    ['http://local.example/', 'internet'],
    ['http://localhost.example/', 'internet'],
    ['http://10.0.0.1.example/', 'internet'],
    ['http://8.8.8.8/', 'internet'],
    ['http://100.63.255.255/', 'internet'],
    ['http://100.128.0.0/', 'internet'],
    ['http://172.15.0.1/', 'internet'],
    ['http://172.32.0.1/', 'internet'],
    ['http://192.169.0.1/', 'internet'],
    ['http://[2001:db8::1]/', 'internet'],
    ['http://[::ffff:8.8.8.8]/', 'internet'],
    ['http://[2606:4700::1111]/', 'internet'],
  ])('of %s', (address, network) => {
    expect(networkOf(hostOf(address))).toBe(network);
  });

  it('does not change by writing an IPv4 address as a mapped IPv6 one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(networkOf(hostOf(`http://[::ffff:${ip}]/`))).toBe(networkOf(hostOf(`http://${ip}/`)));
      }),
    );
  });
});

describe('a picture', () => {
  it.each([
    ['https://images.example/a.png', 'https://api.example/v1', true],
    ['https://images.example/a.png', 'http://127.0.0.1:8080/v1', true],
    ['http://192.168.0.1/a.png', 'https://api.example/v1', false],
    ['http://127.0.0.1:9/a.png', 'http://127.0.0.1:8080/v1', true],
    ['http://192.168.0.1/a.png', 'http://nas.local/v1', true],
    ['no address', 'http://127.0.0.1:8080/v1', false],
    ['http://10.0.0.1/', 'no server', false],
  ])('at %s of the server %s may be fetched: %s', (address, server, may) => {
    expect(mayFetchFrom(address, server)).toBe(may);
  });
});
