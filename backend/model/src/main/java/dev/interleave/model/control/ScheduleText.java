package dev.interleave.model.control;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The short text of a [Schedule], both ways: `1.FINGERPRINT.NUMBERS`.
///
/// The numbers are varints, seven bits a byte and the lowest first, in base64url without padding:
/// how many shared variables; each one's distance from the one before; how many turns; one more
/// than the highest thread, when there are turns; and for each turn its distance from the one
/// before, times that, plus its thread; and the decision from which on everybody moves in turn, if
/// there is one. A distance is one less than the difference, the first one is the value. So a turn
/// among three threads mostly takes one byte. Every schedule has one text.
final class ScheduleText {
    private static final String VERSION = "1";
    private static final int MAX_FINGERPRINT = 64;

    private ScheduleText() {}

    static boolean isFingerprint(String text) {
        return text.length() <= MAX_FINGERPRINT
                && text.chars().allMatch(c -> c < 128 && isUrlSafe((char) c));
    }

    static String write(Schedule schedule) {
        limit("turns", schedule.turns().size(), Schedule.MAX_TURNS);
        limit("shared variables", schedule.shared().size(), Schedule.MAX_SHARED);
        var bytes = new ByteArrayOutputStream();
        put(bytes, schedule.shared().size());
        int before = -1;
        for (int variable : schedule.shared()) {
            put(bytes, variable - before - 1L);
            before = variable;
        }
        put(bytes, schedule.turns().size());
        if (!schedule.turns().isEmpty()) {
            long threads = threads(schedule.turns());
            put(bytes, threads);
            before = -1;
            for (Schedule.Turn turn : schedule.turns()) {
                put(bytes, (turn.decision() - before - 1L) * threads + turn.thread());
                before = turn.decision();
            }
        }
        if (schedule.inTurnFrom() != Schedule.NEVER) {
            put(bytes, schedule.inTurnFrom());
        }
        String numbers =
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        String text = VERSION + "." + schedule.program() + "." + numbers;
        limit("characters", text.length(), Schedule.MAX_TEXT);
        return text;
    }

    static Schedule read(String untrimmed) {
        limit("characters", untrimmed.length(), Schedule.MAX_TEXT);
        String text = untrimmed.strip();
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new ScheduleException(
                    "a schedule has 3 parts with dots between them; this has " + parts.length);
        }
        if (!parts[0].equals(VERSION)) {
            throw new ScheduleException(
                    "a schedule of version " + VERSION + " starts with \"" + VERSION + ".\"");
        }
        if (!isFingerprint(parts[1])) {
            throw new ScheduleException(
                    "the schedule's fingerprint is not up to 64 letters, digits, - and _");
        }
        Schedule schedule = new Varints(bytes(parts[2])).schedule(parts[1]);
        if (!write(schedule).equals(text)) {
            throw new ScheduleException("the schedule's numbers are not in their shortest form");
        }
        return schedule;
    }

    private static byte[] bytes(String numbers) {
        try {
            return Base64.getUrlDecoder().decode(numbers);
        } catch (IllegalArgumentException _) {
            throw new ScheduleException("the schedule's numbers are not base64url");
        }
    }

    private static long threads(List<Schedule.Turn> turns) {
        long highest = 0;
        for (Schedule.Turn turn : turns) {
            highest = Math.max(highest, turn.thread());
        }
        return highest + 1;
    }

    private static void limit(String what, long actual, int limit) {
        if (actual > limit) {
            throw new ScheduleException(
                    "the schedule has " + actual + " " + what + "; the limit is " + limit);
        }
    }

    private static void put(ByteArrayOutputStream bytes, long number) {
        long left = number;
        while (left >= 0x80) {
            bytes.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private static boolean isUrlSafe(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }

    /// Reads the numbers. What is too big for its place, or missing, is a [ScheduleException].
    private static final class Varints {
        private static final int MAX_BYTES = 9;

        private final byte[] bytes;
        private int next;

        Varints(byte[] bytes) {
            this.bytes = bytes;
        }

        Schedule schedule(String program) {
            int sharedCount = count("shared variables", Schedule.MAX_SHARED);
            var shared = new ArrayList<Integer>();
            long before = -1;
            for (int i = 0; i < sharedCount; i++) {
                before = small("shared variable", before + 1 + number());
                shared.add((int) before);
            }
            int turnCount = count("turns", Schedule.MAX_TURNS);
            var turns = new ArrayList<Schedule.Turn>();
            long threads = turnCount == 0 ? 1 : number();
            if (threads < 1 || threads > 1L << 31) {
                throw new ScheduleException("the schedule's highest thread can't be " + threads);
            }
            before = -1;
            for (int i = 0; i < turnCount; i++) {
                long number = number();
                before = small("decision", before + 1 + number / threads);
                turns.add(new Schedule.Turn((int) before, (int) (number % threads)));
            }
            int inTurnFrom =
                    next == bytes.length ? Schedule.NEVER : (int) small("decision", number());
            if (next != bytes.length) {
                throw new ScheduleException(
                        "the schedule has " + (bytes.length - next) + " bytes too many");
            }
            return new Schedule(program, shared, turns, inTurnFrom);
        }

        private int count(String what, int limit) {
            long count = number();
            limit(what, count, limit);
            return (int) count;
        }

        private static long small(String what, long number) {
            if (number < 0 || number > Integer.MAX_VALUE) { // less than 0 when it ran over
                throw new ScheduleException("a " + what + " of the schedule is too high");
            }
            return number;
        }

        /// At most 63 bits, so never negative.
        private long number() {
            long number = 0;
            for (int i = 0; i < MAX_BYTES; i++) {
                if (next == bytes.length) {
                    throw new ScheduleException("the schedule ends too early");
                }
                byte part = bytes[next++];
                number |= (part & 0x7FL) << (7 * i);
                if (part >= 0) {
                    return number;
                }
            }
            throw new ScheduleException("a number of the schedule has more than 63 bits");
        }
    }
}
