package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientsTest {
    @Test
    void of_ipv4_isTheAddress() {
        assertThat(Clients.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void of_ipv6_isItsFirstHalf() {
        assertThat(Clients.of("2001:db8:1:2:3:4:5:6")).isEqualTo("20010db800010002");
    }

    @Test
    void of_ipv6OfTheSameNetwork_isTheSame() {
        assertThat(Clients.of("2001:db8:1:2::1")).isEqualTo(Clients.of("2001:db8:1:2:ffff::9"));
    }

    @Test
    void of_ipv6OfAnotherNetwork_differs() {
        assertThat(Clients.of("2001:db8:1:2::1")).isNotEqualTo(Clients.of("2001:db8:1:3::1"));
    }

    @Test
    void of_ipv6InBrackets_isTheSameAsWithout() {
        assertThat(Clients.of("[2001:db8::1]")).isEqualTo(Clients.of("2001:db8::1"));
    }

    @Test
    void of_noAddress_isTheText() {
        assertThat(Clients.of("unknown")).isEqualTo("unknown");
    }
}
