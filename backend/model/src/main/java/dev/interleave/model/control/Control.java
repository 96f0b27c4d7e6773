package dev.interleave.model.control;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a run that decides every switch itself is to do.
///
/// @param isSearch whether to search for an interleaving that fails; else one schedule runs
/// @param program the fingerprint of the source and of the JDK build: schedules name what they are
///   valid for; 1 to 64 letters and digits
/// @param seed where the random choices start
/// @param strategy how to choose
/// @param schedule the text of the schedule to follow, as [#isScheduleText] allows it, not parsed
///   yet; a search runs it again and again, to see whether it always goes the same way
/// @param countsAll whether a search goes on behind the first schedule that fails, to count them
/// @param maxSchedules how many schedules a search may run, 1 to 10,000,000
public record Control(
        boolean isSearch,
        String program,
        long seed,
        StrategyKind strategy,
        Optional<String> schedule,
        boolean countsAll,
        int maxSchedules) {
    /// The most schedules anybody may ask for.
    public static final int MAX_SCHEDULES = 10_000_000;

    /// The longest text of a schedule, in characters.
    public static final int MAX_SCHEDULE_CHARACTERS = Schedule.MAX_TEXT;

    private static final Pattern SCHEDULE_TEXT =
            Pattern.compile("[A-Za-z0-9._-]{1," + MAX_SCHEDULE_CHARACTERS + "}");

    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9]{1,64}");

    /// Checks the ranges.
    public Control {
        if (maxSchedules < 1 || maxSchedules > MAX_SCHEDULES) {
            throw new IllegalArgumentException(
                    "maxSchedules must be 1 to " + MAX_SCHEDULES + "; it is " + maxSchedules);
        }
        if (!PROGRAM.matcher(program).matches()) {
            throw new IllegalArgumentException(
                    "a program's fingerprint is 1 to 64 letters and digits; it is " + program);
        }
        if (schedule.isPresent() && !isScheduleText(schedule.get())) {
            throw new IllegalArgumentException("that is not the text of a schedule");
        }
    }

    /// Whether this could be the text of a schedule: 1 to 65,536 letters, digits, `.`, `-` and `_`.
    public static boolean isScheduleText(String text) {
        return SCHEDULE_TEXT.matcher(text).matches();
    }
}
