package dev.interleave.server.web;

import static dev.interleave.server.web.Fields.describe;
import static dev.interleave.server.web.Fields.isAbsent;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.ScheduleException;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.server.run.RunMode;

import java.util.Locale;
import java.util.Optional;

/// The part of a request that says how switches are decided. Its fields are checked in every mode;
/// in a live run they mean nothing.
final class ControlRequests {
    /// How many schedules a search runs unless somebody asks for another number.
    static final int DEFAULT_SCHEDULES = 10_000;

    /// Beyond any schedule's decisions and threads.
    private static final int MAX_BRANCH = 1_000_000;

    private ControlRequests() {}

    /// What the object asks for in this mode, of the program with this fingerprint.
    static Optional<Control> read(JsonNode request, RunMode mode, String program) {
        var control =
                new Control(
                        mode == RunMode.EXPLORE,
                        program,
                        seed(request.path("seed")),
                        strategy(request.path("strategy")),
                        schedule(request, mode, program),
                        Fields.flag(request.path("countAll"), "countAll", "badCountAll"),
                        maxSchedules(request.path("maxSchedules")));
        return mode == RunMode.LIVE ? Optional.empty() : Optional.of(control);
    }

    private static long seed(JsonNode seed) {
        if (isAbsent(seed)) {
            return 0;
        }
        if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
            throw new Refused(
                    400,
                    "badSeed",
                    "seed must be a whole number of at most 64 bits; it is " + describe(seed));
        }
        return seed.longValue();
    }

    private static StrategyKind strategy(JsonNode strategy) {
        return isAbsent(strategy)
                ? StrategyKind.PORTFOLIO
                : Fields.named(
                        strategy,
                        "strategy",
                        StrategyKind.values(),
                        StrategyKind::text,
                        "unknownStrategy");
    }

    /// The text of the schedule to follow, which may branch off the one that is named.
    private static Optional<String> schedule(JsonNode request, RunMode mode, String program) {
        Optional<Schedule> named = named(request.path("schedule"), mode, program);
        JsonNode branch = request.path("branch");
        if (isAbsent(branch)) {
            return named.map(Schedule::text);
        }
        Schedule.Turn turn = turn(branch);
        if (mode == RunMode.EXPLORE || named.isEmpty()) {
            throw badBranch(
                    "branch needs the mode \"controlled\" and a schedule to branch off; "
                            + (named.isEmpty()
                                    ? "there is no schedule"
                                    : "the mode is \"explore\""));
        }
        try {
            return Optional.of(named.get().branch(turn).text());
        } catch (ScheduleException e) {
            throw badBranch("branch can't be taken: " + e.getMessage());
        }
    }

    private static Schedule.Turn turn(JsonNode branch) {
        if (!branch.isObject()) {
            throw badBranch(
                    "branch must be an object with decision and thread; it is " + describe(branch));
        }
        return new Schedule.Turn(number(branch, "decision"), number(branch, "thread"));
    }

    private static int number(JsonNode branch, String name) {
        return Fields.whole(branch.path(name), "branch." + name, 0, MAX_BRANCH, "badBranch");
    }

    private static Refused badBranch(String text) {
        return new Refused(400, "badBranch", text);
    }

    private static Optional<Schedule> named(JsonNode schedule, RunMode mode, String program) {
        if (isAbsent(schedule)) {
            return Optional.empty();
        }
        if (!schedule.isTextual()) {
            throw new Refused(
                    400, "badSchedule", "schedule must be a text; it is " + describe(schedule));
        }
        String text = schedule.textValue();
        if (text.length() > Control.MAX_SCHEDULE_CHARACTERS) {
            throw new Refused(
                    400,
                    "badSchedule",
                    String.format(
                            Locale.ROOT,
                            "schedule is %,d characters; the limit is %,d",
                            text.length(),
                            Control.MAX_SCHEDULE_CHARACTERS));
        }
        return Optional.of(parsed(text, mode, program));
    }

    private static Schedule parsed(String text, RunMode mode, String program) {
        Schedule schedule;
        try {
            schedule = Schedule.parse(text);
        } catch (ScheduleException | IllegalArgumentException e) {
            throw new Refused(400, "badSchedule", "schedule can't be read: " + e.getMessage());
        }
        if (mode != RunMode.LIVE && !schedule.program().equals(program)) {
            throw new Refused(
                    400,
                    "foreignSchedule",
                    "schedule is of another source or another build of the JDK: it names "
                            + schedule.program()
                            + "; these are "
                            + program);
        }
        return schedule;
    }

    private static int maxSchedules(JsonNode max) {
        return isAbsent(max)
                ? DEFAULT_SCHEDULES
                : Fields.whole(max, "maxSchedules", 1, Control.MAX_SCHEDULES, "badMaxSchedules");
    }
}
