package dev.interleave.model.frame;

/// The types of frame. Those below 64 are the trace and reach the page as they are.
public final class FrameType {
    /// A lane and its name: trace.
    public static final int LANE_NAMED = 1;

    /// An object and its name: trace.
    public static final int OBJECT_NAMED = 2;

    /// All sites of the program: trace, once, by the server.
    public static final int SITES = 3;

    /// All rows of the operation table: trace, once, by the server.
    public static final int OPERATIONS = 4;

    /// A batch of event records: trace.
    public static final int EVENTS = 5;

    /// Bytes the program printed: trace.
    public static final int OUTPUT = 6;

    /// All variables of the program: trace, once, by the server.
    public static final int VARIABLES = 7;

    /// Moments at which it was decided who moves: trace of controlled runs, at its end.
    public static final int MOMENTS = 8;

    /// The first type that is not part of the trace.
    public static final int FIRST_CONTROL = 64;

    /// Runner to server: booted, waiting for a program.
    public static final int RUNNER_READY = 64;

    /// Runner to server: a finding.
    public static final int RUNNER_FOUND = 65;

    /// Runner to server: how it ended; nothing follows.
    public static final int RUNNER_ENDED = 66;

    /// Runner to server: how far a search has come.
    public static final int RUNNER_SEARCHING = 67;

    /// Runner to server: how a search came out.
    public static final int RUNNER_SEARCHED = 68;

    /// Runner to server: the schedule that the reported run followed.
    public static final int RUNNER_SCHEDULED = 69;

    /// Server to runner: run this.
    public static final int START_RUN = 80;

    /// Server to runner: send what you have, say why you stopped, and exit.
    public static final int STOP_RUN = 81;

    /// Compiler to server: warm, waiting for a source.
    public static final int COMPILER_READY = 96;

    /// Server to compiler: compile this.
    public static final int COMPILE = 97;

    /// Compiler to server: a program, with warnings.
    public static final int COMPILED = 98;

    /// Compiler to server: errors.
    public static final int REJECTED = 99;

    private FrameType() {}
}
