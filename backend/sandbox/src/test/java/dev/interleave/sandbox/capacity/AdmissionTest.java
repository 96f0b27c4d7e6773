package dev.interleave.sandbox.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

class AdmissionTest {
    private static final QueueListener NOBODY = (_, _) -> {};

    @Test
    void tryEnter_freePlace_admitsAtOnce() {
        Admission admission = new Admission(1, 0, 0);

        Ticket ticket = admission.tryEnter("a", NOBODY).orElseThrow();

        assertThat(ticket.position()).isZero();
        assertThat(ticket.poll()).isPresent();
    }

    @Test
    void tryEnter_noPlaceFree_waits() {
        Admission admission = new Admission(1, 1, 1);
        enter(admission, "a");

        Ticket second = enter(admission, "b");

        assertThat(second.position()).isEqualTo(1);
        assertThat(second.poll()).isEmpty();
    }

    @Test
    void tryEnter_queueFull_refuses() {
        Admission admission = new Admission(1, 1, 1);
        enter(admission, "a");
        enter(admission, "b");

        assertThat(admission.tryEnter("c", NOBODY)).isEmpty();
    }

    @Test
    void tryEnter_shareOfClientFull_refusesOnlyThatClient() {
        Admission admission = new Admission(1, 10, 1);
        enter(admission, "a");
        enter(admission, "a");

        assertThat(admission.tryEnter("a", NOBODY)).isEmpty();
        assertThat(admission.tryEnter("b", NOBODY)).isPresent();
    }

    @Test
    void closePermit_othersWait_admitsTheNext() {
        Admission admission = new Admission(1, 1, 1);
        Permit permit = enter(admission, "a").poll().orElseThrow();
        Ticket second = enter(admission, "b");

        permit.close();

        assertThat(second.poll()).isPresent();
    }

    @Test
    void closePermit_twice_freesOnePlace() {
        Admission admission = new Admission(2, 0, 0);
        Permit permit = enter(admission, "a").poll().orElseThrow();
        enter(admission, "b");

        permit.close();
        permit.close();

        assertThat(admission.running()).isEqualTo(1);
    }

    @Test
    void closeTicket_admittedButNotTaken_freesItsPlace() {
        Admission admission = new Admission(1, 1, 1);
        Ticket first = enter(admission, "a");
        Ticket second = enter(admission, "b");

        first.close();

        assertThat(second.poll()).isPresent();
    }

    @Test
    void closeTicket_permitOut_leavesThePermitAlone() {
        Admission admission = new Admission(1, 0, 0);
        Ticket ticket = enter(admission, "a");
        Permit permit = ticket.poll().orElseThrow();

        ticket.close();

        assertThat(admission.running()).isEqualTo(1);
        permit.close();
        assertThat(admission.running()).isZero();
    }

    @Test
    void closeTicket_waiting_movesTheOthersUp() {
        Admission admission = new Admission(1, 2, 2);
        enter(admission, "a");
        Ticket second = enter(admission, "b");
        Ticket third = enter(admission, "c");

        second.close();

        assertThat(third.position()).isEqualTo(1);
        assertThat(admission.waiting()).isEqualTo(1);
    }

    @Test
    void moved_newcomerOfAnotherClient_passesTheSecondOfTheFirst() {
        Admission admission = new Admission(1, 10, 10);
        enter(admission, "x");
        enter(admission, "a");
        List<Integer> positions = new ArrayList<>();
        var _ = admission.tryEnter("a", (position, _) -> positions.add(position));

        enter(admission, "b");

        assertThat(positions).containsExactly(2, 3);
    }

    @Test
    void await_turnComesLater_returnsThePermit() throws Exception {
        Admission admission = new Admission(1, 1, 1);
        Permit first = enter(admission, "a").poll().orElseThrow();
        Ticket second = enter(admission, "b");
        FutureTask<Boolean> waiter = inBackground(() -> second.await().isPresent());

        first.close();

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void await_ticketClosed_returnsEmpty() throws Exception {
        Admission admission = new Admission(1, 1, 1);
        enter(admission, "a");
        Ticket second = enter(admission, "b");
        FutureTask<Boolean> waiter = inBackground(() -> second.await().isPresent());

        second.close();

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isFalse();
    }

    private static Ticket enter(Admission admission, String client) {
        return admission.tryEnter(client, NOBODY).orElseThrow();
    }

    private static FutureTask<Boolean> inBackground(Callable<Boolean> task) {
        FutureTask<Boolean> future = new FutureTask<>(task);
        Thread.startVirtualThread(future);
        return future;
    }
}
