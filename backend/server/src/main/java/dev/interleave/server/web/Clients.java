package dev.interleave.server.web;

import io.javalin.http.Context;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Who asks, as far as fairness goes: an IPv4 address, or the first half of an IPv6 address, which
/// one person has all of.
final class Clients {
    private Clients() {}

    static String of(Context context) {
        return of(context.req().getRemoteAddr());
    }

    static String of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
