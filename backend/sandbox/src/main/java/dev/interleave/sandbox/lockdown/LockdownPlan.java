package dev.interleave.sandbox.lockdown;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the launcher is to do, as it travels in its arguments.
///
/// @param programs files it may read and execute
/// @param readable files and folders it may read, folders with all below
/// @param writable files it may also write
/// @param limits hard and soft limits alike
/// @param environment `name=value` of the program it becomes
/// @param command the program it becomes, absolute path first
public record LockdownPlan(
        List<Path> programs,
        List<Path> readable,
        List<Path> writable,
        Map<Resource, Long> limits,
        List<String> environment,
        List<String> command) {
    private static final String PROGRAM = "program=";
    private static final String READ = "read=";
    private static final String WRITE = "write=";
    private static final String LIMIT = "limit=";
    private static final String SETTING = "env=";
    private static final String END = "--";

    /// Copies everything.
    public LockdownPlan {
        programs = List.copyOf(programs);
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        limits = Map.copyOf(limits);
        environment = List.copyOf(environment);
        command = List.copyOf(command);
    }

    /// The plan as arguments; limits in the order of their numbers.
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        programs.forEach(path -> arguments.add(PROGRAM + path));
        readable.forEach(path -> arguments.add(READ + path));
        writable.forEach(path -> arguments.add(WRITE + path));
        if (!limits.isEmpty()) {
            new EnumMap<>(limits)
                    .forEach((limit, value) -> arguments.add(LIMIT + limit + ":" + value));
        }
        environment.forEach(setting -> arguments.add(SETTING + setting));
        arguments.add(END);
        arguments.addAll(command);
        return arguments;
    }

    /// The plan that has the given arguments; an [IllegalArgumentException] if there is none.
    public static LockdownPlan parse(List<String> arguments) {
        int end = arguments.indexOf(END);
        if (end < 0 || end == arguments.size() - 1) {
            throw new IllegalArgumentException("no command after --");
        }
        List<Path> programs = new ArrayList<>();
        List<Path> readable = new ArrayList<>();
        List<Path> writable = new ArrayList<>();
        Map<Resource, Long> limits = new EnumMap<>(Resource.class);
        List<String> environment = new ArrayList<>();
        for (String argument : arguments.subList(0, end)) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case PROGRAM -> programs.add(Path.of(value));
                case READ -> readable.add(Path.of(value));
                case WRITE -> writable.add(Path.of(value));
                case LIMIT -> {
                    String[] limit = value.split(":", 2);
                    limits.put(Resource.valueOf(limit[0]), Long.valueOf(limit[1]));
                }
                case SETTING -> environment.add(value);
                default -> throw new IllegalArgumentException("unknown: " + argument);
            }
        }
        return new LockdownPlan(
                programs,
                readable,
                writable,
                limits,
                environment,
                arguments.subList(end + 1, arguments.size()));
    }
}
