package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds virtual threads that wait without letting their carrier go.
///
/// Rule: the virtual machine itself said that the thread could not get off its carrier, and the
/// wait lasted for [#LONG_NANOS] or more, or still did at the end. What is shorter harms nobody.
/// Once for each place.
final class PinnedCarriers implements Analyzer {
    static final long LONG_NANOS = 20_000_000;

    private final Names names;
    private final Consumer<Finding> findings;
    private final Map<Integer, Pin> pins = new HashMap<>();
    private final Set<Integer> told = new HashSet<>();

    PinnedCarriers(Names names, Consumer<Finding> findings) {
        this.names = names;
        this.findings = findings;
    }

    private record Pin(long nanos, int site, long reason) {}

    @Override
    public Set<EventKind> kinds() {
        return Set.of(EventKind.PINNED_BEGAN, EventKind.PINNED_ENDED);
    }

    @Override
    public void accept(Event event, Lane self) {
        if (event.kind == EventKind.PINNED_BEGAN) {
            int site = event.site == 0 ? self.site : event.site;
            pins.putIfAbsent(event.lane, new Pin(event.nanos, site, event.argument));
        } else {
            Pin pin = pins.remove(event.lane);
            if (pin != null) {
                judge(event.lane, pin, event.nanos);
            }
        }
    }

    @Override
    public void look(long nanos) {
        pins.forEach((lane, pin) -> judge(lane, pin, nanos));
    }

    @Override
    public void end(RunEnd end) {
        look(end.nanos());
    }

    private void judge(int lane, Pin pin, long nanos) {
        if (nanos - pin.nanos < LONG_NANOS || !told.add(pin.site)) {
            return;
        }
        String why =
                switch ((int) pin.reason) {
                    case 1 -> "it is inside code that must not be left";
                    case 2 -> "native code is on its stack, such as that which initialises a class";
                    case 3 -> "it holds a monitor";
                    default -> "the virtual machine does not say why";
                };
        findings.accept(
                new Finding(
                        FindingKind.PINNED_CARRIER,
                        names.lane(lane)
                                + " waits, but can't let its carrier go meanwhile, so no other"
                                + " virtual thread runs there: "
                                + why
                                + ".",
                        Lines.of(names, pin.site),
                        List.of(lane)));
    }
}
